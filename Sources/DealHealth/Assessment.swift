import DealJournal

/// What a journal lacks: every finding, and how each deal stands at its gates.
public struct Assessment: Sendable {
  /// The journal that was assessed.
  public let journal: Journal
  /// Findings, ordered by deal, then code, then person; those about the journal itself first.
  public let findings: [Finding]
  /// How each deal stands, in the order of `journal.deals`.
  public let standings: [Standing]

  /// Applies `rules` to the journal and to every deal of it.
  public init(of journal: Journal, rules: [Rule] = Rule.all) {
    self.journal = journal
    var findings: [Finding] = []
    for case (let rule, .journal(let check)) in rules.map({ ($0, $0.check) }) {
      findings += check(journal).map { Finding($0, by: rule, deal: nil) }
    }
    var standings: [Standing] = []
    for deal in journal.deals {
      let context = DealContext(deal: deal, journal: journal)
      var own: [Finding] = []
      for case (let rule, .deal(let check)) in rules.map({ ($0, $0.check) }) where rule.stages.contains(deal.stage) {
        own += check(context).map { Finding($0, by: rule, deal: deal.id) }
      }
      standings.append(Standing(of: context, findings: own))
      findings += own
    }
    self.findings = findings
    self.standings = standings
  }

  /// The findings about one deal, by code, then person.
  public func findings(ofDeal id: String) -> [Finding] { findings.filter { $0.deal == id } }
}
