import NoteSyntax
import SourceText

/// Finds the words of a note that may name a customer, a deal or another organisation.
struct AccountReader {
  let note: Note
  let cues: SentenceCues
  let names: [NameMention]

  /// Mentions in reading order; those of the file's name first.
  func read() -> [AccountMention] { [] }
}
