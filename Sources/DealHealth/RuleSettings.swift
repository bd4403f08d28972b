import DealJournal
import NoteSyntax

/// What a team has changed about rules, and what it tells of its deals.
public struct RuleSettings: Hashable, Sendable {
  /// Values by `Setting.name`.
  public var values: [String: Int]
  /// How much findings matter, by the code of their rule.
  public var severities: [String: Severity]
  /// Codes of rules that say nothing.
  public var silent: Set<String>
  /// What kind of selling it is; nil where the notes are to tell.
  public var profile: Profile?
  /// What kind of selling a deal is, by its names in lower case.
  public var profiles: [String: Profile]
  /// Days on which nobody works: they are no silence.
  public var holidays: [DayRange]

  /// Settings; by default none is changed.
  public init(
    values: [String: Int] = [:], severities: [String: Severity] = [:], silent: Set<String> = [],
    profile: Profile? = nil, profiles: [String: Profile] = [:], holidays: [DayRange] = []
  ) {
    self.values = values
    self.severities = severities
    self.silent = silent
    self.profile = profile
    self.profiles = profiles
    self.holidays = holidays
  }

  /// The value in force.
  public subscript(setting: Setting) -> Int { values[setting.name] ?? setting.standard }

  /// How much a finding of `rule` matters.
  public func severity(of rule: Rule) -> Severity { severities[rule.code] ?? rule.severity }

  /// Whether a team has said how much findings of `rule` matter.
  func decidesSeverity(of rule: Rule) -> Bool { severities[rule.code] != nil }

  /// The kind of selling that is told for a deal; nil where its notes are to tell.
  func profile(of deal: Deal) -> Profile? {
    guard !profiles.isEmpty else { return profile }
    return ([deal.name, deal.id, deal.account] + deal.surfaces).lazy.compactMap { profiles[$0.lowercased()] }.first
      ?? profile
  }

  /// Days from the one after `start` up to `end` on which somebody works.
  func workdays(from start: Day, to end: Day) -> Int {
    guard !holidays.isEmpty, start < end else { return end - start }
    var free: Set<Day> = []
    for days in holidays {
      var day = max(days.first, start + 1)
      while day <= min(days.last, end) {
        free.insert(day)
        day = day + 1
      }
    }
    return end - start - free.count
  }
}

/// What holds in which part of a journal. A deal keeps to the note that spoke of it last, a finding about a note to that
/// note.
public struct FolderSettings: Sendable {
  /// What holds wherever nothing else does.
  public let general: RuleSettings
  private let special: [RuleSettings]
  private let ofNote: [String: Int]

  /// The same everywhere.
  public init(_ general: RuleSettings = RuleSettings()) { self.init(general, special: [], ofNote: [:]) }

  /// `ofNote` has for the paths of some notes the position in `special` of what holds there.
  public init(_ general: RuleSettings, special: [RuleSettings], ofNote: [String: Int]) {
    self.general = general
    self.special = special
    self.ofNote = ofNote
  }

  /// What holds for the note at `path`; for none, in general.
  public subscript(path: String?) -> RuleSettings { path.flatMap { ofNote[$0] }.map { special[$0] } ?? general }
}
