import NoteSyntax
import SourceText

/// Finds where marks can stand in a note without changing what it says or how it is built: each place is tried out.
struct MarkPlaces {
  private let note: Note
  private let bytes: [UInt8]
  private var tagPlaces: [Int: Int?] = [:]
  /// Whether any words of the note may be made links without looking at each.
  private var linksAnything = false

  /// Places in `note`; `sentences` and `names` are those that marks are wanted for. Where all of them can be had at once,
  /// as nearly always, none has to be tried out by itself.
  init(_ note: Note, sentences: Set<Int>, names: [Span]) {
    self.note = note
    bytes = note.source.bytes
    let ordered = sentences.sorted()
    let ends = ordered.map { pastClosingMarkup(note.text.span(of: note.sentences[$0].text).end) }
    let tried = note.with(ends.map { Insertion(offset: $0, part: .tag(Self.tag)) })
    let found = tried.marks.filter(\.isLifted).compactMap { tried.sentence(ofAnchor: $0.anchor, inBlock: $0.block) }
    let known = note.marks.filter(\.isLifted).compactMap { note.sentence(ofAnchor: $0.anchor, inBlock: $0.block) }
    if tried.saysTheSame(as: note), found.sorted() == (known + ordered).sorted() {
      for (sentence, end) in zip(ordered, ends) { tagPlaces[sentence] = .some(end) }
    }
    let linked = note.with(names.flatMap { Self.brackets($0, target: nil) })
    linksAnything = linked.saysTheSame(as: note)
  }

  private static let tag = "#fact/contact"

  /// Where a tag that speaks of a sentence can stand: behind its last word and whatever closes there; nil for nowhere.
  mutating func placeOfTag(onSentence sentence: Int) -> Int? {
    if let known = tagPlaces[sentence] { return known }
    let end = note.text.span(of: note.sentences[sentence].text).end
    var places = [pastClosingMarkup(end), end]
    if let lineEnd = lineEnd(after: end, besides: sentence) { places.append(lineEnd) }
    let place = places.first { place in
      let tried = note.with([Insertion(offset: place, part: .tag(Self.tag))])
      guard tried.saysTheSame(as: note) else { return false }
      return tried.marks.contains { mark in
        mark.isLifted && place...place + 1 ~= mark.span.start
          && tried.sentence(ofAnchor: mark.anchor, inBlock: mark.block) == sentence
      }
    }
    tagPlaces[sentence] = .some(place)
    return place
  }

  /// The brackets that make words of the file a link; nil where they would change the note.
  func link(_ span: Span, target: String?) -> [Insertion]? {
    let insertions = Self.brackets(span, target: target)
    return linksAnything || note.with(insertions).saysTheSame(as: note) ? insertions : nil
  }

  private static func brackets(_ span: Span, target: String?) -> [Insertion] {
    [Insertion(offset: span.start, part: .linkStart(target: target)), Insertion(offset: span.end, part: .linkEnd)]
  }

  /// Past emphasis, links, code and the like that close at `start`.
  private func pastClosingMarkup(_ start: Int) -> Int {
    let lineStart = note.source.lines.span(ofLine: note.source.lines.line(at: max(0, start - 1))).start
    var at = start
    while at < bytes.count {
      if starts(at, "]("), let close = bytes[at...].prefix(while: { $0 != 0x0A }).firstIndex(of: 0x29) {
        at = close + 1
      } else if starts(at, "]]") {
        at += 2
      } else if let sign = ["**", "__", "~~", "==", "*", "_", "`"].first(where: { starts(at, $0) }),
        isOpen(sign, in: lineStart..<at)
      {
        at += sign.utf8.count
      } else if starts(at, "</"), let close = bytes[at...].prefix(while: { $0 != 0x0A }).firstIndex(of: 0x3E) {
        at = close + 1
      } else {
        break
      }
    }
    return at
  }

  private func starts(_ at: Int, _ text: String) -> Bool { bytes[at...].starts(with: text.utf8) }

  /// Whether a sign that opens and closes stands an odd number of times in a range.
  private func isOpen(_ sign: String, in range: Range<Int>) -> Bool {
    var count = 0
    var at = range.lowerBound
    while at < range.upperBound {
      if starts(at, sign) {
        count += 1
        at += sign.utf8.count
      } else {
        at += 1
      }
    }
    return count % 2 == 1
  }

  /// The end of the line on which a sentence ends, when no other sentence follows on it.
  private func lineEnd(after end: Int, besides sentence: Int) -> Int? {
    let line = note.source.lines.span(ofLine: note.source.lines.line(at: max(0, end - 1)))
    if sentence + 1 < note.sentences.count {
      let next = note.text.span(of: note.sentences[sentence + 1].text).start
      if next < line.end { return nil }
    }
    var at = line.end
    while at > end, bytes[at - 1] == 0x20 || (0x09...0x0D).contains(bytes[at - 1]) { at -= 1 }
    return at
  }
}

extension Mark {
  /// Whether it is one of Rapport's own tags, which are no part of the text.
  fileprivate var isLifted: Bool {
    if case .tag = kind { return range.isEmpty }
    return false
  }
}

extension Note {
  /// The note with insertions.
  func with(_ insertions: [Insertion]) -> Note {
    Note(parsing: SourceFile(path: source.path, bytes: Insertion.apply(insertions, to: source.bytes)))
  }

  /// Whether two notes have the same words in the same structure, whatever their marks.
  func saysTheSame(as other: Note) -> Bool {
    text.bytes == other.text.bytes && sentences.elementsEqual(other.sentences, by: Self.areAlike)
      && blocks.elementsEqual(other.blocks) {
        $0.kind == $1.kind && $0.text == $1.text && $0.isQuote == $1.isQuote && $0.heading == $1.heading
      }
      && entries.elementsEqual(other.entries) { $0.line == $1.line && $0.blocks == $1.blocks }
      && labels.elementsEqual(other.labels) { $0.name == $1.name && $0.value == $1.value && $0.origin == $1.origin }
      && dates.elementsEqual(other.dates) { $0.range == $1.range && $0.sentence == $1.sentence }
  }

  private static func areAlike(_ one: Sentence, _ other: Sentence) -> Bool {
    one.text == other.text && one.line == other.line && one.block == other.block && one.isStruck == other.isStruck
      && one.isLabel == other.isLabel
  }

  /// The sentence that a mark speaks of: the one its anchor stands in, or else the last before.
  func sentence(ofAnchor anchor: Int, inBlock block: Int) -> Int? {
    blocks[block].sentences.last { sentences[$0].text.lowerBound <= anchor } ?? blocks[block].sentences.first
  }
}
