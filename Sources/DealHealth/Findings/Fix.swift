import SourceText

/// A change that settles a finding: of a note, or of what the settings call by one name.
public struct Fix: Hashable, Sendable {
  /// What it does: `#ned/driver → #need/driver`.
  public let title: String
  /// What is changed.
  public let change: Change
  /// Whether it says only what the writer certainly meant. Another one may change what the notes mean.
  public let isSafe: Bool

  /// What a fix changes.
  public enum Change: Hashable, Sendable {
    /// Bytes of the note at a path.
    case note(path: String, TextEdit)
    /// The settings: one more name for somebody or something.
    case alias(Alias)
  }

  /// Another name for somebody or something, as settings list it.
  public struct Alias: Hashable, Sendable {
    /// The key under which settings list it.
    public let key: String
    /// The name to show.
    public let name: String
    /// The other name.
    public let other: String

    /// `other` is a name of the person called `name`.
    public static func ofPerson(_ name: String, _ other: String) -> Alias {
      Alias(key: "people", name: name, other: other)
    }

    /// `other` is a name of the deal called `name`.
    public static func ofDeal(_ name: String, _ other: String) -> Alias {
      Alias(key: "deals", name: name, other: other)
    }
  }

  /// A change of the note at `path`.
  public init(title: String, path: String, edit: TextEdit, isSafe: Bool) {
    self.title = title
    change = .note(path: path, edit)
    self.isSafe = isSafe
  }

  /// One more name in the settings, by which two that the notes know apart become one: that may not be what is meant.
  public init(adding alias: Alias) {
    title = "\(alias.key): \(alias.name): [\(alias.other)]"
    change = .alias(alias)
    isSafe = false
  }

  /// The note's path and what is replaced there; nil for a change of the settings.
  public var noteEdit: (path: String, edit: TextEdit)? {
    if case .note(let path, let edit) = change { (path, edit) } else { nil }
  }

  /// The name that the settings get; nil for a change of a note.
  public var alias: Alias? {
    if case .alias(let alias) = change { alias } else { nil }
  }
}
