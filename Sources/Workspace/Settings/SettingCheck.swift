import DealHealth
import FactReading
import NoteSyntax
import SourceText

/// Holds what `rapport.yml` says against `SettingKey.all`: what is read afterwards has its shape. It looks to the end of the
/// file, so that all that has to be mended is told at once.
struct SettingCheck {
  typealias Fault = Configuration.Fault

  /// What is wrong, in the order of lines.
  var faults: [Fault] {
    found.enumerated().sorted { ($0.element.line, $0.offset) < ($1.element.line, $1.offset) }.map(\.element)
  }

  private let path: String
  private var found: [Fault] = []

  /// Checks what the file at `path` has at its top.
  init(_ pairs: [(key: YAMLNode, value: YAMLNode)], path: String) {
    self.path = path
    check(pairs, are: SettingKey.all, under: "")
  }

  /// Checks keys of ours; `owner` is the key that they stand under, empty at the top.
  private mutating func check(
    _ pairs: [(key: YAMLNode, value: YAMLNode)], are keys: [SettingKey], under owner: String
  ) {
    for (node, value) in once(pairs) {
      let name = node.text ?? ""
      guard let key = keys.first(where: { $0.name == name }) else {
        let all = keys.map(\.name)
        let meant = Spelling.closest(to: name, among: all)
        note(
          node,
          en: "has no setting called \(name)\(owner.isEmpty ? "" : " under \(owner)"); "
            + (meant.map { "did you mean \($0)?" } ?? "there are \(all.joined(separator: ", "))"),
          zh: "\(owner.isEmpty ? "" : "\(owner) 下面")没有叫 \(name) 的设置；"
            + (meant.map { "是不是 \($0)？" } ?? "可以写：\(all.joined(separator: "、"))"))
        continue
      }
      check(value, as: key.shape, key)
    }
  }

  private mutating func check(_ node: YAMLNode, as shape: SettingShape, _ key: SettingKey) {
    // A key without a value sets nothing.
    if node.text == "" { return }
    switch shape {
    case .word(let words):
      guard let text = node.text else { return needs(key, node, en: "one word", zh: "一个词") }
      guard !words.contains(where: { $0.isMeant(by: text) }) else { return }
      unknown(
        text, node, as: Text(en: key.name, zh: key.name), among: words.map(\.name),
        spellings: words.flatMap { [$0.name] + $0.others })
    case .names: checkNames(node, key)
    case .rules:
      for item in items(node, key, en: "rules", zh: "规则") { checkRule(item.text ?? "", item) }
    case .days:
      for item in items(node, key, en: "days", zh: "日子") {
        guard let text = item.text, DayRange(setting: text) == nil else { continue }
        note(
          item, en: "\(text) is no day; write 2026-10-01 or 2026-10-01..2026-10-07",
          zh: "\(text) 不是日子；写成 2026-10-01 或 2026-10-01..2026-10-07")
      }
    case .record(let keys):
      guard case .mapping(let pairs) = node.value else {
        return needs(key, node, en: "settings", zh: "设置项")
      }
      check(pairs, are: keys, under: key.name)
    case .namesOrRecord(let keys):
      if case .mapping(let pairs) = node.value {
        check(pairs, are: keys, under: key.name)
      } else {
        checkNames(node, key)
      }
    case .table(let entry, let shape): checkTable(node, of: entry, shape, key)
    case .ruleTable: checkRuleTable(node, key)
    case .text: if node.text == nil { needs(key, node, en: "a text", zh: "一段文字") }
    }
  }

  private mutating func checkTable(
    _ node: YAMLNode, of entry: SettingShape.Entry, _ shape: SettingShape, _ key: SettingKey
  ) {
    guard case .mapping(let all) = node.value else { return needs(key, node, en: "names with values", zh: "名字和内容") }
    let pairs = once(all)
    for (name, value) in pairs {
      if checkName(name, of: entry, key) { check(value, as: shape, key) }
    }
    if entry == .person || entry == .deal { checkAliases(pairs) }
  }

  /// Whether a name may stand in a table.
  private mutating func checkName(_ name: YAMLNode, of entry: SettingShape.Entry, _ key: SettingKey) -> Bool {
    let text = name.text ?? ""
    let before = found.count
    switch entry {
    case .factKind:
      let kinds = FactKind.ofCues.map(\.rawValue)
      if text == FactKind.contact.rawValue {
        note(
          name, en: "contact is told by people and what was done with them, not by a phrase",
          zh: "contact 要看见了谁、做了什么，不能靠一个说法")
      } else if !kinds.contains(text) {
        unknown(text, name, as: Text(en: "a key of \(key.name)", zh: "\(key.name) 下面的键"), among: kinds)
      }
    case .folder:
      if IgnorePattern(line: Array(text.utf8)[...]) == nil || text.hasPrefix("!") {
        note(
          name, en: "\(text) is no pattern for folders; write archive/ or clients/*/old",
          zh: "\(text) 不是文件夹的写法；例如 archive/ 或 clients/*/old")
      }
    case .query:
      if !text.unicodeScalars.allSatisfy({
        $0.properties.isAlphabetic || $0.properties.numericType != nil || $0 == "-" || $0 == "_"
      }) {
        note(
          name, en: "\(text) is no name for a query; write letters, digits and hyphens, such as open-needs",
          zh: "\(text) 不能作查询的名字；请用文字、数字和连字符，例如 open-needs")
      }
    case .person, .deal, .holiday: break
    }
    return found.count == before
  }

  /// A name that leads to two people or deals leads to neither.
  private mutating func checkAliases(_ pairs: [(key: YAMLNode, value: YAMLNode)]) {
    var owners: [String: (name: String, line: Int)] = [:]
    for (key, value) in pairs {
      let name = key.text ?? ""
      let aliases = value["aliases"] ?? value
      for form in [key] + aliases.items {
        guard let text = form.text, !text.isEmpty else { continue }
        let folded = text.lowercased()
        if let owner = owners[folded], owner.name != name {
          note(
            form, en: "\(text) is a name of \(owner.name) already, on line \(owner.line); it can lead to one only",
            zh: "\(text) 在第 \(owner.line) 行已经是 \(owner.name) 的叫法；只能归一个")
          continue
        }
        owners[folded] = (name, form.line)
      }
    }
  }

  private mutating func checkRuleTable(_ node: YAMLNode, _ key: SettingKey) {
    guard case .mapping(let pairs) = node.value else {
      return needs(key, node, en: "rules with what is changed", zh: "规则和改动")
    }
    for (name, value) in once(pairs) {
      let text = name.text ?? ""
      guard checkRule(text, name) else { continue }
      guard case .mapping(let changes) = value.value else {
        checkSeverity(value, of: text)
        continue
      }
      let rule: Rule? = if case .found(let rule) = Rule.named(text) { rule } else { nil }
      for (change, value) in once(changes) { checkChange(change, value, of: text, rule?.settings ?? []) }
    }
  }

  private mutating func checkChange(_ change: YAMLNode, _ value: YAMLNode, of rule: String, _ settings: [Setting]) {
    let own = change.text ?? ""
    if own == "severity" { return checkSeverity(value, of: rule) }
    guard let setting = settings.first(where: { $0.key == own }) else {
      let all = ["severity"] + settings.map(\.key)
      let meant = Spelling.closest(to: own, among: all)
      return note(
        change,
        en: "\(rule) has no setting called \(own); "
          + (meant.map { "did you mean \($0)?" } ?? "there is \(all.joined(separator: ", "))"),
        zh: "\(rule) 没有叫 \(own) 的设置；" + (meant.map { "是不是 \($0)？" } ?? "可以写：\(all.joined(separator: "、"))"))
    }
    guard let number = value.text.flatMap({ Int($0) }), (1...100_000).contains(number) else {
      return note(
        value, en: "\(setting.name) needs a whole number from 1 on, such as \(setting.standard)",
        zh: "\(setting.name) 要写从 1 起的整数，例如 \(setting.standard)")
    }
  }

  private mutating func checkSeverity(_ node: YAMLNode, of rule: String) {
    let text = node.text ?? ""
    guard !SettingShape.Word.severities.contains(where: { $0.isMeant(by: text) }) else { return }
    unknown(
      text, node, as: Text(en: rule, zh: rule), among: SettingShape.Word.severities.map(\.name),
      spellings: SettingShape.Word.severities.flatMap { [$0.name] + $0.others })
  }

  @discardableResult
  private mutating func checkRule(_ text: String, _ node: YAMLNode) -> Bool {
    guard FindingSelection.Selector(text) == nil else { return true }
    let meant = FindingSelection.Selector.suggestions(for: text).map { "\($0.code) \($0.name)" }
    note(
      node,
      en: "names no rule or gate with \(text); "
        + (meant.isEmpty ? "rapport rules lists them" : "did you mean \(meant.joined(separator: ", "))?"),
      zh: "没有叫 \(text) 的规则或关卡；" + (meant.isEmpty ? "rapport rules 列出全部" : "是不是 \(meant.joined(separator: "、"))？"))
    return false
  }

  private mutating func checkNames(_ node: YAMLNode, _ key: SettingKey) {
    for item in items(node, key, en: "names", zh: "名字") where item.text?.isEmpty != false {
      needs(key, item, en: "a name in each line of the list", zh: "列表里每行一个名字")
    }
  }

  /// What a list holds; keys with values are none.
  private mutating func items(_ node: YAMLNode, _ key: SettingKey, en: String, zh: String) -> [YAMLNode] {
    if case .mapping = node.value { needs(key, node, en: "a list of \(en)", zh: "一列\(zh)") }
    return node.items
  }

  /// Those of `pairs` that have a name which none before them has.
  private mutating func once(
    _ pairs: [(key: YAMLNode, value: YAMLNode)]
  ) -> [(key: YAMLNode, value: YAMLNode)] {
    var lines: [String: Int] = [:]
    var kept: [(key: YAMLNode, value: YAMLNode)] = []
    for pair in pairs {
      guard let name = pair.key.text, !name.isEmpty else {
        note(pair.key, en: "needs a name before each colon", zh: "每个冒号前面要有名字")
        continue
      }
      if let line = lines[name] {
        note(
          pair.key, en: "sets \(name) a second time; the first is on line \(line)",
          zh: "又设了一次 \(name)；第一次在第 \(line) 行")
      } else {
        lines[name] = pair.key.line
        kept.append(pair)
      }
    }
    return kept
  }

  private mutating func needs(_ key: SettingKey, _ node: YAMLNode, en: String, zh: String) {
    note(node, en: "\(key.name) needs \(en); write \(key.form)", zh: "\(key.name) 要写\(zh)；例如 \(key.form)")
  }

  private mutating func unknown(
    _ text: String, _ node: YAMLNode, as name: Text, among words: [String], spellings: [String] = []
  ) {
    let meant = Spelling.closest(to: text, among: spellings.isEmpty ? words : spellings)
    note(
      node,
      en: "\(text.isEmpty ? "this" : text) is not what \(name.en) can be; "
        + (meant.map { "did you mean \($0)?" } ?? "choose \(words.joined(separator: ", "))"),
      zh: "\(name.zh) 不能是\(text.isEmpty ? "这样" : " \(text)")；"
        + (meant.map { "是不是 \($0)？" } ?? "可选：\(words.joined(separator: "、"))"))
  }

  private mutating func note(_ node: YAMLNode, en: String, zh: String) {
    found.append(Fault(path: path, line: node.line, detail: Text(en: en, zh: zh)))
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
