import DealHealth
import NoteSyntax

/// What is in force for some notes, each setting with the line that says so, or that nothing does.
public struct ConfigurationListing: Sendable {
  /// A setting in force.
  private struct Entry {
    /// `rules.M804.days`.
    let key: [String]
    /// As YAML on one line; nil for what only holds others.
    let text: String?
    let value: JSONValue
    /// Nil for what nothing sets.
    let line: Int?
  }

  private let path: String?
  private var entries: [Entry] = []

  /// Lists what `configuration` has for the note or folder at `place`.
  public init(_ configuration: Configuration, for place: String) {
    path = configuration.path
    let here = (try? FileSystem.realPath(Array(".".utf8))) ?? []
    // What holds in a folder is what holds for a note in it.
    let isFolder = (try? FileSystem.status(Array(place.utf8)))?.isDirectory ?? false
    let folders = configuration.matchingFolders(isFolder ? place + "/note.md" : place, from: here)
    var settings = configuration.settings(of: [])
    var lines: [String: Int] = [:]
    for changes in [configuration.general] + folders.map({ configuration.folders[$0].changes }) {
      changes.apply(to: &settings) { lines[$0] = $1 }
    }
    for key in SettingKey.all {
      let node = configuration.root?[key.name]
      switch key.shape {
      case .ruleTable: addRules(key.name, settings, lines)
      case .word where key.name == "profile":
        let text = settings.profile?.rawValue ?? "auto"
        entries.append(Entry(key: [key.name], text: text, value: .text(text), line: lines["profile"]))
      case .word:
        let text = SettingKey.word(of: configuration.root, key.name) ?? key.standard
        entries.append(
          Entry(key: [key.name], text: text, value: .text(text), line: node.flatMap { $0.text == "" ? nil : $0.line }))
      default: add([key.name], node, standard: key.standard)
      }
    }
  }

  private mutating func add(_ key: [String], _ node: YAMLNode?, standard: String) {
    guard let node, node.text != "", !node.pairs.isEmpty || !node.items.isEmpty else {
      entries.append(
        Entry(key: key, text: standard, value: standard == "{}" ? .object([]) : .list([]), line: nil))
      return
    }
    if node.pairs.isEmpty {
      entries.append(
        Entry(
          key: key, text: YAMLText.list(node.texts), value: .list(node.texts.map { .text($0) }), line: node.line))
      return
    }
    entries.append(Entry(key: key, text: nil, value: .object([]), line: node.line))
    for (name, value) in node.pairs {
      let own = key + [name.text ?? ""]
      if case .scalar(let text) = value.value, text.isEmpty { continue }
      if case .scalar(let text) = value.value {
        entries.append(Entry(key: own, text: YAMLText.scalar(text), value: .text(text), line: value.line))
      } else {
        add(own, value, standard: "[]")
      }
    }
  }

  private mutating func addRules(_ key: String, _ settings: RuleSettings, _ lines: [String: Int]) {
    entries.append(Entry(key: [key], text: nil, value: .object([]), line: nil))
    for rule in Rule.all {
      let severity = settings.silent.contains(rule.code) ? "off" : settings.severity(of: rule).rawValue
      let own = [key, rule.code]
      guard !rule.settings.isEmpty else {
        entries.append(Entry(key: own, text: severity, value: .text(severity), line: lines[rule.code]))
        continue
      }
      entries.append(Entry(key: own, text: nil, value: .object([]), line: nil))
      entries.append(
        Entry(key: own + ["severity"], text: severity, value: .text(severity), line: lines[rule.code]))
      for setting in rule.settings where setting.code == rule.code {
        let number = settings[setting]
        entries.append(
          Entry(key: own + [setting.key], text: String(number), value: .number(number), line: lines[setting.name]))
      }
    }
  }

  /// A `rapport.yml` that sets just this, with a comment behind each line.
  public func yaml() -> String {
    let lines = entries.map { entry in
      let lead = String(repeating: "  ", count: entry.key.count - 1) + YAMLText.scalar(entry.key.last ?? "") + ":"
      guard let text = entry.text else { return (lead, "") }
      return (lead + " " + text, entry.line.map { "\(path ?? ""):\($0)" } ?? "default")
    }
    return lines.map { $1.isEmpty ? $0 : "\($0)  # \($1)" }.joined(separator: "\n") + "\n"
  }

  /// The same for programs: the file, and each setting with its value and line, null for what nothing sets.
  public func json() -> String {
    JSONValue.object([
      ("file", path.map { .text($0) } ?? .null),
      (
        "settings",
        .list(
          entries.filter { $0.text != nil }.map { entry in
            .object([
              ("key", .list(entry.key.map { .text($0) })), ("value", entry.value),
              ("line", entry.line.map { .number($0) } ?? .null),
            ])
          })
      ),
    ]).document
  }
}
