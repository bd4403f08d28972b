import DealHealth
import DealJournal
import FactReading
import NoteSyntax
import SourceText

/// The whole road, from bytes to assessment.
///
/// Each note is read by itself, on all cores; only then do the readings come together in one journal.
public struct JournalReading: Sendable {
  /// The notes that could be read, in the order given.
  public let sources: [SourceFile]
  /// What each note says, in the order given; unreadable notes are there with their problem.
  public let readings: [NoteReading]

  /// Reads notes. `unreadable` are paths that the search for notes already had to give up.
  public init(of notes: [NoteInput], unreadable: [UnreadablePath] = [], settings: ReadingSettings) {
    let results = concurrentMap(notes) { note -> (SourceFile?, NoteReading) in
      do throws(UnreadablePath) {
        let source = try NoteLoader.load(note)
        return (source, NoteReading(of: Note(parsing: source), settings: settings))
      } catch {
        return (nil, error.reading)
      }
    }
    sources = results.compactMap(\.0)
    readings = results.map(\.1) + unreadable.map(\.reading)
  }

  /// What the journal lacks at the end of `asOf`.
  public func assessment(asOf: Day, settings: ReadingSettings) -> Assessment {
    Assessment(of: Journal(folding: readings, asOf: asOf, settings: settings))
  }
}
