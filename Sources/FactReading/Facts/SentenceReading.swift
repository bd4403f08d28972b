import NoteSyntax
import SourceText

/// A sentence, and what it may say.
public struct SentenceReading: Sendable {
  /// Where it stands.
  public let span: Span
  /// Line of its first word, counted from 1.
  public let line: Int
  /// Byte column of its first word, counted from 1.
  public let column: Int
  /// The entry it belongs to, as an index of `NoteReading.entries`.
  public let entry: Int
  /// Dates in it, in reading order.
  public let dates: [DateExpression]
  /// What it may say, most certain first.
  public let candidates: [FactCandidate]
  /// The sentence as written, for evidence.
  public let quote: String
}
