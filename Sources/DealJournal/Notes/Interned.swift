import SourceText

/// Numbers for things of which a journal has few and says them often: equal things share one, in order of their first
/// appearance.
struct Interned<Thing: Hashable & Sendable>: Sendable {
  /// Each thing once, by number.
  let things: [Thing]
  /// The number of each thing, as they were given.
  let numbers: [Int]

  /// Numbers what `list` has of each of `parts`, in order. Parts are looked through on all cores.
  init(_ parts: Range<Int>, _ list: @Sendable (Int, _ take: (Thing) -> Void) -> Void) {
    let tables = concurrentMap(parts.stretches, chunk: 1) { stretch in
      var table = Table()
      for part in stretch { list(part) { table.take($0) } }
      return table
    }
    self.init(merging: tables)
  }

  /// Numbers what stretches of a journal have numbered each by itself.
  init(merging tables: [Table]) {
    var all = Table()
    all.numbers.reserveCapacity(tables.reduce(0) { $0 + $1.numbers.count })
    for table in tables {
      let numbers = table.things.map { all.number(of: $0) }
      for number in table.numbers { all.numbers.append(numbers[number]) }
    }
    things = all.things
    numbers = all.numbers
  }

  /// Numbers in the making.
  struct Table: Sendable {
    fileprivate var things: [Thing] = []
    fileprivate var numbers: [Int] = []
    private var known: [Thing: Int] = [:]

    /// Numbers one more thing.
    mutating func take(_ thing: Thing) { numbers.append(number(of: thing)) }

    fileprivate mutating func number(of thing: Thing) -> Int {
      if let number = known[thing] { return number }
      known[thing] = things.count
      things.append(thing)
      return things.count - 1
    }
  }
}

extension Range<Int> {
  /// The range in pieces long enough that what each learns for itself is little beside its work.
  var stretches: [Range<Int>] {
    stride(from: lowerBound, to: upperBound, by: 256).map { $0..<Swift.min($0 + 256, upperBound) }
  }
}
