import DealHealth
import FactReading

/// The reference of all keys of `rapport.yml`, as Markdown.
public enum ConfigurationPage {
  /// The part of the documentation that is made from the definitions.
  public static func markdown() -> String {
    SettingKey.all.map { section(of: $0) }.joined(separator: "\n") + "\n" + rules
  }

  private static func section(of key: SettingKey) -> String {
    var lines = [
      "### `\(key.name)`", "", key.summary.en, "", key.summary.zh, "",
      "\(kind(of: key.shape)) Default: `\(key.standard)`.", "", "```yaml", key.example, "```", "",
    ]
    let parts = inner(key.shape)
    if !parts.isEmpty {
      lines += ["| key | | |", "| --- | --- | --- |"]
      lines += parts.map { "| `\($0.name)` | \($0.summary.en) | \($0.summary.zh) |" }
      lines.append("")
    }
    if case .record(let keys) = key.shape, keys.contains(where: { $0.name == "cues" }) {
      lines += ["Kinds of facts: " + FactKind.ofCues.map { "`\($0.rawValue)`" }.joined(separator: ", ") + ".", ""]
    }
    return lines.joined(separator: "\n")
  }

  private static func inner(_ shape: SettingShape) -> [SettingKey] {
    switch shape {
    case .record(let keys), .namesOrRecord(let keys): keys
    case .table(_, let shape): inner(shape)
    default: []
    }
  }

  private static func kind(of shape: SettingShape) -> String {
    switch shape {
    case .word(let words):
      "One of "
        + words.map { word in
          "`\(word.name)`" + (word.others.isEmpty ? "" : " (\(word.others.map { "`\($0)`" }.joined(separator: ", ")))")
        }.joined(separator: ", ") + "."
    case .names: "A list of names, or one."
    case .rules: "A list, or one, of codes, beginnings of codes, names of rules and gates."
    case .days: "Days or stretches of days."
    case .table(_, .names): "Names, each with a list of names."
    case .table(_, .days): "Names, each with days or stretches of days."
    case .table(.query, _): "Names, each with a text."
    case .text: "A text."
    case .table(.folder, _): "Patterns, each with settings."
    case .table: "Names, each with a list of names or with settings."
    case .record, .namesOrRecord: "Settings."
    case .ruleTable: "Rules or gates, each with a severity or with settings."
    }
  }

  private static var rules: String {
    let rows = Rule.all.flatMap { rule in
      rule.settings.filter { $0.code == rule.code }.map {
        "| [\(rule.code)](rules/\(rule.code)-\(rule.name).md) \(rule.name) | `\($0.key)` | \($0.standard) | \($0.summary.en) | \($0.summary.zh) |"
      }
    }
    return
      (["## Numbers that rules go by", "", "| rule | key | default | | |", "| --- | --- | --- | --- | --- |"] + rows)
      .joined(separator: "\n") + "\n"
  }
}
