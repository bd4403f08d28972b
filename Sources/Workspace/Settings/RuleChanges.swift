import DealHealth
import NoteSyntax

/// What `rapport.yml`, or what it says of a folder, changes about rules.
struct RuleChanges: Sendable {
  /// Something that is changed, and where.
  struct Change<Value: Sendable>: Sendable {
    let value: Value
    let line: Int
  }

  /// What is changed about one rule or several.
  private struct Entry: Sendable {
    let codes: Set<String>
    /// Nil in it for `off`.
    let severity: Change<Severity?>?
    let values: [(setting: String, change: Change<Int>)]
  }

  private let profile: Change<Profile?>?
  private let selected: Change<Set<String>>?
  private let ignored: Change<Set<String>>?
  /// Those of many rules before those of few.
  private let entries: [Entry]

  /// What stands under the keys of `node`, which has been checked.
  init(_ node: YAMLNode? = nil) {
    profile = node?["profile"].map { value in
      Change(value: SettingKey.word(of: node, "profile").flatMap(Profile.init), line: value.line)
    }
    selected = Self.codes(node?["select"])
    ignored = Self.codes(node?["ignore"])
    let all = (node?["rules"]?.pairs ?? []).compactMap { key, value -> Entry? in
      guard let codes = FindingSelection.Selector(key.text ?? "")?.codes, let code = codes.first else { return nil }
      let told = value.text == nil ? value["severity"] : value
      let values = value.pairs.compactMap { name, number -> (String, Change<Int>)? in
        guard let own = name.text, own != "severity", let value = number.text.flatMap({ Int($0) }) else { return nil }
        return ("\(code).\(own)", Change(value: value, line: number.line))
      }
      return Entry(
        codes: codes, severity: told.flatMap { node in Self.severity(node).map { Change(value: $0, line: node.line) } },
        values: values)
    }
    entries = all.enumerated().sorted { (-$0.element.codes.count, $0.offset) < (-$1.element.codes.count, $1.offset) }
      .map(\.element)
  }

  private static func codes(_ node: YAMLNode?) -> Change<Set<String>>? {
    guard let node, !node.texts.isEmpty else { return nil }
    let codes = node.texts.compactMap { FindingSelection.Selector($0)?.codes }.reduce(into: Set()) { $0.formUnion($1) }
    return Change(value: codes, line: node.line)
  }

  /// Nil in it for `off`; nil for none.
  private static func severity(_ node: YAMLNode) -> Severity?? {
    guard let word = SettingShape.Word.severities.first(where: { $0.isMeant(by: node.text ?? "") }) else { return nil }
    return .some(Severity(rawValue: word.name))
  }

  /// Changes `settings`, and tells `note` what was changed and on which line: `profile`, `P301`, `M804.days`.
  func apply(to settings: inout RuleSettings, noting note: (String, Int) -> Void = { _, _ in }) {
    if let profile {
      settings.profile = profile.value
      note("profile", profile.line)
    }
    for entry in entries {
      if let severity = entry.severity {
        for code in entry.codes {
          if let value = severity.value {
            settings.severities[code] = value
            settings.silent.remove(code)
          } else {
            settings.silent.insert(code)
          }
          note(code, severity.line)
        }
      }
      for (name, change) in entry.values {
        settings.values[name] = change.value
        note(name, change.line)
      }
    }
    if let selected {
      for rule in Rule.all where !selected.value.contains(rule.code) {
        settings.silent.insert(rule.code)
        note(rule.code, selected.line)
      }
    }
    if let ignored {
      for code in ignored.value {
        settings.silent.insert(code)
        note(code, ignored.line)
      }
    }
  }
}
