import DealJournal
import FactReading
import NoteSyntax

extension Rule {
  /// Two entries of one day state opposite facts.
  static let contradiction = Rule(
    code: "J007", name: "contradiction", severity: .info,
    summary: Text(en: "Two notes of one day state opposite things.", zh: "同一天的两处记录说法相反。"),
    why: Text(
      en: "Later entries win over earlier ones; of two of the same day neither can.", zh: "以后写的为准；同一天的两处，谁也压不过谁。"),
    clears: Text(en: "Correct the one that is wrong, or strike it through.", zh: "改掉不对的那一处，或者划掉它。"),
    example: Example(
      fires: Text(
        en:
          "# 2026-11-12 Larkfield Mills #stage/care\nTom Reed, the production manager: not one stop since it runs #satisfaction/full.\n\nTom Reed: it never worked at all #satisfaction/none.\n",
        zh: "# 2026-11-12 长风纺织 #阶段/经营\n生产部王经理：上线后一次没停过 #满意/完全。\n\n王经理：从来就没好用过 #满意/没有。\n"),
      silent: Text(
        en:
          "# 2026-11-12 Larkfield Mills #stage/care\nTom Reed, the production manager: not one stop since it runs #satisfaction/full.\n",
        zh: "# 2026-11-12 长风纺织 #阶段/经营\n生产部王经理：上线后一次没停过 #满意/完全。\n"),
      nearMiss: Text(
        en:
          "# 2026-11-05 Larkfield Mills #stage/care\nTom Reed, the production manager: it never worked at all #satisfaction/none.\n# 2026-11-12 Larkfield Mills #stage/care\nTom Reed: not one stop since the repair #satisfaction/full.\n",
        zh: "# 2026-11-05 长风纺织 #阶段/经营\n生产部王经理：从来就没好用过 #满意/没有。\n# 2026-11-12 长风纺织 #阶段/经营\n王经理：修好以后一次没停过 #满意/完全。\n"))
  ) { journal in
    (Contradiction.ofSatisfaction(in: journal) + Contradiction.ofBudgets(in: journal)
      + Contradiction.ofStages(in: journal))
      .sorted { $0.subject < $1.subject }.map { contradiction in
        let (first, second) = contradiction.sides
        return Finding.Draft(
          subject: contradiction.subject,
          message: Text(
            en: "On \(contradiction.day.short.en) one line says “\(first.words)”, another “\(second.words)”.",
            zh: "\(contradiction.day.short.zh)一处写“\(first.words)”，另一处写“\(second.words)”。"),
          evidence: [first, second])
      }
  }
}

/// Two lines of one day of which only one can be true.
///
/// What can follow on the same day contradicts nothing: a deal that goes a stage further, trust after a doubt, a promise that
/// is kept beside one that is not. Nor do two lines of one entry, where the second may tell how the first was settled, but for
/// praise and damnation out of the same mouth.
private struct Contradiction {
  /// Deal, person and day, and what is contradicted.
  let subject: String
  let day: Day
  let sides: (Evidence, Evidence)

  /// It is just what somebody wanted, and it is nothing of what they wanted.
  static func ofSatisfaction(in journal: Journal) -> [Contradiction] {
    let words = journal.facts.filter {
      $0.isHeld && $0.isLikely && [.satisfactionFull, .satisfactionNone].contains($0.kind)
    }
    return Dictionary(grouping: words) { Key(of: $0, person: $0.person) }.compactMap { key, facts in
      guard let key, let praise = facts.first(where: { $0.kind == .satisfactionFull }),
        let damnation = facts.first(where: { $0.kind == .satisfactionNone })
      else { return nil }
      return Contradiction(subject: key.subject, day: key.day, sides: (praise.evidence, damnation.evidence))
    }
  }

  /// Two entries tell two sums as the customer's budget.
  static func ofBudgets(in journal: Journal) -> [Contradiction] {
    let entries = EntryIndex(journal)
    let budgets = journal.facts.filter { $0.isHeld && $0.isLikely && $0.kind == .exchangeBudget }
    return Dictionary(grouping: budgets) { Key(of: $0, person: nil) }
      .compactMap { key, facts in
        guard let key else { return nil }
        let sums = facts.compactMap { fact in Amount(only: fact.evidence.quote).map { (sum: $0.value, fact.evidence) } }
        for (position, first) in sums.enumerated() {
          if let second = sums[(position + 1)...].first(where: {
            $0.sum != first.sum && entries.areApart(first.1, $0.1)
          }) {
            return Contradiction(subject: "\(key.subject) budget", day: key.day, sides: (first.1, second.1))
          }
        }
        return nil
      }
  }

  /// One entry calls a deal lost that another calls alive, or bought that another is still looking for the need of.
  static func ofStages(in journal: Journal) -> [Contradiction] {
    let entries = EntryIndex(journal)
    return journal.deals.flatMap { deal in
      Dictionary(grouping: deal.claims.filter { $0.day != nil }, by: \.day).compactMap { day, claims in
        guard let day else { return nil }
        for (position, first) in claims.enumerated() {
          if let second = claims[(position + 1)...].first(where: {
            areOpposite(first.stage, $0.stage) && entries.areApart(first.evidence, $0.evidence)
          }) {
            return Contradiction(
              subject: "\(deal.id)  \(day.iso) stage", day: day, sides: (first.evidence, second.evidence))
          }
        }
        return nil
      }
    }
  }

  private static func areOpposite(_ one: Stage, _ other: Stage) -> Bool {
    if (one == .lost) != (other == .lost) { return true }
    return (one == .care && other < .exchange) || (other == .care && one < .exchange)
  }

  /// Of whom, in which deal and on which day lines speak.
  private struct Key: Hashable {
    let deal: String
    let person: String
    let day: Day

    /// Nil for what has no day, or no deal.
    init?(of fact: JournalFact, person: String?) {
      guard let day = fact.day, let deal = fact.deal else { return nil }
      self.deal = deal
      self.person = person ?? ""
      self.day = day
    }

    var subject: String { "\(deal) \(person) \(day.iso)" }
  }
}

/// In which entry a place stands.
private struct EntryIndex {
  private let starts: [String: [Int]]

  init(_ journal: Journal) {
    starts = Dictionary(grouping: journal.entries.map(\.evidence), by: \.path).mapValues { places in
      places.map(\.span.start).sorted()
    }
  }

  /// Whether two places stand in two notes, or in two entries of one; front matter is no entry.
  func areApart(_ one: Evidence, _ other: Evidence) -> Bool {
    guard one.path == other.path else { return true }
    let (first, second) = (entry(of: one), entry(of: other))
    return first != second && first > 0 && second > 0
  }

  private func entry(of place: Evidence) -> Int {
    (starts[place.path] ?? []).count { $0 <= place.span.start }
  }
}
