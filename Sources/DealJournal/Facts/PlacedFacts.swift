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

  /// A fact on its way.
  struct Item: Sendable {
    let fact: JournalFact
    let deal: Int?
    let person: Int?
  }

  /// A sign on its way.
  struct SignItem: Sendable {
    let sign: JournalSign
    let deal: Int?
  }

  /// Facts and signs in order.
  init(_ facts: [Item], signs: [SignItem]) {
    all = facts.map(\.fact)
    deal = facts.map(\.deal)
    person = facts.map(\.person)
    self.signs = signs.map(\.sign)
    dealOfSign = signs.map(\.deal)
  }
}
