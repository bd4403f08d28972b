import FactReading

/// How an entry speaks of a person whom it names: who stands first and most in it is whom it is about.
struct EntryStanding {
  /// How many people, and people of customers, the entry names before, as one of few numbers; the latter is the highest
  /// for everybody else.
  let rank: UInt32
  let customerRank: UInt32
  /// How often it names the person, and how many of customers it names, likewise.
  let mentions: UInt32
  let customers: UInt32
  /// 1 for whoever is named most, and for whoever its first sentence names.
  let isMostNamed: UInt32
  let isInOpening: UInt32

  /// A mention of a person, the first sentence of its entry, and its own.
  typealias Place = (person: Int, side: Side, entryStart: Int, sentence: Int)

  /// The standing of the person of each mention of a note; an entry's stand together, in order.
  static func all(_ places: [Place]) -> [EntryStanding] {
    var all: [EntryStanding] = []
    all.reserveCapacity(places.count)
    var start = 0
    while start < places.count {
      let end = places[start...].firstIndex { $0.entryStart != places[start].entryStart } ?? places.count
      addEntry(places[start..<end], to: &all)
      start = end
    }
    return all
  }

  private static func addEntry(_ places: ArraySlice<Place>, to all: inout [EntryStanding]) {
    struct Person {
      let rank: Int
      let customerRank: Int
      var mentions = 0
      var isInOpening = false
    }
    var people: [Int: Person] = [:]
    var customers = 0
    for place in places {
      let isCustomer = place.side == .customer
      if people[place.person] == nil {
        people[place.person] = Person(rank: people.count, customerRank: isCustomer ? customers : .max)
        if isCustomer { customers += 1 }
      }
      people[place.person]?.mentions += 1
      if place.sentence == place.entryStart { people[place.person]?.isInOpening = true }
    }
    let most = people.values.lazy.map(\.mentions).max() ?? 0
    for place in places {
      guard let person = people[place.person] else { continue }
      all.append(
        EntryStanding(
          rank: few(person.rank), customerRank: few(person.customerRank), mentions: few(person.mentions, most: 5),
          customers: few(customers), isMostNamed: person.mentions == most ? 1 : 0,
          isInOpening: person.isInOpening ? 1 : 0))
    }
  }

  private static func few(_ number: Int, most: Int = 4) -> UInt32 { UInt32(min(number, most)) }
}
