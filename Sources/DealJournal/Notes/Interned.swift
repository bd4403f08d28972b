import SourceText

/// Numbers for things of which a journal has few and says them often: equal things share one, in order of their first
/// appearance.
struct Interned<Thing: Hashable & Sendable>: Sendable {
  /// Each thing once, by number.
  let things: [Thing]
  /// The number of each thing, as they were given.
  let numbers: [Int]

  /// Numbers what `list` has of each part of a journal, in order. Parts are looked through on all cores.
  init<Part: Sendable>(_ parts: [Part], _ list: @Sendable (Part, _ take: (Thing) -> Void) -> Void) {
    let stretches = stride(from: 0, to: parts.count, by: Self.stretch).map {
      $0..<min($0 + Self.stretch, parts.count)
    }
    let tables = concurrentMap(stretches, chunk: 1) { stretch in
      var table = Table()
      for part in parts[stretch] { list(part) { table.take($0) } }
      return table
    }
    var all = Table()
    all.numbers.reserveCapacity(tables.reduce(0) { $0 + $1.numbers.count })
    for table in tables {
      let numbers = table.things.map { all.number(of: $0) }
      for number in table.numbers { all.numbers.append(numbers[number]) }
    }
    things = all.things
    numbers = all.numbers
  }

  /// Parts that share a table before all tables become one.
  private static var stretch: Int { 256 }

  private struct Table: Sendable {
    var things: [Thing] = []
    var numbers: [Int] = []
    private var known: [Thing: Int] = [:]

    mutating func take(_ thing: Thing) { numbers.append(number(of: thing)) }

    mutating func number(of thing: Thing) -> Int {
      if let number = known[thing] { return number }
      known[thing] = things.count
      things.append(thing)
      return things.count - 1
    }
  }
}
