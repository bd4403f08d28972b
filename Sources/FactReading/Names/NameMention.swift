import SourceText

/// Words that may name a person.
public struct NameMention: Sendable {
  /// The words as written: `王副局长`, `Angela Moss`.
  public let surface: String
  /// Where they stand.
  public let span: Span
  /// The sentence they stand in, as an index of `NoteReading.sentences`; nil for front matter and file names.
  public let sentence: Int?
  /// The entry they stand in.
  public let entry: Int
  /// Line, counted from 1.
  public let line: Int
}
