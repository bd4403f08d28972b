/// The facts and signs of a journal, and what each is about by number.
struct PlacedFacts: Sendable {
  /// Every fact, ordered by path, line, kind.
  let all: [JournalFact]
  /// For each, its deal as an index of `DealMap.deals`.
  let deal: [Int?]
  /// For each, whom it concerns as an index of `Cast.people`.
  let person: [Int?]
  /// Every sign, ordered by path and place.
  let signs: [JournalSign]
  /// For each of `signs`, its deal.
  let dealOfSign: [Int?]

  /// The facts and signs of one note.
  struct Page: Sendable {
    var facts: [JournalFact] = []
    var deal: [Int?] = []
    var person: [Int?] = []
    var signs: [JournalSign] = []
    var dealOfSign: [Int?] = []
  }

  /// The pages of all notes, in order.
  init(_ pages: [Page]) {
    all = pages.flatMap(\.facts)
    deal = pages.flatMap(\.deal)
    person = pages.flatMap(\.person)
    signs = pages.flatMap(\.signs)
    dealOfSign = pages.flatMap(\.dealOfSign)
  }
}
