import FactReading
import NoteSyntax

/// A line of a note with its features and the kinds that careful readers marked on it.
struct TrainingLine {
  /// The journal, by position in the corpus.
  var journal: Int
  let file: String
  let line: Int
  /// Whether its journal says things outright.
  let isOutright: Bool
  /// Features of each sentence that starts on the line, then those of the line as a whole.
  let sentences: [FeatureList]
  let whole: FeatureList
  /// How many facts of each kind are marked, by position in `FactKind.allCases`.
  var gold: [Int]

  /// The lines of a journal. A fact on a line where no sentence starts counts for the line before it.
  static func lines(
    of journal: AnnotatedJournal, at position: Int, annotatedNames: Bool, leavingOut: Set<FeatureGroup>
  ) -> [TrainingLine] {
    let kinds = Dictionary(uniqueKeysWithValues: FactKind.allCases.enumerated().map { ($1.rawValue, $0) })
    var lines: [TrainingLine] = []
    for source in journal.sources {
      let note = Note(parsing: source)
      let names =
        annotatedNames
        ? journal.annotatedNames(in: note) : NoteFeatures.ranges(of: NoteReading(of: note).names, in: note)
      var features = NoteFeatures(note: note, cues: SentenceCues(note), namesOfSentence: names)
      let first = lines.count
      for (index, sentences) in features.lines.enumerated()
      where sentences.contains(where: { !note.sentences[$0].isLabel }) {
        let lists = sentences.map { sentence in
          var list = FeatureList(leavingOut: leavingOut)
          features.addSentence(sentence, to: &list)
          return list
        }
        var whole = FeatureList(leavingOut: leavingOut)
        features.addLine(index, to: &whole)
        lines.append(
          TrainingLine(
            journal: position, file: source.path, line: note.sentences[sentences.lowerBound].line,
            isOutright: journal.isOutright, sentences: lists, whole: whole,
            gold: [Int](repeating: 0, count: FactKind.allCases.count)))
      }
      for fact in journal.gold.facts where fact.file == source.path {
        guard let kind = kinds[fact.kind],
          let line = lines[first...].lastIndex(where: { $0.line <= fact.line }) ?? lines[first...].indices.first
        else { continue }
        lines[line].gold[kind] += 1
      }
    }
    return lines
  }
}
