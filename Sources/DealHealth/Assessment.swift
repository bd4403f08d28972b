import DealJournal

/// What a journal lacks: every finding, and how each deal stands at its gates.
public struct Assessment: Sendable {
  /// The journal that was assessed.
  public let journal: Journal
  /// Findings, ordered by deal, then code, then person.
  public let findings: [Finding]

  /// Applies `rules` to every deal.
  public init(of journal: Journal, rules: [Rule] = Rule.all) {
    self.journal = journal
    findings = journal.deals.flatMap { deal in
      rules.flatMap { rule in
        rule.check(DealContext(deal: deal, journal: journal)).map { draft in
          Finding(
            code: rule.code, name: rule.name, severity: rule.severity, deal: deal.id, person: draft.person,
            message: draft.message, why: rule.why, clears: draft.clears ?? rule.clears, evidence: draft.evidence)
        }
      }
    }
  }
}

extension Rule {
  /// Every rule, ordered by code.
  public static let all: [Rule] = []
}
