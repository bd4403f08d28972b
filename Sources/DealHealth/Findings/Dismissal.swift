import DealJournal
import NoteSyntax
import SourceText

/// Somebody's word that a finding is to be let be, in a note or in the file beside the notes.
public struct Dismissal: Sendable {
  /// Code or name of the rule, as written.
  public let rule: String
  /// Names or ids of deals; nil for any, empty for findings about the journal.
  public let deals: [String]?
  /// Whom or what it is about; empty for all findings of the rule.
  public let subject: String
  /// Why; a dismissal without a reason has no force.
  public let reason: String
  /// The last day on which it holds, as written; nil for always.
  public let until: String?
  /// Where it stands.
  public let evidence: Evidence

  /// A dismissal; what each part is, its property says.
  public init(
    rule: String, deals: [String]?, subject: String, reason: String, until: String?, evidence: Evidence
  ) {
    self.rule = rule
    self.deals = deals
    self.subject = subject
    self.reason = reason
    self.until = until
    self.evidence = evidence
  }

  /// What a note says.
  init(_ ignore: JournalIgnore) {
    self.init(
      rule: ignore.mark.rule, deals: ignore.deals, subject: ignore.mark.subject, reason: ignore.mark.reason,
      until: ignore.mark.until, evidence: ignore.evidence)
  }

  /// What became of a dismissal.
  public enum Outcome: Hashable, Sendable {
    /// It lets at least one finding be.
    case used
    /// There is nothing to let be.
    case unused
    /// Its last day has passed.
    case expired(Day)
    /// It has no force: no reason is given.
    case withoutReason
    /// It has no force: its last day is no day.
    case withoutDay
    /// It has no force: no rule is called so; the likeliest meant one.
    case unknownRule(suggestion: String?)
  }
}

/// The dismissals of a journal, and which findings they let be.
struct DismissalBook {
  private let entries: [(dismissal: Dismissal, code: String?, outcome: Dismissal.Outcome)]
  private let journal: Journal
  private var isUsed: [Bool]
  /// The findings that were let be, with the dismissal.
  private(set) var dismissed: [(finding: Finding, dismissal: Dismissal)] = []

  init(_ dismissals: [Dismissal], journal: Journal) {
    entries = dismissals.map { dismissal in
      guard case .found(let rule) = Rule.named(dismissal.rule) else {
        var meant: String?
        if case .unknown(let suggestions) = Rule.named(dismissal.rule) { meant = suggestions.first?.code }
        return (dismissal, nil, .unknownRule(suggestion: meant))
      }
      guard !dismissal.reason.isEmpty else { return (dismissal, rule.code, .withoutReason) }
      guard let until = dismissal.until else { return (dismissal, rule.code, .unused) }
      guard let day = Day(iso: until) else { return (dismissal, rule.code, .withoutDay) }
      return (dismissal, rule.code, day < journal.asOf ? .expired(day) : .unused)
    }
    isUsed = entries.map { _ in false }
    self.journal = journal
  }

  /// The findings that nothing lets be.
  mutating func remaining(of findings: [Finding]) -> [Finding] {
    entries.isEmpty ? findings : findings.filter { !isDismissed($0) }
  }

  private mutating func isDismissed(_ finding: Finding) -> Bool {
    guard
      let found = entries.indices.first(where: {
        entries[$0].outcome == .unused && entries[$0].code == finding.code && concerns(entries[$0].dismissal, finding)
      })
    else { return false }
    isUsed[found] = true
    dismissed.append((finding, entries[found].dismissal))
    return true
  }

  private func concerns(_ dismissal: Dismissal, _ finding: Finding) -> Bool {
    if let deal = finding.deal {
      let names = [deal, journal.deal(deal)?.name ?? deal].map { $0.lowercased() }
      guard dismissal.deals?.contains(where: { names.contains($0.lowercased()) }) ?? true else { return false }
    } else if dismissal.deals != nil {
      // A finding about the notes is let be in the note that shows it.
      guard finding.evidence.contains(where: { $0.path == dismissal.evidence.path }) else { return false }
    }
    let subject = dismissal.subject.lowercased()
    guard !subject.isEmpty else { return true }
    let person = finding.person.flatMap { journal.person($0) }
    // Whoever writes the deal's name behind the code means the deal.
    if let deal = finding.deal.flatMap({ journal.deal($0) }),
      ([deal.name] + deal.surfaces).contains(where: { $0.lowercased() == subject })
    {
      return true
    }
    return ([finding.identity.subject, person?.name ?? ""] + (person?.surfaces ?? [])).contains {
      $0.lowercased() == subject
    }
  }

  /// What became of each, in the order given.
  var outcomes: [(dismissal: Dismissal, outcome: Dismissal.Outcome)] {
    entries.indices.map { (entries[$0].dismissal, isUsed[$0] ? .used : entries[$0].outcome) }
  }
}
