import NoteSyntax
import SourceText

extension NoteReading {
  /// Reads a note. The same note, settings and models give the same reading, whatever else there is.
  public init(of note: Note, settings: ReadingSettings = ReadingSettings(), models: ReadingModels = .builtin) {
    let cues = SentenceCues(note, vocabulary: settings.vocabulary)
    let names = NameReader(note: note, cues: cues, settings: settings).read()
    path = note.source.path
    date = note.date
    dayFirstDates = note.dayFirstDates
    let marked = MarkInterpreter(note: note).read()
    marks = marked.marks
    ignores = note.ignores
    problems = note.problems + marked.problems
    problemPlaces = problems.map { ProblemPlace(of: $0, in: note.source) }
    entries = Self.entries(of: note)
    let frame = NoteFrame(of: note)
    (sentences, mentionSigns, dealSigns) = SentenceReader(
      note: note, cues: cues, names: names, models: models, marks: marked.marks, vocabulary: settings.vocabulary,
      unfilled: frame.unfilled
    ).read()
    accounts = AccountReader(note: note, cues: cues, names: names, marks: marked.marks, settings: settings).read()
    places = SentencePlace.all(of: note, cues: cues, frame: frame)
    stageSigns = StageSign.all(in: note, cues: cues).filter { !frame.unfilled.contains($0.sentence) }
    self.names = names
    language = Language(mostOf: note.text)
  }

  private static func entries(of note: Note) -> [EntryReading] {
    note.entries.map { entry in
      let blocks = note.blocks[entry.blocks]
      return EntryReading(
        date: entry.date, title: entry.title.map(note.text.string) ?? "", line: entry.line,
        sentences: (blocks.first?.sentences.lowerBound ?? 0)..<(blocks.last?.sentences.upperBound ?? 0))
    }
  }
}

extension Language {
  /// Chinese when Han characters take more bytes than ASCII letters.
  init(mostOf text: ProseText) {
    var han = 0
    var latin = 0
    text.bytes.withUnsafeBufferPointer { bytes in
      for byte in bytes {
        latin += byte.isWordByte ? 1 : 0
        han += byte &- 0xE4 < 6 ? 3 : 0
      }
    }
    self = han > latin ? .zh : .en
  }
}
