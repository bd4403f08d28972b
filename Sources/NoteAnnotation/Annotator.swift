import DealJournal
import FactReading
import NoteSyntax
import SourceText

/// Adds marks to notes until what was inferred from them is marked, as far as marks can say it.
///
/// Nothing is taken on trust: the journal is read again with the marks, and a mark with which it has other facts, people
/// or deals is put in another way or left out.
public struct Annotator {
  private let settings: ReadingSettings
  private let models: ReadingModels
  private let asOf: Day
  private let filter: AnnotationFilter
  private let targets: [Int]
  private var notes: [Int: Note] = [:]
  private var readings: [NoteReading]
  private var journal: Journal
  private var likeness: JournalLikeness
  private var latest: [Int: (insertions: [Insertion], reading: NoteReading)] = [:]
  private var trials = 0
  /// For each note, how many marks were added to it.
  private var added: [Int: Int] = [:]

  /// A note with marks.
  public struct AnnotatedNote: Sendable {
    /// The note as it was.
    public let source: SourceFile
    /// The note with its marks; the same where none are proposed.
    public let annotated: SourceFile
    /// How many marks were added.
    public let marks: Int
    /// Facts that are asked for and stay inferred, since no mark can say them without changing something else.
    public let left: [JournalFact]
  }

  /// What is to be read: a journal of `readings`, of which the notes in `sources` are to be marked. Paths are unique.
  public init(
    _ sources: [SourceFile], of readings: [NoteReading], asOf: Day, filter: AnnotationFilter = AnnotationFilter(),
    settings: ReadingSettings = ReadingSettings(), models: ReadingModels = .builtin
  ) {
    let readings = readings.sorted { $0.path < $1.path }
    let positions = Dictionary(
      readings.indices.map { (readings[$0].path, $0) }, uniquingKeysWith: { first, _ in first })
    var targets: [Int] = []
    for source in sources {
      guard let index = positions[source.path], notes[index] == nil else { continue }
      notes[index] = Note(parsing: source)
      targets.append(index)
    }
    self.targets = targets.sorted()
    self.readings = readings
    self.asOf = asOf
    self.filter = filter
    self.settings = settings
    self.models = models
    journal = Journal(folding: readings, asOf: asOf, settings: settings, models: models)
    likeness = JournalLikeness(journal, readings)
  }

  /// The language that most of the journal is written in.
  public var language: Language { journal.language }

  /// The notes with their marks, ordered by path.
  public mutating func annotate() -> [AnnotatedNote] {
    let before = targets.compactMap { notes[$0]?.source }
    // What did not fit beside the others may fit now; another run would find it, so it is looked for at once.
    while addMarks() {}
    return zip(targets, before).map { index, source in
      let left = notes[index].map {
        NoteProposals($0, index: index, readings: readings, journal: journal, filter: filter).inferred()
      }
      return AnnotatedNote(
        source: source, annotated: notes[index]?.source ?? source, marks: added[index, default: 0], left: left ?? [])
    }
  }

  /// Adds what can be added in one pass; tells whether anything was.
  private mutating func addMarks() -> Bool {
    trials = 0
    var proposals: [Proposal] = []
    for index in targets {
      guard let note = notes[index] else { continue }
      var own = NoteProposals(note, index: index, readings: readings, journal: journal, filter: filter)
      proposals += own.all()
    }
    guard !proposals.isEmpty else { return false }
    var taken: [Proposal] = []
    for sort in Proposal.Sort.allCases {
      var group = proposals.filter { $0.sort == sort }
      if sort == .deals {
        group.sort { ($0.forms[0][0].text, $0.note, $0.line) < ($1.forms[0][0].text, $1.note, $1.line) }
      }
      if !group.isEmpty { taken = take(group, besides: taken) }
    }
    guard !taken.isEmpty else { return false }
    readings = self.readings(with: taken)
    for (index, own) in Dictionary(grouping: taken, by: \.note) {
      notes[index] = notes[index]?.with(own.flatMap(\.insertions))
      added[index, default: 0] += own.count
    }
    journal = Journal(folding: readings, asOf: asOf, settings: settings, models: models)
    likeness = JournalLikeness(journal, readings)
    latest = [:]
    return true
  }

  // MARK: Trials

  private mutating func readings(with proposals: [Proposal]) -> [NoteReading] {
    let byNote = Dictionary(grouping: proposals, by: \.note)
    var readings = readings
    for index in targets {
      guard let note = notes[index], let own = byNote[index] else { continue }
      let insertions = own.flatMap(\.insertions)
      if latest[index]?.insertions != insertions {
        latest[index] = (
          insertions, NoteReading(of: note.with(insertions), settings: settings, models: models)
        )
      }
      if let reading = latest[index]?.reading { readings[index] = reading }
    }
    return readings
  }

  /// What came of reading the journal again with some marks.
  private struct Outcome {
    /// Whether facts, people and deals are the same.
    let isSame: Bool
    /// The marks that do not say what they are meant to, or with which their line says something else.
    let failed: Set<Proposal.Subject>
  }

  private mutating func outcome(of proposals: [Proposal]) -> Outcome {
    trials += 1
    let trial = readings(with: proposals)
    for (index, own) in Dictionary(grouping: proposals, by: \.note) {
      guard let note = notes[index], note.with(own.flatMap(\.insertions)).saysTheSame(as: note) else {
        return Outcome(isSame: false, failed: [])
      }
    }
    let journal = Journal(folding: trial, asOf: asOf, settings: settings, models: models)
    let other = JournalLikeness(journal, trial)
    let changed = Set(other.differences(from: likeness).map { line(of: $0.sentence, inNote: $0.note, $0.kind) })
    let told = MarkedSubjects(journal, trial)
    let failed = proposals.filter { proposal in
      if !told.include(proposal) { return true }
      guard case .facts(_, let sentence, let kind) = proposal.subject else { return false }
      return changed.contains(line(of: sentence, inNote: proposal.note, kind))
    }
    return Outcome(
      isSame: changed.isEmpty && other.agrees(with: likeness), failed: Set(failed.map(\.subject)))
  }

  private struct Line: Hashable {
    let note: Int
    let line: Int
    let kind: FactKind
  }

  private func line(of sentence: Int, inNote note: Int, _ kind: FactKind) -> Line {
    Line(note: note, line: sentence < 0 ? 0 : readings[note].sentences[sentence].line, kind: kind)
  }

  /// The marks of `known` and, of `group`, those that say what they are meant to and with which the journal stays what it
  /// is. Each is put in its next form where it fails by itself; what changes something elsewhere is found by halving.
  private mutating func take(_ group: [Proposal], besides known: [Proposal]) -> [Proposal] {
    var group = group
    while !group.isEmpty, trials < Self.limit {
      let outcome = outcome(of: known + group)
      let own = group.filter { outcome.failed.contains($0.subject) }
      if outcome.isSame, own.isEmpty { return known + group }
      if own.isEmpty { break }
      group = group.compactMap { outcome.failed.contains($0.subject) ? $0.next : $0 }
    }
    guard !group.isEmpty, trials < Self.limit else { return known }
    // What only makes sense together is not taken apart.
    guard group[0].bundle != group[group.count - 1].bundle else {
      let next = group.compactMap(\.next)
      return next.count < group.count ? known : take(next, besides: known)
    }
    let middle = group[group.count / 2].bundle
    let first = group.firstIndex { $0.bundle == middle } ?? 0
    let half = first > 0 ? first : group.firstIndex { $0.bundle != middle } ?? 0
    return take(Array(group[half...]), besides: take(Array(group[..<half]), besides: known))
  }

  /// How often a journal is read again in one pass.
  private static let limit = 200
}
