import NoteSyntax
import SourceText

/// What one note says, before anything outside the note is known: a pure function of its bytes and the settings.
///
/// It holds candidates with their evidence, not conclusions: who a name is, which deal a line belongs to and what
/// year a date means is settled by the journal, which sees all notes.
///
/// A class, for the journal passes readings from step to step, and a copy of one would count a dozen references.
public final class NoteReading: Sendable {
  /// The note's path as the user knows it.
  public let path: String
  /// The note's own date, unresolved: its front matter's or its file name's.
  public let date: DateExpression?
  /// How many dates name the day before the month (`9 Oct`), less those that name it behind (`Oct 9`).
  public let dayFirstDates: Int
  /// The dated pieces, in reading order.
  public let entries: [EntryReading]
  /// Sentences in reading order, with what each may say.
  public let sentences: [SentenceReading]
  /// Where each of `sentences` stands in the note's structure.
  public let places: [SentencePlace]
  /// Names and titles that may be people, in reading order.
  public let names: [NameMention]
  /// For each of `names`, what stands around it.
  public let mentionSigns: [MentionSign]
  /// Names that may be a customer, a deal or another organisation, in reading order.
  public let accounts: [AccountMention]
  /// What shows how far a deal has come, in reading order.
  public let stageSigns: [StageSign]
  /// What rules look for and no kind of fact holds, in reading order.
  public let dealSigns: [DealSign]
  /// Rapport's own marks, in reading order.
  public let marks: [MarkedMeaning]
  /// Findings that the writer wants to be let be, in reading order.
  public let ignores: [IgnoreMark]
  /// What is malformed in the file.
  public let problems: [NoteProblem]
  /// Where each of `problems` stands.
  public let problemPlaces: [ProblemPlace]
  /// The language that most of the note is written in.
  public let language: Language

  /// Reads a note. The same note, settings and models give the same reading, whatever else there is.
  public init(of note: Note, settings: ReadingSettings = ReadingSettings(), models: ReadingModels = .builtin) {
    let cues = SentenceCues(note, vocabulary: settings.vocabulary)
    let names = NameReader(note: note, cues: cues, settings: settings).read().fitted
    path = note.source.path
    date = note.date
    dayFirstDates = note.dayFirstDates
    let marked = MarkInterpreter(note: note).read()
    marks = marked.marks
    ignores = note.ignores
    problems = note.problems + marked.problems
    problemPlaces = problems.map { ProblemPlace(of: $0, in: note.source) }
    entries = EntryReading.all(of: note)
    let frame = NoteFrame(of: note)
    (sentences, mentionSigns, dealSigns) = SentenceReader(
      note: note, cues: cues, names: names, models: models, marks: marked.marks, vocabulary: settings.vocabulary,
      mute: frame.mute
    ).read()
    let places = SentencePlace.all(of: note, cues: cues, frame: frame)
    accounts =
      AccountReader(
        note: note, cues: cues, names: names, marks: marked.marks, stages: frame.stages,
        titles: Set(places.indices.filter { places[$0].isOverDates || places[$0].headingLevel == Block.lineLevel }),
        settings: settings
      ).read().fitted
    self.places = places
    stageSigns = StageSign.all(in: note, cues: cues).filter { !frame.unfilled.contains($0.sentence) }.fitted
    self.names = names
    language = Language(mostOf: note.text)
  }

  /// The reading that was packed, of the note at `path`.
  init(of path: String, from bytes: inout PackedReader) throws(PackedFault) {
    self.path = path
    date = try Optional(from: &bytes)
    dayFirstDates = try bytes.number()
    entries = try Array(from: &bytes)
    sentences = try Array(from: &bytes)
    places = try Array(from: &bytes)
    names = try Array(from: &bytes)
    mentionSigns = try Array(from: &bytes)
    accounts = try Array(from: &bytes)
    stageSigns = try Array(from: &bytes)
    dealSigns = try Array(from: &bytes)
    marks = try Array(from: &bytes)
    ignores = try Array(from: &bytes)
    problems = try Array(from: &bytes)
    problemPlaces = try Array(from: &bytes)
    language = try Language(from: &bytes)
  }

  /// The reading of a note of which nothing counts but its problems.
  init(path: String, problems: [NoteProblem], at places: [ProblemPlace]) {
    self.path = path
    date = nil
    dayFirstDates = 0
    entries = []
    sentences = []
    self.places = []
    names = []
    mentionSigns = []
    accounts = []
    stageSigns = []
    dealSigns = []
    marks = []
    ignores = []
    self.problems = problems
    problemPlaces = places
    language = .en
  }
}

extension NoteReading {
  /// The reading of a note whose bytes could not be had or decoded: nothing but the problem.
  public convenience init(unreadable path: String, problem: NoteProblem) {
    self.init(path: path, problems: [problem], at: [ProblemPlace(line: 1, column: 1, quote: "")])
  }
}

/// Where a problem of a file stands.
public struct ProblemPlace: Sendable {
  /// Line, counted from 1.
  public let line: Int
  /// Byte column, counted from 1.
  public let column: Int
  /// The words there; empty when the whole file is meant.
  public let quote: String

  init(line: Int, column: Int, quote: String) {
    self.line = line
    self.column = column
    self.quote = quote
  }

  init(of problem: NoteProblem, in source: SourceFile) {
    guard let span = problem.span else {
      self.init(line: 1, column: 1, quote: "")
      return
    }
    let line = source.lines.line(at: span.start)
    self.init(
      line: line, column: span.start - source.lines.span(ofLine: line).start + 1, quote: source.text(of: span))
  }
}

/// A dated piece of a note.
public struct EntryReading: Sendable {
  /// What dates it, unresolved.
  public let date: DateExpression?
  /// Its heading or first words, as written; empty when it has none.
  public let title: String
  /// Its first line, counted from 1.
  public let line: Int
  /// Its sentences, as indices of `NoteReading.sentences`.
  public let sentences: Range<Int>

  /// The pieces of `note`, in order.
  static func all(of note: Note) -> [EntryReading] {
    note.entries.map { entry in
      let blocks = note.blocks[entry.blocks]
      return EntryReading(
        date: entry.date, title: entry.title.map(note.text.string) ?? "", line: entry.line,
        sentences: (blocks.first?.sentences.lowerBound ?? 0)..<(blocks.last?.sentences.upperBound ?? 0))
    }
  }
}

/// What reading may know besides the note.
public struct ReadingSettings: Sendable {
  /// Names of our own side, every form in which notes call them.
  public var team: [String]
  /// What else the team tells of its words.
  public var vocabulary: TeamVocabulary
  /// The language of messages; nil for that of the notes.
  public var language: Language?
  /// When holidays were and will be.
  public var holidays: [DateExpression.Holiday: [DayRange]]
  /// The day on which weeks begin: 1 Monday – 7 Sunday.
  public var weekStart: Int

  /// Settings.
  public init(
    team: [String] = [], vocabulary: TeamVocabulary = .none, language: Language? = nil,
    holidays: [DateExpression.Holiday: [DayRange]] = [:], weekStart: Int = 1
  ) {
    self.team = team
    self.vocabulary = vocabulary
    self.language = language
    self.holidays = holidays
    self.weekStart = weekStart
  }
}
