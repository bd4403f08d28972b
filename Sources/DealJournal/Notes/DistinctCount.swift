/// Counts how many different numbers a list has, time and again without clearing a table in between.
struct DistinctCount {
  private var lastSeen: [Int]
  private var round = 0

  /// For numbers below `limit`.
  init(limit: Int) { lastSeen = [Int](repeating: 0, count: limit) }

  /// The number of different ones among `numbers`.
  mutating func callAsFunction(_ numbers: some Sequence<Int>) -> Int {
    round += 1
    var count = 0
    for number in numbers where lastSeen[number] != round {
      lastSeen[number] = round
      count += 1
    }
    return count
  }
}
