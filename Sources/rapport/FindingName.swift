import DealHealth

/// A finding as a command's argument names it: `P301`, `P301:Larkfield` or `P301:Larkfield:Helen Marsh`.
struct FindingName {
  private let text: String

  init(_ text: String) { self.text = text }

  /// The only finding that the argument means.
  func finding(among findings: [Finding]) throws -> Finding {
    let parts = text.split(separator: ":", maxSplits: 2, omittingEmptySubsequences: false).map { $0.lowercased() }
    let code: String
    switch Rule.named(parts[0]) {
    case .found(let rule): code = rule.code
    case .unknown(let suggestions):
      let meant = suggestions.first.map { "did you mean \($0.code)?" } ?? "rapport rules lists them all"
      throw Failure(message: "no finding is called \(parts[0]); \(meant)")
    }
    let own = findings.filter { $0.code == code }
    let exact = own.filter { $0.identity.description.lowercased() == text.lowercased() }
    let matching =
      exact.isEmpty
      ? own.filter { found in
        (parts.count < 2 || found.identity.deal.lowercased().contains(parts[1]))
          && (parts.count < 3 || found.identity.subject.lowercased().contains(parts[2]))
      } : exact
    guard let first = matching.first else {
      let others = own.isEmpty ? "" : "; there is \(list(own))"
      throw Failure(message: "there is no such finding: \(text)\(others)")
    }
    guard matching.count == 1 else {
      throw Failure(message: "\(text) means \(matching.count) findings; choose \(list(matching))")
    }
    return first
  }

  private func list(_ findings: [Finding]) -> String {
    let names = findings.map { "\"\($0.identity)\"" }
    return names.prefix(5).joined(separator: ", ") + (names.count > 5 ? " and \(names.count - 5) more" : "")
  }
}
