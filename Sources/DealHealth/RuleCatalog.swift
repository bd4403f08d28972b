extension Rule {
  /// Every rule, ordered by code.
  public static let all: [Rule] = []

  /// What a code or name leads to.
  public enum Lookup: Sendable {
    /// The rule of that code or name.
    case found(Rule)
    /// No rule is called so; the likeliest meant ones, best first, at most three.
    case unknown(suggestions: [Rule])
  }

  /// The rule with a code or name, whatever its case; names that were retired lead to their successor.
  public static func named(_ text: String) -> Lookup {
    let wanted = String(text.lowercased().map { $0 == "_" || $0 == " " ? "-" : $0 })
    if let rule = all.first(where: { $0.code.lowercased() == wanted || $0.name == wanted }) { return .found(rule) }
    let ranked = all.map { rule in
      (distance: min(distance(wanted, rule.name), distance(wanted, rule.code.lowercased()) * 2), rule: rule)
    }
    let limit = max(2, wanted.utf8.count / 3)
    return .unknown(
      suggestions: ranked.filter { $0.distance <= limit || (wanted.utf8.count > 2 && $0.rule.name.contains(wanted)) }
        .sorted { ($0.distance, $0.rule.code) < ($1.distance, $1.rule.code) }
        .prefix(3).map(\.rule))
  }

  /// Insertions, deletions, substitutions and swaps of neighbours that lead from one to the other (optimal string
  /// alignment). Only the first 64 bytes count: no name is longer.
  private static func distance(_ left: String, _ right: String) -> Int {
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
}
