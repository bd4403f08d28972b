import NoteSyntax
import SourceText

/// The features of a note's sentences and lines for the linear models. Trainer and evaluator both use this code.
///
/// What pays is recorded in `docs/reading.md`.
package struct NoteFeatures {
  let note: Note
  let shapes: [SentenceShape]
  /// Runs of sentences that start on one line of the file: what a fact's place is counted by.
  package let lines: [Range<Int>]
  /// For each sentence, its position in `lines`.
  private let lineOfSentence: [Int]
  /// For each line, its position in its entry.
  private let rank: [Int]
  /// For each sentence, whether a purchase was spoken of before it in the note.
  private let isAfterSale: [Bool]
  /// For each sentence, the label with nothing behind it that titles it in its block.
  let labelOfSentence: [Int?]
  private var text = MaskedText()

  /// Looks through a note once. `namesOfSentence` has, for each sentence, the names in it in bytes of the note's text.
  package init(note: Note, cues: SentenceCues, namesOfSentence: [[Range<Int>]]) {
    let bytes = note.text.bytes
    let shapes = note.sentences.indices.map { index in
      SentenceShape(
        note.sentences[index].text, bytes: bytes, cues: cues[index], names: namesOfSentence[index])
    }
    var lines: [Range<Int>] = []
    var lineOfSentence: [Int] = []
    var rank: [Int] = []
    for (index, sentence) in note.sentences.enumerated() {
      if let last = lines.last, note.sentences[last.lowerBound].line == sentence.line {
        lines[lines.count - 1] = last.lowerBound..<index + 1
      } else {
        let isSameEntry = index > 0 && note.sentences[index - 1].entry == sentence.entry
        rank.append(isSameEntry ? (rank.last ?? -1) + 1 : 0)
        lines.append(index..<index + 1)
      }
      lineOfSentence.append(lines.count - 1)
    }
    self.note = note
    self.shapes = shapes
    self.lines = lines
    self.lineOfSentence = lineOfSentence
    self.rank = rank
    labelOfSentence = Self.labels(of: note)
    var wasBought = false
    isAfterSale = shapes.map { shape in
      defer {
        if shape.pieces.contains(where: { $0.concept == Self.bought && shape.clauses[$0.clause].moods.isFactual }) {
          wasBought = true
        }
      }
      return wasBought
    }
  }

  /// The features of one sentence.
  package mutating func addSentence(_ index: Int, to sink: inout some FeatureSink) {
    let shape = shapes[index]
    text.fill(note.text.bytes, shape.range, names: shape.names)
    text.addGrams(to: &sink)
    text.addWords(to: &sink)
    addConcepts(of: index, to: &sink)
    addSection(of: index, to: &sink)
    addStructure(of: index, to: &sink)
  }

  /// What is known of a line as a whole, besides its sentences' features.
  package func addLine(_ line: Int, to sink: inout some FeatureSink) {
    let sentences = lines[line]
    Self.emit(.structure, 100, UInt32(min(sentences.count, 6)), to: &sink)
    let names = sentences.reduce(0) { $0 + shapes[$1].names.count }
    Self.emit(.structure, 101, UInt32(min(names, 5)), to: &sink)
    let bytes = sentences.reduce(0) { $0 + shapes[$1].range.count }
    Self.emit(.structure, 102, UInt32(Self.bucket(bytes)), to: &sink)
  }

  private func addConcepts(of index: Int, to sink: inout some FeatureSink) {
    let shape = shapes[index]
    let subject = UInt32(shape.subject.rawValue)
    Self.emit(.subjects, 1, subject, to: &sink)
    for clause in shape.clauses {
      Self.emit(.actors, 2, UInt32(clause.actor.rawValue) << 4 | (clause.moods.contains(.quoted) ? 1 : 0), to: &sink)
      for mood in 0..<Clause.Moods.count where clause.moods.rawValue & (1 << UInt16(mood)) != 0 {
        Self.emit(.moods, 3, UInt32(mood), to: &sink)
        Self.emit(.moods, 4, UInt32(clause.actor.rawValue) << 4 | UInt32(mood), to: &sink)
      }
    }
    var seen: [UInt32] = []
    seen.reserveCapacity(Self.meaningLimit)
    let kind = blockKind(of: index)
    // Who spoke last is who speaks on where nobody is named.
    let speaker =
      index > 0 && note.sentences[index - 1].entry == note.sentences[index].entry
      ? UInt32(shapes[index - 1].subject.rawValue) : 15
    for piece in shape.pieces {
      let clause = shape.clauses[piece.clause]
      Self.emit(.actors, piece.meaning, 16 + UInt32(clause.actor.rawValue), to: &sink)
      if clause.moods.rawValue == 0 { Self.emit(.moods, piece.meaning, 63, to: &sink) }
      for mood in 0..<Clause.Moods.count where clause.moods.rawValue & (1 << UInt16(mood)) != 0 {
        Self.emit(.moods, piece.meaning, 64 + UInt32(mood), to: &sink)
      }
      guard seen.count < Self.meaningLimit, !seen.contains(piece.meaning) else { continue }
      Self.emit(.concepts, piece.meaning, 0, to: &sink)
      Self.emit(.subjects, piece.meaning, 32 + subject, to: &sink)
      Self.emit(.context, piece.meaning, 160 + kind, to: &sink)
      if subject == 0 || subject == UInt32(Clause.Actor.he.rawValue) {
        Self.emit(.context, piece.meaning, 180 + speaker, to: &sink)
      }
      seen.append(piece.meaning)
    }
    Self.emit(.concepts, 5, UInt32(min(seen.count, 8)), to: &sink)
  }

  private static func labels(of note: Note) -> [Int?] {
    var label: Int?
    var block = -1
    return note.sentences.enumerated().map { index, sentence in
      if sentence.block != block { (label, block) = (nil, sentence.block) }
      defer { if sentence.isLabel { label = index } }
      return label
    }
  }

  /// The sentences that title a sentence: the label above it in its block, else its heading or lead-in.
  func titles(of index: Int) -> Range<Int> {
    if let label = labelOfSentence[index] { return label..<label + 1 }
    return note.blocks[note.sentences[index].block].heading.map { note.blocks[$0].sentences } ?? 0..<0
  }

  private func addSection(of index: Int, to sink: inout some FeatureSink) {
    let titles = titles(of: index)
    if titles.isEmpty { return Self.emit(.sections, 8, 0, to: &sink) }
    for sentence in titles {
      for section in shapes[sentence].sections {
        Self.emit(.sections, Concepts.hash(of: section), 140, to: &sink)
      }
      for piece in shapes[sentence].pieces { Self.emit(.sections, piece.meaning, 141, to: &sink) }
    }
  }

  private func addStructure(of index: Int, to sink: inout some FeatureSink) {
    let sentence = note.sentences[index]
    let block = note.blocks[sentence.block]
    let line = lineOfSentence[index]
    let kind = blockKind(of: index)
    Self.emit(.structure, 9, kind, to: &sink)
    if block.isQuote { Self.emit(.structure, 10, 1, to: &sink) }
    let place = min(rank[line], 3)
    Self.emit(.structure, 11, UInt32(place), to: &sink)
    Self.emit(.structure, 12, kind << 8 | UInt32(place), to: &sink)
    let isLast = line + 1 == lines.count || rank[line + 1] == 0
    if isLast { Self.emit(.structure, 13, 1, to: &sink) }
    Self.emit(.structure, 14, UInt32(min(index - lines[line].lowerBound, 4)), to: &sink)
    Self.emit(.structure, 15, UInt32(Self.bucket(shapes[index].range.count)), to: &sink)
    for section in shapes[index].sections.prefix(3) where block.sentences.lowerBound == index {
      Self.emit(.sections, Concepts.hash(of: section), 142, to: &sink)
    }
    if isAfterSale[index] {
      Self.emit(.history, 16, 1, to: &sink)
      var seen: [UInt32] = []
      for piece in shapes[index].pieces where piece.concept != nil && !seen.contains(piece.meaning) {
        seen.append(piece.meaning)
        Self.emit(.history, piece.meaning, 150, to: &sink)
      }
    }
  }

  /// The sort of block that a sentence stands in.
  func blockKind(of sentence: Int) -> UInt32 {
    switch note.blocks[note.sentences[sentence].block].kind {
    case .heading(let level): 1 + UInt32(min(level, 3))
    case .paragraph: 5
    case .listItem(_, let task): task == nil ? 6 : task == .open ? 7 : 8
    case .tableRow(let isHeader): isHeader ? 9 : 10
    }
  }

  /// The feature of a concept's or number's presence.
  static func concept(_ meaning: UInt32) -> UInt32 { feature(.concepts, meaning, 0) }

  @inline(__always)
  private static func feature(_ group: FeatureGroup, _ first: UInt32, _ second: UInt32) -> UInt32 {
    FeatureHash.finish(FeatureHash.step(FeatureHash.step(FeatureHash.seed(group.rawValue &+ 1), first), second))
  }

  @inline(__always)
  static func emit(_ group: FeatureGroup, _ first: UInt32, _ second: UInt32, to sink: inout some FeatureSink) {
    sink.add(feature(group, first, second), group)
  }

  /// A length class: powers of two.
  private static func bucket(_ count: Int) -> Int { Int.bitWidth - max(count, 1).leadingZeroBitCount }

  private static let meaningLimit = 24
  private static let bought = Concept("care.bought")

  /// For each sentence of `note`, where names stand in it.
  package static func ranges(of names: [NameMention], in note: Note) -> [[Range<Int>]] {
    var ranges = [[Range<Int>]](repeating: [], count: note.sentences.count)
    for name in names {
      if let sentence = name.sentence, ranges.indices.contains(sentence) { ranges[sentence].append(name.range) }
    }
    return ranges
  }

  /// The position of a sentence's line in its entry, from 0.
  func lineRank(of sentence: Int) -> Int { rank[lineOfSentence[sentence]] }
}

extension Clause.Moods {
  /// Whether a clause states something as a fact.
  var isFactual: Bool { isDisjoint(with: [.negated, .possible, .condition, .question, .plan, .hearsay]) }
}
