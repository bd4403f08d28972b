import NoteSyntax
import SourceText

/// One of Rapport's own marks in a note: what it says, and of what.
public struct MarkedMeaning: Sendable {
  /// What it says.
  public let meaning: MarkMeaning
  /// What the brackets behind it add.
  public let details: MarkDetails
  /// The sentence it stands in, as an index of `NoteReading.sentences`; nil for front matter, which speaks of the whole
  /// note, and for a line that holds nothing else.
  public let sentence: Int?
  /// The entry it stands in, as an index of `NoteReading.entries`; nil for front matter.
  public let entry: Int?
  /// Whether it stands in a heading, and so speaks of everything below.
  public let isHeading: Bool
  /// Where it stands.
  public let span: Span
  /// Its line, counted from 1.
  public let line: Int
  /// Byte column of its first word, counted from 1.
  public let column: Int
  /// Its words as written.
  public let quote: String
  /// The sentences that a plain label speaks of, as indices of `NoteReading.sentences`; nil for marks.
  public var scope: Range<Int>?
}

extension MarkedMeaning {
  /// The sentences of `reading` that the mark speaks of: its own; in a heading, those below; on a line that holds nothing
  /// else, its entry's; in front matter, all. A plain label tells itself.
  public func sentences(in reading: NoteReading) -> Range<Int> {
    if let scope { return scope }
    guard let sentence else { return entry.map { reading.entries[$0].sentences } ?? 0..<reading.sentences.count }
    guard isHeading else { return sentence..<sentence + 1 }
    let level = reading.places[sentence].headingLevel
    let end = reading.places[(sentence + 1)...].firstIndex { 1...max(1, level) ~= $0.headingLevel }
    return sentence..<(end ?? reading.sentences.count)
  }
}

/// Reads the marks of a note by `MarkVocabulary`.
struct MarkInterpreter {
  let note: Note

  /// The marks that are ours, in reading order, and a J003 for each that nearly is.
  func read() -> (marks: [MarkedMeaning], problems: [NoteProblem]) {
    var marks: [MarkedMeaning] = []
    var problems: [NoteProblem] = []
    func take(
      _ reading: MarkVocabulary.Reading, of written: String, _ place: Place, _ details: MarkDetails = .none
    ) {
      switch reading {
      case .foreign: break
      case .unknown(let suggestion):
        problems.append(NoteProblem(kind: .unknownMark(suggestion: suggestion), span: place.span, detail: written))
      case .known(let meaning): marks.append(self.meaning(meaning, at: place, details))
      }
    }
    for mark in note.marks {
      guard case .tag(let name) = mark.kind else { continue }
      let place = Place(anchor: mark.anchor, span: mark.span, block: mark.block, line: mark.line)
      take(MarkVocabulary.reading(ofTag: name), of: "#" + name, place, details(of: mark))
    }
    for label in note.labels {
      let value = note.text.string(label.value)
      switch label.origin {
      case .field:
        take(MarkVocabulary.reading(ofField: label.name, value: value), of: label.name + "::", place(of: label))
      case .frontMatter:
        if self.take(stageOf: label, value, &marks) { break }
        let isTag = label.name == "tags" || label.name == "tag" || label.name == "标签"
        let reading =
          isTag
          ? MarkVocabulary.reading(ofTag: value.hasPrefix("#") ? String(value.dropFirst()) : value)
          : MarkVocabulary.reading(ofField: label.name, value: value, isFrontMatter: true)
        take(reading, of: isTag ? "#" + value : label.name + ":", place(of: label))
      case .text, .tableCell: _ = self.take(stageOf: label, value, &marks)
      }
    }
    marks += labelledDeals(besides: marks)
    // What is struck out is withdrawn.
    marks.removeAll { $0.sentence.map { note.sentences[$0].isStruck } ?? false }
    return (marks.sorted { $0.span < $1.span }, problems)
  }

  /// Takes a plain label that tells a stage: `**Stage:** POC`, `阶段：谈判中`, a cell under such a header. What is none of
  /// the names that people use for stages is told by the label alone, and no mark.
  private func take(stageOf label: Label, _ value: String, _ marks: inout [MarkedMeaning]) -> Bool {
    guard let isNarrow = StageNames.isLabel(label.name), isNarrow || label.origin != .frontMatter,
      let stage = StageNames.stage(ofValue: value)
    else { return false }
    marks.append(meaning(.stage(stage), at: place(of: label)))
    return true
  }

  /// The last of `sentences` that begins at or before `offset`; else the first.
  private func last(of sentences: Range<Int>, notAfter offset: Int) -> Int {
    var low = sentences.lowerBound
    var high = sentences.upperBound
    while high - low > 1 {
      let middle = (low + high) / 2
      if note.sentences[middle].text.lowerBound <= offset { low = middle } else { high = middle }
    }
    return low
  }

  private func entry(ofBlock block: Int) -> Int {
    var low = 0
    var high = note.entries.count
    while high - low > 1 {
      let middle = (low + high) / 2
      if note.entries[middle].blocks.lowerBound <= block { low = middle } else { high = middle }
    }
    return low
  }

  /// Where a mark stands.
  struct Place {
    /// A place in the text that belongs to the same sentence.
    let anchor: Int
    let span: Span
    /// Nil for front matter.
    let block: Int?
    let line: Int
  }

  /// The place of a label's value.
  func place(of label: Label) -> Place {
    Place(anchor: label.value.lowerBound, span: note.text.span(of: label.value), block: label.block, line: label.line)
  }

  private func details(of mark: Mark) -> MarkDetails {
    guard !mark.details.isEmpty else { return .none }
    return MarkVocabulary.details(mark.details.map { ($0.text, note.source.text(of: $0.span)) })
  }

  func meaning(_ meaning: MarkMeaning, at place: Place, _ details: MarkDetails = .none) -> MarkedMeaning {
    let sentences = place.block.map { note.blocks[$0].sentences } ?? 0..<0
    // Of sentences on one line, a mark belongs to the one that it stands in, or else to the last before it.
    let sentence = sentences.isEmpty ? nil : last(of: sentences, notAfter: place.anchor)
    var isHeading = false
    if let block = place.block, case .heading = note.blocks[block].kind { isHeading = true }
    return MarkedMeaning(
      meaning: meaning, details: details, sentence: sentence, entry: place.block.map(entry(ofBlock:)),
      isHeading: isHeading, span: place.span, line: place.line,
      column: place.span.start - note.source.lines.span(ofLine: place.line).start + 1,
      quote: note.source.text(of: place.span))
  }
}
