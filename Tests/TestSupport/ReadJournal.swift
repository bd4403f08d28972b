import DealJournal
import FactReading
import NoteSyntax
import SourceText

extension Journal {
  /// The journal of notes, given as paths and texts, on 2026-11-20.
  public init(ofNotes notes: [(String, String)], settings: ReadingSettings = ReadingSettings()) {
    self.init(
      folding: notes.map { NoteReading(of: Note(parsing: SourceFile(path: $0, text: $1)), settings: settings) },
      asOf: Day(iso: "2026-11-20") ?? Day(number: 0), settings: settings)
  }

  /// Likewise, for notes whose order is not to matter.
  public init(ofNotes notes: [String: String], settings: ReadingSettings = ReadingSettings()) {
    self.init(ofNotes: notes.map { ($0.key, $0.value) }, settings: settings)
  }
}
