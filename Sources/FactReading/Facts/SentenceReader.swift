import NoteSyntax
import SourceText

/// Reads what each sentence of a note may say.
struct SentenceReader {
  let note: Note
  let cues: SentenceCues
  let names: [NameMention]

  /// One reading per sentence, in order.
  func read() -> [SentenceReading] {
    note.sentences.map { sentence in
      let span = note.text.span(of: sentence.text)
      return SentenceReading(
        span: span, line: sentence.line, column: span.start - note.source.lines.span(ofLine: sentence.line).start + 1,
        entry: sentence.entry, dates: [], candidates: [], quote: note.source.text(of: span))
    }
  }
}
