import FactReading
import NoteSyntax
import Workspace

/// What has to be done to bring a journal up to date: done apart from the conversation with the editor, so that
/// nobody who writes waits for it.
package struct JournalWork: Sendable {
  /// Whose journal it is: the session's number for it.
  let journal: Int
  let folder: JournalFolder
  /// Whether the journal is all of the folder, and not one note of it.
  let isWholeFolder: Bool
  /// What is known already; nil for a first reading.
  let base: JournalFolder.Contents?
  /// Whether to look at the disk again.
  let looksAtDisk: Bool
  /// Notes that have changed, by their names; nil for one that is gone.
  let changes: [String: NoteInput?]
  let asOf: Day
  /// The language that the editor asks for; nil for that of the notes.
  let language: Language?
  let generation: Int

  /// What came of it.
  package struct Outcome: Sendable {
    let journal: Int
    let assessed: AssessedJournal
    let wasFirst: Bool
  }

  /// Reads what has changed, and folds and assesses the journal; what notes said the last time is looked for in `cache`.
  package func done(keptIn cache: CacheFolder? = nil) -> Outcome {
    var contents: JournalFolder.Contents
    if let base, !looksAtDisk {
      contents = base
    } else {
      contents = isWholeFolder ? folder.read(reusing: base, keptIn: cache) : folder.read([], reusing: base)
    }
    for name in changes.keys.sorted() {
      if case let note?? = changes[name] { contents.reading.update(note) } else { contents.reading.remove(name) }
    }
    return Outcome(
      journal: journal, assessed: AssessedJournal(contents, asOf: asOf, in: language, generation: generation),
      wasFirst: base == nil)
  }
}
