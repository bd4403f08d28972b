import FactReading
import NoteSyntax

/// A file or folder that could not be read, and why.
public struct UnreadablePath: Hashable, Sendable {
  /// The path as the user knows it.
  public let path: String
  /// What is wrong and what to do, in one sentence of English.
  public let detail: String

  /// A path and what is wrong with it.
  public init(path: String, detail: String) {
    self.path = path
    self.detail = detail
  }

  /// What the journal is told of it (J001), so that nothing is passed over in silence.
  public var reading: NoteReading {
    NoteReading(unreadable: path, problem: NoteProblem(kind: .unreadable, span: nil, detail: detail))
  }
}
