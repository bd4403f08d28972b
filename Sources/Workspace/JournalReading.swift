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
  /// Notes and folders that could not be read.
  public let unreadable: [UnreadablePath]
  /// What each note says by itself, those that could not be read included.
  public let readings: [NoteReading]
  /// What reading and assessing were told.
  public let settings: Configuration
  /// What is let be by a word that stands in no note.
  public let dismissals: [Dismissal]
  private let models: ReadingModels

  /// Reads notes. `unreadable` are paths that the search for notes already had to give up; `dismissals` are those that
  /// stand in no note. A note that `other`, read with the same settings, has with the same bytes is not read again.
  public init(
    of notes: [NoteInput], unreadable: [UnreadablePath] = [], settings: Configuration,
    dismissals: [Dismissal] = [], models: ReadingModels = .builtin, reusing other: JournalReading? = nil
  ) {
    let known = other?.readByPath ?? [:]
    let results = concurrentMap(notes) { note -> Result<(SourceFile, NoteReading), UnreadablePath> in
      do throws(UnreadablePath) {
        let source = try NoteLoader.load(note)
        if let (same, reading) = known[source.path], same.bytes == source.bytes { return .success((same, reading)) }
        return .success((source, NoteReading(of: Note(parsing: source), settings: settings.reading, models: models)))
      } catch {
        return .failure(error)
      }
    }
    var sources: [SourceFile] = []
    var readings: [NoteReading] = []
    var unreadable = unreadable
    for result in results {
      switch result {
      case .success(let (source, reading)):
        sources.append(source)
        readings.append(reading)
      case .failure(let problem): unreadable.append(problem)
      }
    }
    self.sources = sources
    self.unreadable = unreadable
    self.readings = readings + unreadable.map(\.reading)
    self.settings = settings
    self.dismissals = dismissals
    self.models = models
  }

  /// The notes that could be read, by path.
  private var readByPath: [String: (source: SourceFile, reading: NoteReading)] {
    Dictionary(zip(sources, readings).map { ($0.path, ($0, $1)) }, uniquingKeysWith: { first, _ in first })
  }

  /// Paths of the notes that `other` does not have, or has with other bytes.
  public func changes(since other: JournalReading) -> Set<String> {
    let old = other.readByPath
    return Set(sources.filter { old[$0.path]?.source.bytes != $0.bytes }.map(\.path))
      .union(Set(unreadable.map(\.path)).subtracting(other.unreadable.map(\.path)))
  }

  /// What the journal lacks at the end of `asOf`.
  public func assessment(asOf: Day) -> Assessment {
    Assessment(
      of: Journal(folding: readings, asOf: asOf, settings: settings.reading, models: models),
      settings: settings.rules(forNotesAt: readings.map(\.path)), dismissals: dismissals)
  }
}
