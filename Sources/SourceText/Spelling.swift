/// How close two spellings are, for "did you mean".
public enum Spelling {
  /// Insertions, deletions, substitutions and swaps of neighbours that lead from one to the other (optimal string
  /// alignment), counted in bytes. Only the first 64 bytes count: no name is longer.
  public static func distance(_ left: String, _ right: String) -> Int {
    let left = Array(left.utf8.prefix(64))
    let right = Array(right.utf8.prefix(64))
    var before = [Int](repeating: 0, count: right.count + 1)
    var last = Array(0...right.count)
    for i in left.indices {
      var row = [i + 1]
      row.reserveCapacity(right.count + 1)
      for j in right.indices {
        var best = min(last[j + 1] + 1, row[j] + 1, last[j] + (left[i] == right[j] ? 0 : 1))
        if i > 0, j > 0, left[i] == right[j - 1], left[i - 1] == right[j] { best = min(best, before[j - 1] + 1) }
        row.append(best)
      }
      before = last
      last = row
    }
    return last[right.count]
  }

  /// The candidate closest to `text`, when no more than a third of it, and at most three bytes, would have to change.
  public static func closest(to text: String, among candidates: some Sequence<String>) -> String? {
    let limit = min(3, max(1, text.utf8.count / 3))
    return candidates.map { (distance: distance(text, $0), candidate: $0) }
      .filter { $0.distance <= limit }
      .min { ($0.distance, $0.candidate) < ($1.distance, $1.candidate) }?.candidate
  }
}
