import DealJournal
import FactReading

extension DealContext {
  /// Concessions of ours: what was said to them, and neither refused in the same breath nor another seller's.
  var concessions: [JournalFact] {
    // What we reckon among ourselves is no word to the customer.
    let silent = Set(signs(.amongUs, .refuses).map(\.evidence))
    return facts(.exchangeDiscount).filter { $0.isLikely && !silent.contains($0.evidence) && !isRivals($0) }
  }

  /// Whether what prose tells of money is told of another seller: its line speaks of one, and not of us.
  func isRivals(_ fact: JournalFact) -> Bool {
    fact.basis < .marked && speaksOfRival(fact.evidence) && !Self.speaksOfUs(fact.evidence.quote)
  }

  private func speaksOfRival(_ line: Evidence) -> Bool {
    facts(.competitor).contains { $0.evidence == line && $0.isLikely }
      || signs(.rivalSide).contains { $0.evidence == line }
  }

  private static func speaksOfUs(_ quote: String) -> Bool {
    if quote.contains(where: { "我咱俺".contains($0) }) { return true }
    return quote.lowercased().split { !$0.isLetter }.contains { ["i", "we", "our", "us", "ours", "my"].contains($0) }
  }
}
