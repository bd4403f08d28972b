import DealHealth
import DealJournal
import FactReading
import NoteSyntax

/// One thing that the cases in prose have to show of a rule.
struct RuleCase: Hashable, CustomStringConvertible {
  /// What a note shows.
  enum Demand: Hashable {
    /// The rule speaks on it.
    case fires(Language)
    /// The rule may speak in its stage and is silent.
    case nearMiss(Language)
    /// It is of the stage right before the first in which the rule may speak, and only that keeps the rule silent.
    case before(Stage, Language)
    /// It is of a kind of selling in which the rule is silent, and only that keeps it so.
    case silentFor(Profile, Language)
  }

  /// `P301`.
  let code: String
  let demand: Demand

  /// As a message names it: `P301 near miss, zh`.
  var description: String {
    switch demand {
    case .fires(let language): "\(code) speaks, \(language.rawValue)"
    case .nearMiss(let language): "\(code) near miss, \(language.rawValue)"
    case .before(let stage, let language): "\(code) at \(stage.rawValue), before its first stage, \(language.rawValue)"
    case .silentFor(let profile, let language): "\(code) of \(profile.rawValue), \(language.rawValue)"
    }
  }

  /// Everything that has to be shown of `rule`, in each language.
  static func all(of rule: Rule) -> Set<RuleCase> {
    let before = rule.gate == nil ? nil : Stage.allCases.last { $0 < rule.stages.lowerBound }
    let demands = Language.allCases.flatMap { language -> [Demand] in
      [.fires(language), .nearMiss(language)] + (before.map { [.before($0, language)] } ?? [])
        + rule.silentFor.map { .silentFor($0, language) }
    }
    return Set(demands.map { RuleCase(code: rule.code, demand: $0) })
  }

  /// What a note shows of a rule that speaks on it, or is silent, as a case expects. `read` makes a journal of a note's text;
  /// `profile` is what the team says of it.
  static func shown(
    by text: String, of rule: Rule, speaks: Bool, profile told: Profile?, read: (String) -> Journal
  ) -> [RuleCase] {
    let journal = read(text)
    var shown: [Demand] = []
    let language = journal.languages.values.first ?? .en
    if speaks { shown = [.fires(language)] } else if rule.gate == nil { shown = [.nearMiss(language)] }
    let settings = FolderSettings(RuleSettings(profile: told))
    for deal in journal.deals where !speaks && rule.gate != nil {
      let profile = Assessment(of: journal, rules: [], settings: settings).context(of: deal).profile
      if rule.silentFor.contains(profile) {
        if finds(rule, in: journal, profile: .business) { shown.append(.silentFor(profile, language)) }
      } else if rule.stages.contains(deal.stage) {
        shown.append(.nearMiss(language))
      } else if finds(rule, in: read(text.marked(as: rule.stages.lowerBound)), profile: told) {
        shown.append(.before(deal.stage, language))
      }
    }
    return shown.map { RuleCase(code: rule.code, demand: $0) }
  }

  private static func finds(_ rule: Rule, in journal: Journal, profile: Profile? = nil) -> Bool {
    let settings = FolderSettings(RuleSettings(profile: profile))
    return !Assessment(of: journal, rules: [rule], settings: settings).findings.isEmpty
  }
}

extension String {
  /// The same note, whose last line claims another stage.
  fileprivate func marked(as stage: Stage) -> String {
    var text = self
    while text.last?.isWhitespace == true { text.removeLast() }
    return text + " #stage/\(stage.rawValue)\n"
  }
}
