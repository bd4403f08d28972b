/// One of the texts that all of a journal follows from: what is kept of it elsewhere, to be read again as if it were here.
public struct JournalSource: Hashable, Sendable {
  /// What a text is to its journal.
  public enum Kind: String, CaseIterable, Sendable {
    /// A note.
    case note
    /// Not a note but why there is none at its place: a code and, behind a space, what belongs to it.
    case unreadable
    /// `rapport.yml`.
    case settings
    /// What lets findings be.
    case dismissals
    /// What was missing when somebody began to look.
    case baseline
  }

  /// What it is.
  public let kind: Kind
  /// Its path as reports and messages tell it.
  public let path: String
  /// Where a note lies below the folder of `rapport.yml`, which settings of folders go by; nil where it does not, or none go.
  public let place: String?
  /// The text, to the byte.
  public let text: String

  /// A text; what each part is, its property says.
  public init(_ kind: Kind, path: String, place: String? = nil, text: String) {
    self.kind = kind
    self.path = path
    self.place = place
    self.text = text
  }
}
