import DealJournal
import FactReading
import SourceText

/// What a journal lacks: every finding, and how each deal stands at its gates.
public struct Assessment: Sendable {
  /// The journal that was assessed.
  public let journal: Journal
  /// Findings about the journal itself, then those of each deal in the order of `journal.deals`; of one deal by code,
  /// of one rule the heaviest person first.
  public let findings: [Finding]
  /// What is missing as well and waits on an earlier cause among `findings`, in the same order.
  public let waiting: [Finding]
  /// Findings that are let be, with whose word that is; they hold nothing back.
  public let dismissed: [(finding: Finding, dismissal: Dismissal)]
  /// How each deal stands, in the order of `journal.deals`.
  public let standings: [Standing]
  /// What the context of each deal was made of, by `Deal.id`.
  private let settings: [String: RuleSettings]
  /// Where the findings of each deal stand in `findings`, by `Deal.id`.
  private let ranges: [String: Range<Int>]
  /// Likewise of `waiting`.
  private let waitingRanges: [String: Range<Int>]

  /// Applies `rules` to the journal and to every deal of it; `dismissals` are those that stand in no note. When
  /// `isInLanguageOfNotes`, each finding speaks the language of the note that shows it, where the journal knows one: a team
  /// that writes in two languages is answered in two. With `models`, a journal that was read from prose is told what the rest of
  /// each deal makes likely; without, what rules find in it as it is.
  public init(
    of journal: Journal, rules: [Rule] = Rule.all, settings: FolderSettings = FolderSettings(),
    dismissals: [Dismissal] = [], isInLanguageOfNotes: Bool = false, models: ReadingModels? = nil
  ) {
    self.journal = journal
    @Sendable func language(_ draft: Finding.Draft) -> Language? {
      isInLanguageOfNotes ? draft.evidence.first.flatMap { journal.languages[$0.path] } : nil
    }
    func told(_ drafts: [Finding.Draft], by rule: Rule) -> [Finding] {
      drafts.compactMap { draft in
        let own = settings[draft.evidence.first?.path]
        return own.silent.contains(rule.code)
          ? nil : Finding(draft, by: rule, deal: nil, severity: own.severity(of: rule), language: language(draft))
      }
    }
    var findings: [Finding] = []
    var book = DismissalBook(journal.ignores.map(Dismissal.init) + dismissals, journal: journal)
    for case (let rule, .journal(let check)) in rules.map({ ($0, $0.check) }) {
      findings += book.remaining(of: told(check(journal), by: rule))
    }
    let ofNotes = findings.count
    let lastEntries = DealContext.lastEntries(of: journal)
    let checked = concurrentMap(journal.deals, chunk: 1) { deal in
      let last = lastEntries[deal.id]
      let own = settings[last?.path]
      let context = DealContext(deal: deal, journal: journal, lastEntry: last, settings: own, gaps: models?.gaps)
      var found: [Finding] = []
      // Of what no note has told by that day, nothing is missing yet.
      let isKnown = context.lastEvidence != nil
      for case (let rule, .deal(let check)) in rules.map({ ($0, $0.check) })
      where isKnown && rule.stages.contains(deal.stage) && !rule.silentFor.contains(context.profile)
        && !own.silent.contains(rule.code)
      {
        let gap = own.decidesSeverity(of: rule) ? nil : rule.gap
        found += check(context).map { draft in
          Finding(
            draft, by: rule, deal: deal.id, severity: own.severity(of: rule),
            isUnlikely: gap.map { context.likelihood.isUnlikely($0, of: draft.person) } ?? false,
            language: language(draft))
        }
      }
      return (context: context, found: found)
    }
    let order = CauseOrder(rules)
    // What is let be is crossed off in the order of deals.
    let sorted = checked.map { order.sorted(book.remaining(of: $0.found)) }
    var ranges: [String: Range<Int>] = [:]
    var waiting: [Finding] = []
    var waitingRanges: [String: Range<Int>] = [:]
    for (deal, own) in zip(journal.deals, sorted) {
      ranges[deal.id] = findings.count..<findings.count + own.speaking.count
      findings += own.speaking
      waitingRanges[deal.id] = waiting.count..<waiting.count + own.waiting.count
      waiting += own.waiting
    }
    standings = concurrentMap(checked.indices, chunk: 1) {
      Standing(of: checked[$0].context, findings: sorted[$0].speaking[...])
    }
    var afterwards: [Finding] = []
    for case (let rule, .dismissals(let check)) in rules.map({ ($0, $0.check) }) {
      afterwards += told(check(book.outcomes), by: rule)
    }
    findings.insert(contentsOf: afterwards, at: ofNotes)
    dismissed = book.dismissed
    self.settings = Dictionary(uniqueKeysWithValues: journal.deals.map { ($0.id, settings[lastEntries[$0.id]?.path]) })
    ranges = ranges.mapValues { $0.lowerBound + afterwards.count..<$0.upperBound + afterwards.count }
    self.findings = findings
    self.waiting = waiting
    self.ranges = ranges
    self.waitingRanges = waitingRanges
  }

  private init(
    journal: Journal, findings: [Finding], waiting: [Finding], standings: [Standing], settings: [String: RuleSettings],
    ranges: [String: Range<Int>], waitingRanges: [String: Range<Int>]
  ) {
    self.journal = journal
    self.findings = findings
    self.waiting = waiting
    dismissed = []
    self.standings = standings
    self.settings = settings
    self.ranges = ranges
    self.waitingRanges = waitingRanges
  }

  /// The same under other names, in the same order; `deal` tells what each `Deal.id` is called. What is let be is not
  /// told: it has its reasons in somebody's own words.
  func replacing(
    journal: Journal, findings: [Finding], waiting: [Finding], standings: [Standing], deal: (String) -> String
  ) -> Assessment {
    func renamed<Value>(_ values: [String: Value]) -> [String: Value] {
      Dictionary(values.map { (deal($0.key), $0.value) }, uniquingKeysWith: { first, _ in first })
    }
    return Assessment(
      journal: journal, findings: findings, waiting: waiting, standings: standings, settings: renamed(settings),
      ranges: renamed(ranges), waitingRanges: renamed(waitingRanges))
  }

  /// The findings about one deal; none for a deal that is not there.
  public func findings(ofDeal id: String) -> ArraySlice<Finding> { findings[ranges[id] ?? 0..<0] }

  /// A deal of the journal as the rules saw it.
  public func context(of deal: Deal) -> DealContext {
    DealContext(deal: deal, journal: journal, lastEntry: nil, settings: settings[deal.id] ?? RuleSettings())
  }

  /// What of one deal waits on an earlier cause.
  public func waiting(ofDeal id: String) -> ArraySlice<Finding> { waiting[waitingRanges[id] ?? 0..<0] }

  /// Every `Gap` of the deals that is more than worth knowing, whether it speaks or waits, in the order of deals, then by code:
  /// what a reader of the notes who knows no order of causes would mark.
  public var gaps: [Finding] {
    journal.deals.flatMap { deal in
      (findings(ofDeal: deal.id) + waiting(ofDeal: deal.id))
        .filter { $0.severity > .info && Gap(rawValue: $0.name) != nil }.enumerated()
        .sorted { ($0.element.code, $0.offset) < ($1.element.code, $1.offset) }.map(\.element)
    }
  }
}
