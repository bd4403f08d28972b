import NoteSyntax

/// What of a note's text is there for the rest of it, beside headings: lines that tell when and about whom it is, and fields
/// of a form.
struct NoteFrame {
  /// Sentences that are a date and nothing else, or labels of a date, a deal or a customer, or fields that nobody filled in.
  private(set) var sentences: Set<Int> = []
  /// Of these, the fields that nobody filled in: `预算：待定`, `Next step: <who does what>`. They say nothing.
  private(set) var unfilled: Set<Int> = []
  /// Sentences that are the label of a stage and nothing else, `阶段：线索`: they tell the stage and no more, whatever the
  /// names of stages sound like.
  private(set) var stages: Set<Int> = []
  /// Sentences that are dates and nothing else: `Monday 5th October 2026`.
  private(set) var days: Set<Int> = []
  /// Sentences in which words are neither facts nor signs.
  var mute: Set<Int> { unfilled.union(stages).union(days) }

  init(of note: Note) {
    for (sentence, dates) in Dictionary(grouping: note.dates, by: \.sentence) {
      guard let sentence, Self.holdsOnly(dates.map(\.range), note.sentences[sentence].text, note.text.bytes) else {
        continue
      }
      days.insert(sentence)
    }
    sentences = days
    // Labels stand in reading order, those of one line behind each other.
    var labels = note.labels.drop { $0.block == nil }
    while let first = labels.first {
      let line = labels.prefix { $0.block == first.block && $0.line == first.line }
      labels = labels.dropFirst(line.count)
      guard let block = first.block, first.origin == .text else { continue }
      let own = note.blocks[block].sentences.filter { note.sentences[$0].line == first.line }
      if line.count == 1, own.count == 1, StageNames.isLabel(first.name) != nil,
        StageNames.stage(ofValue: note.text.string(first.value)) != nil
      {
        stages.insert(own[0])
      }
      let isUnfilled = line.map { MarkVocabulary.isUnfilled(note.text.string($0.value)) }
      guard zip(line, isUnfilled).allSatisfy({ $1 || $0.isDate || MarkVocabulary.isAboutWhom(label: $0.name) }) else {
        continue
      }
      guard own.count == 1 else { continue }
      sentences.insert(own[0])
      if !isUnfilled.contains(false) { unfilled.insert(own[0]) }
    }
  }

  /// Whether nothing but signs stands outside of `dates`, which are in reading order.
  private static func holdsOnly(_ dates: [Range<Int>], _ sentence: Range<Int>, _ bytes: [UInt8]) -> Bool {
    var at = sentence.lowerBound
    for date in dates {
      guard saysNothing(bytes[at..<max(at, date.lowerBound)]) else { return false }
      at = max(at, date.upperBound)
    }
    return saysNothing(bytes[at..<max(at, sentence.upperBound)])
  }

  private static func saysNothing(_ bytes: ArraySlice<UInt8>) -> Bool {
    bytes.allSatisfy { !$0.isWordByte && $0 < 0xE4 }
  }
}
