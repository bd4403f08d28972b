import SourceText

/// Words that may name a customer, a deal or another organisation.
public struct AccountMention: Sendable {
  /// The words as written.
  public let surface: String
  /// Where they stand; nil for the file's name.
  public let span: Span?
  /// The sentence they stand in, as an index of `NoteReading.sentences`.
  public let sentence: Int?
  /// The entry they stand in; nil for the whole note.
  public let entry: Int?
}
