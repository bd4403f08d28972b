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
      let written = text.prefix { $0 != ":" }
      throw Failure(.unknownRule(String(written), meaning: suggestions.first.map { [$0] } ?? []))
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
      let others = list(own)
      throw Failure(
        en: "there is no such finding: \(text)" + (own.isEmpty ? "" : "; there is \(others.en)"),
        zh: "没有这条提醒：\(text)" + (own.isEmpty ? "" : "；有的是 \(others.zh)"))
    }
    guard matching.count == 1 else {
      let choice = list(matching)
      throw Failure(
        en: "\(text) means \(matching.count) findings; choose \(choice.en)",
        zh: "\(text) 可以指 \(matching.count) 条提醒；请选一条：\(choice.zh)")
    }
    return first
  }

  private func list(_ findings: [Finding]) -> Text {
    let names = findings.map { "\"\($0.identity)\"" }
    let first = names.prefix(5)
    let rest = names.count - first.count
    return Text(
      en: first.joined(separator: ", ") + (rest > 0 ? " and \(rest) more" : ""),
      zh: first.joined(separator: "、") + (rest > 0 ? "，还有 \(rest) 条" : ""))
  }
}

extension Text {
  /// That no rule is called so, and what may have been meant.
  static func unknownRule(_ name: String, meaning rules: [Rule]) -> Text {
    let meant = rules.map { "\($0.code) \($0.name)" }
    return Text(
      en: "no finding is called \(name); "
        + (meant.isEmpty ? "rapport rules lists them all" : "did you mean \(meant.joined(separator: ", "))?"),
      zh: "没有叫 \(name) 的提醒；" + (meant.isEmpty ? "rapport rules 列出全部" : "是不是想说 \(meant.joined(separator: "、"))？"))
  }
}
