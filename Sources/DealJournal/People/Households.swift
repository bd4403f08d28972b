import FactReading

/// The deals in which people buy for themselves, as far as phrases tell: *her mum*, 夫妻俩, 店是他自己的.
struct Households {
  private let dealOfSentence: [Int?]
  private let deals: Set<Int>

  /// Looks at the signs of all notes.
  init(_ notes: JournalNotes, map: DealMap) {
    dealOfSentence = map.dealOfSentence
    var deals: Set<Int> = []
    for (note, reading) in notes.readings.enumerated() {
      let first = notes.sentences[note].lowerBound
      for sign in reading.dealSigns where sign.isStated && (sign.kind == .household || sign.kind == .owner) {
        if let deal = map.dealOfSentence[first + sign.sentence] { deals.insert(deal) }
      }
    }
    self.deals = deals
  }

  /// Whether sentences of the journal are about one such deal and no other.
  func isOnly(_ sentences: some Sequence<Int>) -> Bool {
    guard !deals.isEmpty else { return false }
    let own = Set(sentences.compactMap { dealOfSentence[$0] })
    return own.count == 1 && own.isSubset(of: deals)
  }
}
