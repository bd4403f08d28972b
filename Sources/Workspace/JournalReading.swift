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
  public private(set) var sources: [SourceFile]
  /// Notes and folders that could not be read.
  public private(set) var unreadable: [UnreadablePath]
  /// What each note says by itself: in the order of `sources`, then of `unreadable`.
  public private(set) var readings: [NoteReading]
  /// What reading and assessing were told.
  public let settings: Configuration
  /// What is let be by a word that stands in no note.
  public let dismissals: [Dismissal]
  private let models: ReadingModels
  private let folder: String?

  /// Reads notes, whose paths count from `folder`, by default the current one. `unreadable` are paths that the search for notes already had to give up; `dismissals` are those that
  /// stand in no note. A report that Rapport wrote (`ReportMark`) is no note. A note that `other`, read with the same settings, has with the same bytes is not read again, nor one
  /// that `cache` holds, which takes what was read; it knows of no models but the built-in ones.
  public init(
    of notes: [NoteInput], unreadable: [UnreadablePath] = [], settings: Configuration,
    dismissals: [Dismissal] = [], models: ReadingModels = .builtin, reusing other: JournalReading? = nil,
    keptIn cache: ReadingCache? = nil, in folder: String? = nil
  ) {
    let known = other?.readByPath ?? [:]
    let results = concurrentMap(notes) { note -> Result<(SourceFile, NoteReading, isNew: Bool)?, UnreadablePath> in
      do throws(UnreadablePath) {
        let source = try NoteLoader.load(note)
        if ReportMark.stands(in: source.bytes) { return .success(nil) }
        if let (same, reading) = known[source.path], same.bytes == source.bytes {
          return .success((same, reading, false))
        }
        if let reading = cache?.reading(of: source) { return .success((source, reading, false)) }
        let reading = NoteReading(of: Note(parsing: source), settings: settings.reading, models: models)
        return .success((source, reading, true))
      } catch {
        return .failure(error)
      }
    }
    var sources: [SourceFile] = []
    var readings: [NoteReading] = []
    var unreadable = unreadable
    var hasNew = false
    for result in results {
      switch result {
      case .success((let source, let reading, let isNew)?):
        sources.append(source)
        readings.append(reading)
        hasNew = hasNew || isNew
      // A report of ours, which only says what notes say.
      case .success(nil): break
      case .failure(let problem): unreadable.append(problem)
      }
    }
    self.sources = sources
    self.unreadable = unreadable
    self.readings = readings + unreadable.map(\.reading)
    self.settings = settings
    self.dismissals = dismissals
    self.models = models
    self.folder = folder
    // Where nothing can be kept, everything was read all the same.
    if hasNew { try? cache?.keep(self) }
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

  /// The note at `path` and its reading; nil when there is none that could be read.
  public func note(at path: String) -> (source: SourceFile, reading: NoteReading)? {
    sources.firstIndex { $0.path == path }.map { (sources[$0], readings[$0]) }
  }

  /// Reads `note` in place of the note of its path, or beside the others; no other is read again. The journal then is
  /// the one that reading all of them anew would give.
  public mutating func update(_ note: NoteInput) {
    do throws(UnreadablePath) {
      let source = try NoteLoader.load(note)
      if ReportMark.stands(in: source.bytes) { return remove(note.path) }
      let reading = NoteReading(of: Note(parsing: source), settings: settings.reading, models: models)
      if let index = sources.firstIndex(where: { $0.path == note.path }) {
        sources[index] = source
        readings[index] = reading
      } else {
        remove(note.path)
        readings.insert(reading, at: sources.count)
        sources.append(source)
      }
    } catch {
      remove(note.path)
      unreadable.append(error)
      readings.append(error.reading)
    }
  }

  /// Takes the note at `path` out, whether it could be read or not.
  public mutating func remove(_ path: String) {
    if let index = unreadable.firstIndex(where: { $0.path == path }) {
      readings.remove(at: sources.count + index)
      unreadable.remove(at: index)
    }
    if let index = sources.firstIndex(where: { $0.path == path }) {
      sources.remove(at: index)
      readings.remove(at: index)
    }
  }

  /// The notes brought together, as known at the end of `asOf`.
  public func journal(asOf: Day, in language: Language? = nil) -> Journal {
    Journal(folding: readings, asOf: asOf, settings: settings.speaking(language).reading, models: models)
  }

  /// What the journal lacks at the end of `asOf`: told in `language` or the one that the settings name, else each finding in
  /// that of the note that shows it.
  public func assessment(asOf: Day, in language: Language? = nil) -> Assessment {
    Assessment(
      of: journal(asOf: asOf, in: language),
      settings: settings.rules(forNotesAt: readings.map(\.path), from: folder ?? "."), dismissals: dismissals,
      isInLanguageOfNotes: true, models: models)
  }
}
