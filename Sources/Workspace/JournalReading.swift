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
  private let readings: [NoteReading]
  private let settings: ReadingSettings
  private let dismissals: [Dismissal]
  private let models: ReadingModels

  /// Reads notes. `unreadable` are paths that the search for notes already had to give up; `dismissals` are those that
  /// stand in no note.
  public init(
    of notes: [NoteInput], unreadable: [UnreadablePath] = [], settings: ReadingSettings,
    dismissals: [Dismissal] = [], models: ReadingModels = .builtin
  ) {
    let results = concurrentMap(notes) { note -> Result<(SourceFile, NoteReading), UnreadablePath> in
      do throws(UnreadablePath) {
        let source = try NoteLoader.load(note)
        return .success((source, NoteReading(of: Note(parsing: source), settings: settings, models: models)))
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

  /// What the journal lacks at the end of `asOf`.
  public func assessment(asOf: Day) -> Assessment {
    Assessment(of: Journal(folding: readings, asOf: asOf, settings: settings, models: models), dismissals: dismissals)
  }
}
