import DealJournal

/// What a journal lacks: every finding, and how each deal stands at its gates.
public struct Assessment: Sendable {
  /// The journal that was assessed.
  public let journal: Journal
  /// Findings about the journal itself, then those of each deal in the order of `journal.deals`; of one deal by code,
  /// of one rule the heaviest person first.
  public let findings: [Finding]
  /// How each deal stands, in the order of `journal.deals`.
  public let standings: [Standing]
  /// Where the findings of each deal stand in `findings`, by `Deal.id`.
  private let ranges: [String: Range<Int>]

  /// Applies `rules` to the journal and to every deal of it.
  public init(of journal: Journal, rules: [Rule] = Rule.all) {
    self.journal = journal
    var findings: [Finding] = []
    for case (let rule, .journal(let check)) in rules.map({ ($0, $0.check) }) {
      findings += check(journal).map { Finding($0, by: rule, deal: nil) }
    }
    var standings: [Standing] = []
    var ranges: [String: Range<Int>] = [:]
    let lastEntries = DealContext.lastEntries(of: journal)
    for deal in journal.deals {
      let context = DealContext(deal: deal, journal: journal, lastEntry: lastEntries[deal.id])
      let start = findings.count
      for case (let rule, .deal(let check)) in rules.map({ ($0, $0.check) }) where rule.stages.contains(deal.stage) {
        findings += check(context).map { Finding($0, by: rule, deal: deal.id) }
      }
      ranges[deal.id] = start..<findings.count
      standings.append(Standing(of: context, findings: findings[start...]))
    }
    self.findings = findings
    self.standings = standings
    self.ranges = ranges
  }

  /// The findings about one deal; none for a deal that is not there.
  public func findings(ofDeal id: String) -> ArraySlice<Finding> { findings[ranges[id] ?? 0..<0] }
}
