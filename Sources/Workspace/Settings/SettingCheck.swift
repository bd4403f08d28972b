import DealHealth
import FactReading
import NoteSyntax
import SourceText

/// Holds what `rapport.yml` says against `SettingKey.all`: what is read afterwards has its shape.
struct SettingCheck {
  let path: String

  typealias Fault = Configuration.Fault

  /// Checks keys of ours; `owner` is the key that they stand under, empty at the top.
  func check(_ pairs: [(key: YAMLNode, value: YAMLNode)], are keys: [SettingKey], under owner: String) throws(Fault) {
    try checkOnce(pairs)
    for (node, value) in pairs {
      let name = node.text ?? ""
      guard let key = keys.first(where: { $0.name == name }) else {
        let meant = Spelling.closest(to: name, among: keys.map(\.name))
        let all = keys.map(\.name)
        throw fault(
          node,
          en: "has no setting called \(name)\(owner.isEmpty ? "" : " under \(owner)"); "
            + (meant.map { "did you mean \($0)?" } ?? "there are \(all.joined(separator: ", "))"),
          zh: "\(owner.isEmpty ? "" : "\(owner) 下面")没有叫 \(name) 的设置；"
            + (meant.map { "是不是 \($0)？" } ?? "可以写：\(all.joined(separator: "、"))"))
      }
      try check(value, as: key.shape, key)
    }
  }

  private func check(_ node: YAMLNode, as shape: SettingShape, _ key: SettingKey) throws(Fault) {
    // A key without a value sets nothing.
    if node.text == "" { return }
    switch shape {
    case .word(let words):
      guard let text = node.text else { throw needs(key, node, en: "one word", zh: "一个词") }
      guard !words.contains(where: { $0.isMeant(by: text) }) else { return }
      throw unknown(
        text, node, as: Text(en: key.name, zh: key.name), among: words.map(\.name),
        spellings: words.flatMap { [$0.name] + $0.others })
    case .names: try checkNames(node, key)
    case .rules:
      for item in try items(node, key, en: "rules", zh: "规则") { try checkRule(item.text ?? "", item) }
    case .days:
      for item in try items(node, key, en: "days", zh: "日子") {
        guard let text = item.text, DayRange(setting: text) == nil else { continue }
        throw fault(
          item, en: "\(text) is no day; write 2026-10-01 or 2026-10-01..2026-10-07",
          zh: "\(text) 不是日子；写成 2026-10-01 或 2026-10-01..2026-10-07")
      }
    case .record(let keys):
      guard case .mapping(let pairs) = node.value else {
        throw needs(key, node, en: "settings", zh: "设置项")
      }
      try check(pairs, are: keys, under: key.name)
    case .namesOrRecord(let keys):
      if case .mapping(let pairs) = node.value {
        try check(pairs, are: keys, under: key.name)
      } else {
        try checkNames(node, key)
      }
    case .table(let entry, let shape): try checkTable(node, of: entry, shape, key)
    case .ruleTable: try checkRuleTable(node, key)
    case .text: if node.text == nil { throw needs(key, node, en: "a text", zh: "一段文字") }
    }
  }

  private func checkTable(
    _ node: YAMLNode, of entry: SettingShape.Entry, _ shape: SettingShape, _ key: SettingKey
  ) throws(Fault) {
    guard case .mapping(let pairs) = node.value else { throw needs(key, node, en: "names with values", zh: "名字和内容") }
    try checkOnce(pairs)
    for (name, value) in pairs {
      guard let text = name.text, !text.isEmpty else { throw needs(key, name, en: "names with values", zh: "名字和内容") }
      switch entry {
      case .factKind:
        if text == FactKind.contact.rawValue {
          throw fault(
            name, en: "contact is told by people and what was done with them, not by a phrase",
            zh: "contact 要看见了谁、做了什么，不能靠一个说法")
        }
        let kinds = FactKind.ofCues.map(\.rawValue)
        guard kinds.contains(text) else {
          throw unknown(text, name, as: Text(en: "a key of \(key.name)", zh: "\(key.name) 下面的键"), among: kinds)
        }
      case .folder:
        guard IgnorePattern(line: Array(text.utf8)[...]) != nil, !text.hasPrefix("!") else {
          throw fault(
            name, en: "\(text) is no pattern for folders; write archive/ or clients/*/old",
            zh: "\(text) 不是文件夹的写法；例如 archive/ 或 clients/*/old")
        }
      case .query:
        guard
          text.unicodeScalars.allSatisfy({
            $0.properties.isAlphabetic || $0.properties.numericType != nil || $0 == "-" || $0 == "_"
          })
        else {
          throw fault(
            name, en: "\(text) is no name for a query; write letters, digits and hyphens, such as open-needs",
            zh: "\(text) 不能作查询的名字；请用文字、数字和连字符，例如 open-needs")
        }
      case .person, .deal, .holiday: break
      }
      try check(value, as: shape, key)
    }
    if entry == .person || entry == .deal { try checkAliases(pairs) }
  }

  /// A name that leads to two people or deals leads to neither.
  private func checkAliases(_ pairs: [(key: YAMLNode, value: YAMLNode)]) throws(Fault) {
    var owners: [String: (name: String, line: Int)] = [:]
    for (key, value) in pairs {
      let name = key.text ?? ""
      let aliases = value["aliases"] ?? value
      for form in [key] + aliases.items {
        guard let text = form.text, !text.isEmpty else { continue }
        let folded = text.lowercased()
        if let owner = owners[folded], owner.name != name {
          throw fault(
            form, en: "\(text) is a name of \(owner.name) already, on line \(owner.line); it can lead to one only",
            zh: "\(text) 在第 \(owner.line) 行已经是 \(owner.name) 的叫法；只能归一个")
        }
        owners[folded] = (name, form.line)
      }
    }
  }

  private func checkRuleTable(_ node: YAMLNode, _ key: SettingKey) throws(Fault) {
    guard case .mapping(let pairs) = node.value else {
      throw needs(key, node, en: "rules with what is changed", zh: "规则和改动")
    }
    try checkOnce(pairs)
    for (name, value) in pairs {
      let text = name.text ?? ""
      try checkRule(text, name)
      let rule: Rule? = if case .found(let rule) = Rule.named(text) { rule } else { nil }
      guard case .mapping(let changes) = value.value else {
        try checkSeverity(value, of: text)
        continue
      }
      try checkOnce(changes)
      let settings = rule?.settings ?? []
      for (change, value) in changes {
        let own = change.text ?? ""
        if own == "severity" {
          try checkSeverity(value, of: text)
          continue
        }
        guard let setting = settings.first(where: { $0.key == own }) else {
          let all = ["severity"] + settings.map(\.key)
          let meant = Spelling.closest(to: own, among: all)
          throw fault(
            change,
            en: "\(text) has no setting called \(own); "
              + (meant.map { "did you mean \($0)?" } ?? "there is \(all.joined(separator: ", "))"),
            zh: "\(text) 没有叫 \(own) 的设置；" + (meant.map { "是不是 \($0)？" } ?? "可以写：\(all.joined(separator: "、"))"))
        }
        guard let number = value.text.flatMap({ Int($0) }), (1...100_000).contains(number) else {
          throw fault(
            value, en: "\(setting.name) needs a whole number from 1 on, such as \(setting.standard)",
            zh: "\(setting.name) 要写从 1 起的整数，例如 \(setting.standard)")
        }
      }
    }
  }

  private func checkSeverity(_ node: YAMLNode, of rule: String) throws(Fault) {
    let text = node.text ?? ""
    guard SettingShape.Word.severities.contains(where: { $0.isMeant(by: text) }) else {
      throw unknown(
        text, node, as: Text(en: rule, zh: rule), among: SettingShape.Word.severities.map(\.name),
        spellings: SettingShape.Word.severities.flatMap { [$0.name] + $0.others })
    }
  }

  private func checkRule(_ text: String, _ node: YAMLNode) throws(Fault) {
    guard FindingSelection.Selector(text) == nil else { return }
    let meant = FindingSelection.Selector.suggestions(for: text).map { "\($0.code) \($0.name)" }
    throw fault(
      node,
      en: "names no rule or gate with \(text); "
        + (meant.isEmpty ? "rapport rules lists them" : "did you mean \(meant.joined(separator: ", "))?"),
      zh: "没有叫 \(text) 的规则或关卡；" + (meant.isEmpty ? "rapport rules 列出全部" : "是不是 \(meant.joined(separator: "、"))？"))
  }

  private func checkNames(_ node: YAMLNode, _ key: SettingKey) throws(Fault) {
    for item in try items(node, key, en: "names", zh: "名字") where item.text?.isEmpty != false {
      throw needs(key, item, en: "a name in each line of the list", zh: "列表里每行一个名字")
    }
  }

  private func items(_ node: YAMLNode, _ key: SettingKey, en: String, zh: String) throws(Fault) -> [YAMLNode] {
    if case .mapping = node.value { throw needs(key, node, en: "a list of \(en)", zh: "一列\(zh)") }
    return node.items
  }

  private func checkOnce(_ pairs: [(key: YAMLNode, value: YAMLNode)]) throws(Fault) {
    var seen: [String: Int] = [:]
    for (key, _) in pairs {
      guard let name = key.text, !name.isEmpty else {
        throw fault(key, en: "needs a name before each colon", zh: "每个冒号前面要有名字")
      }
      if let line = seen.updateValue(key.line, forKey: name) {
        throw fault(
          key, en: "sets \(name) a second time; the first is on line \(line)", zh: "又设了一次 \(name)；第一次在第 \(line) 行")
      }
    }
  }

  private func needs(_ key: SettingKey, _ node: YAMLNode, en: String, zh: String) -> Fault {
    fault(
      node, en: "\(key.name) needs \(en); write \(key.form)", zh: "\(key.name) 要写\(zh)；例如 \(key.form)")
  }

  private func unknown(
    _ text: String, _ node: YAMLNode, as name: Text, among words: [String], spellings: [String] = []
  ) -> Fault {
    let meant = Spelling.closest(to: text, among: spellings.isEmpty ? words : spellings)
    return fault(
      node,
      en: "\(text.isEmpty ? "this" : text) is not what \(name.en) can be; "
        + (meant.map { "did you mean \($0)?" } ?? "choose \(words.joined(separator: ", "))"),
      zh: "\(name.zh) 不能是\(text.isEmpty ? "这样" : " \(text)")；"
        + (meant.map { "是不是 \($0)？" } ?? "可选：\(words.joined(separator: "、"))"))
  }

  private func fault(_ node: YAMLNode, en: String, zh: String) -> Fault {
    Fault(path: path, line: node.line, detail: Text(en: en, zh: zh))
  }
}

extension SettingKey {
  /// The first line of the example, on one line: `people: {Helen Marsh: [HM]}`.
  fileprivate var form: String {
    let lines = example.split(separator: "\n").map { String($0.drop { $0 == " " }) }
    return lines.count == 1 ? example : "\(lines[0]) {\(lines[1])}"
  }
}

extension SettingShape.Word {
  /// How much a rule matters.
  static let severities = [
    Self("off", "false", "关"), Self("info", "提示"), Self("warning", "warn", "警告"), Self("error", "错误"),
  ]
}

extension YAMLNode {
  /// What a list holds; one value alone is a list as well, and nothing is an empty one.
  var items: [YAMLNode] {
    switch value {
    case .scalar(let text): text.isEmpty ? [] : [self]
    case .sequence(let nodes): nodes
    case .mapping: []
    }
  }

  /// The texts of `items`.
  var texts: [String] { items.compactMap(\.text) }

  /// Keys with values, in the order written.
  var pairs: [(key: YAMLNode, value: YAMLNode)] {
    if case .mapping(let pairs) = value { pairs } else { [] }
  }

  /// The value of a key.
  subscript(name: String) -> YAMLNode? { pairs.first { $0.key.text == name }?.value }
}

extension DayRange {
  /// Reads `2026-10-01` or `2026-10-01..2026-10-07`, at most a year.
  init?(setting text: String) {
    let parts = text.split(separator: ".", omittingEmptySubsequences: true).map { part in
      String(part.drop { $0 == " " }.reversed().drop { $0 == " " }.reversed())
    }
    guard (1...2).contains(parts.count), let first = Day(iso: parts[0]), let last = Day(iso: parts[parts.count - 1]),
      parts.count == 1 || text.contains(".."), (0...366).contains(last - first)
    else { return nil }
    self.init(first, last)
  }
}
