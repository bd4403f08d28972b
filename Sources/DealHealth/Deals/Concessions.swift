import DealJournal
import FactReading

extension DealContext {
  /// Concessions of ours: what was said to them, and neither refused in the same breath nor another seller's.
  var concessions: [JournalFact] {
    // What we reckon among ourselves is no word to the customer.
    let silent = Set(signs(.amongUs, .refuses).map(\.evidence))
    return withoutRivals(facts(.exchangeDiscount)).filter { $0.isLikely && !silent.contains($0.evidence) }
  }

  /// Facts of money without those that prose tells of another seller: their line speaks of one, and not of us.
  func withoutRivals(_ facts: [JournalFact]) -> [JournalFact] {
    let ofRivals = Set(
      self.facts(.competitor).filter(\.isLikely).map(\.evidence) + signs(.rivalSide).map(\.evidence))
    return facts.filter {
      $0.basis == .marked || !ofRivals.contains($0.evidence) || Self.speaksOfUs($0.evidence.quote)
    }
  }

  private static func speaksOfUs(_ quote: String) -> Bool {
    if quote.contains(where: { "我咱俺".contains($0) }) { return true }
    return quote.lowercased().split { !$0.isLetter }.contains { ["i", "we", "our", "us", "ours", "my"].contains($0) }
  }
}
