import DealHealth

/// A key of `rapport.yml`: one definition for the parser, the schema for editors, the reference and `config --show`.
public struct SettingKey: Sendable {
  /// As written.
  public let name: String
  /// What may stand behind it.
  let shape: SettingShape
  /// What it sets, in a sentence or two.
  public let summary: Text
  /// What is in force without it, as YAML.
  public let standard: String
  /// How it is written.
  public let example: String
}

/// What may stand behind a key.
indirect enum SettingShape: Sendable {
  /// One of some words.
  case word([Word])
  /// Names, or one alone.
  case names
  /// Codes, beginnings of codes, names or gates of rules, or one alone.
  case rules
  /// Days or stretches of days, or one alone: `2026-10-01..2026-10-07`.
  case days
  /// For each name of the user's choice, the same.
  case table(Entry, SettingShape)
  /// Keys of ours.
  case record([SettingKey])
  /// Names, or keys of ours.
  case namesOrRecord([SettingKey])
  /// For rules, what is changed about them.
  case ruleTable
  /// A text, of several lines if need be.
  case text

  /// What the names in a table are of.
  enum Entry: Sendable {
    case person, deal, holiday, folder, factKind, query
  }

  /// A word that may be chosen.
  struct Word: Sendable {
    /// As it is shown.
    let name: String
    /// Other spellings.
    let others: [String]

    init(_ name: String, _ others: String...) {
      self.name = name
      self.others = others
    }

    /// Whether a text is one of its spellings.
    func isMeant(by text: String) -> Bool { name == text || others.contains(text) }
  }
}
