/// Tells of numbers whether they are new in a round, round after round without clearing a table in between.
struct NewNumbers {
  private var lastSeen: [Int]
  private var round = 0

  /// For numbers below `limit`.
  init(limit: Int) { lastSeen = [Int](repeating: -1, count: limit) }

  /// Begins a round.
  mutating func start() { round += 1 }

  /// Whether this round sees a number for the first time.
  mutating func isNew(_ number: Int) -> Bool {
    guard lastSeen[number] != round else { return false }
    lastSeen[number] = round
    return true
  }

  /// The number of different ones among `numbers`.
  mutating func count(_ numbers: some Sequence<Int>) -> Int {
    start()
    var count = 0
    for number in numbers where isNew(number) { count += 1 }
    return count
  }
}
