import DealJournal
import DealHealth
import FactReading
import NoteSyntax
import SourceText
import Workspace

/// All that a feature needs to answer a question about an open document: the document as it is now, and the journal as it
/// was last known, which may be some keystrokes behind.
struct NoteScene {
  let document: EditedDocument
  /// The note's name in its journal.
  let name: String
  let assessed: AssessedJournal
  let folder: JournalFolder
  let encoding: PositionEncoding
  let options: ServerOptions
  let shift: OffsetShift?
  /// Open documents of the journal by the names of their notes.
  let open: [String: EditedDocument]
  /// Where the pages of the rules lie; nil when they are not installed.
  let rulePages: String?

  var source: SourceFile { document.source }
  var journal: Journal { assessed.journal }
  var language: Language { options.language.flatMap(Language.init) ?? journal.language }

  func say(_ en: String, _ zh: String) -> String { language == .zh ? zh : en }

  /// Where a span of the note as the journal knows it is in the document now; nil when it was written over.
  func current(_ span: Span) -> Span? { shift.map { $0.span(span) } ?? span }

  /// The range of a span of the document as it is now.
  func range(of span: Span) -> TextRange { source.range(of: span, encoding) }

  /// The URI under which the client knows a note.
  func uri(of path: String) -> String {
    open[path]?.uri ?? DocumentURI.uri(ofFile: folder.file(named: path))
  }

  /// Where evidence stands, in any note of the journal; nil when its note cannot be read any more.
  func location(of evidence: Evidence) -> Location? {
    guard let known = assessed.source(evidence.path) else {
      let start = TextPosition(line: 0, character: 0)
      return Location(uri: uri(of: evidence.path), range: TextRange(start: start, end: start))
    }
    guard let open = open[evidence.path] else {
      return Location(uri: uri(of: evidence.path), range: known.range(of: evidence.span, encoding))
    }
    let span = OffsetShift(from: known, to: open.source).nearest(evidence.span)
    return Location(uri: open.uri, range: open.source.range(of: span, encoding))
  }
}
