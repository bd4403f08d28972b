import NoteSyntax
import SourceText

/// Finds the words of a note that may name a person.
struct NameReader {
  let note: Note
  let cues: SentenceCues
  let settings: ReadingSettings

  /// Mentions in reading order.
  func read() -> [NameMention] { [] }
}
