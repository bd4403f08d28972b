import DealHealth
import FactReading

/// How often each rule spoke.
public struct FindingStatistics: Sendable {
  private let rows: [(count: Int, rule: Rule)]

  /// Counts `findings` rule by rule.
  public init(of findings: [Finding]) {
    let counts = Dictionary(findings.map { ($0.code, 1) }, uniquingKeysWith: +)
    rows = Rule.all.compactMap { rule in counts[rule.code].map { ($0, rule) } }
      .sorted { ($1.count, $0.rule.code) < ($0.count, $1.rule.code) }
  }

  /// A line for each rule that spoke, the most frequent first.
  public func terminal(in language: Language) -> String {
    let digits = rows.map { String($0.count).count }.max() ?? 0
    let width = rows.map(\.rule.name.utf8.count).max() ?? 0
    return rows.map { count, rule in
      String(repeating: " ", count: digits - String(count).count) + "\(count)  \(rule.code)  \(rule.name)"
        + String(repeating: " ", count: width - rule.name.utf8.count + 2) + rule.summary.in(language) + "\n"
    }.joined()
  }
}
