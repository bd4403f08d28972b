import NoteSyntax
import SourceText

/// Where in its note's structure a sentence stands: what a reader uses to tell which customer it is about.
public struct SentencePlace: Sendable {
  /// Its block, as an index of `Note.blocks`: sentences of one paragraph, item or row share it.
  @Narrow public var block: Int
  /// Whether it begins a line.
  public let startsLine: Bool
  /// Level of the heading that it is, 1 to 6, `Block.lineLevel` for a line that stands over dated ones or over a list; 0 for
  /// text.
  @Narrow public var headingLevel: Int
  /// Whether it is the title of what follows: a label with nothing behind it.
  public let isLabel: Bool
  /// Depth of the list item it stands in; 0 outside of lists.
  @Narrow public var listDepth: Int
  /// Whether it is there for the lines around it, and by itself says no more than when and about whom the note is: a
  /// heading, a label with nothing behind it or what only holds its place, a line that holds a date or names the customer
  /// behind a label.
  public let isFrame: Bool
  /// Whether it names a competitor or compares.
  public let comparesRivals: Bool
  /// Whether it is a heading that titles dated lines: one of several of its level without a date, right below which a line
  /// begins with one; or a line that nothing marks as a heading.
  public let isOverDates: Bool

  private static let rival = Concept("account.rival")

  /// The places of all sentences of `note`, in order.
  static func all(of note: Note, cues: SentenceCues, frame: NoteFrame) -> [SentencePlace] {
    let titles = titles(of: note)
    let overLists = titlesOfLists(in: note, cues: cues)
    return note.sentences.indices.map { index in
      let block = note.sentences[index].block
      var level = 0
      var depth = 0
      switch note.blocks[block].kind {
      case .heading(let value): level = value
      case .listItem(let value, _): depth = value
      case .paragraph where overLists.contains(block): level = Block.lineLevel
      case .paragraph, .tableRow: break
      }
      return SentencePlace(
        block: block,
        startsLine: index == note.blocks[block].sentences.lowerBound
          || note.sentences[index - 1].line != note.sentences[index].line,
        headingLevel: level, isLabel: note.sentences[index].isLabel, listDepth: depth,
        isFrame: level > 0 && !overLists.contains(block) || note.sentences[index].isLabel
          || frame.sentences.contains(index),
        comparesRivals: cues[index].contains { $0.concept == rival },
        isOverDates: titles.contains(block))
    }
  }

  /// The blocks that are headings over dated lines; a single one of its level may well title a meeting.
  private static func titles(of note: Note) -> Set<Int> {
    let headings = note.blocks.indices.compactMap { block -> (block: Int, level: Int)? in
      if case .heading(let level) = note.blocks[block].kind { (block, level) } else { nil }
    }
    guard !headings.isEmpty else { return [] }
    // The first date of each block that holds one.
    let dated = Dictionary(
      note.dates.lazy.compactMap { date in date.sentence.map { (note.sentences[$0].block, date.range) } },
      uniquingKeysWith: { first, _ in first })
    let over = headings.filter { $0.level == Block.lineLevel || isOverDates($0.block, in: note, dated: dated) }
    let byLevel = Dictionary(grouping: over, by: \.level)
    return Set(byLevel.filter { $0 == Block.lineLevel || $1.count > 1 }.values.joined().map(\.block))
  }

  /// Several short lines, each by itself over a list, that name no field: `**Larkfield**`, `【宏远】`, `二、永泰重工`. They part
  /// the note as headings do.
  private static func titlesOfLists(in note: Note, cues: SentenceCues) -> Set<Int> {
    let bytes = note.text.bytes
    let lines = note.blocks.indices.dropLast().filter { block in
      guard case .listItem = note.blocks[block + 1].kind else { return false }
      switch note.blocks[block].kind {
      case .heading(Block.lineLevel): return true
      case .paragraph: break
      case .heading, .listItem, .tableRow: return false
      }
      guard !note.blocks[block].isQuote, note.blocks[block].sentences.count == 1,
        let sentence = note.blocks[block].sentences.first
      else { return false }
      let text = note.blocks[block].text
      return text.count <= titleLimit && !bytes[text].contains(0x0A) && !RecordWords.end(bytes[text])
        && !ends.contains { bytes[text].reversed().starts(with: $0.reversed()) }
        && !cues[sentence].contains { $0.range.count + 4 >= text.count && fields.contains($0.concept) }
    }
    return lines.count > 1 ? Set(lines) : []
  }

  /// What kinds of things lines stand for that title lists and name nobody.
  private static let fields = Set(
    [
      "section.next", "section.people", "section.need", "section.money", "section.decision", "section.rival",
      "section.risk", "section.course", "section.source", "account.label", "account.activity",
    ].map { Concept($0) })
  /// Bytes of the longest one.
  private static let titleLimit = 60
  /// What ends a sentence, or leads in what follows.
  private static let ends = [".", "!", "?", ";", ",", ":", "。", "，", "！", "？", "；"].map { Array($0.utf8) }

  /// Whether the block below a heading begins with a date, as the heading does not.
  private static func isOverDates(_ heading: Int, in note: Note, dated: [Int: Range<Int>]) -> Bool {
    guard heading + 1 < note.blocks.count, dated[heading] == nil, let date = dated[heading + 1],
      !RecordWords.end(note.text.bytes[note.blocks[heading].text])
    else { return false }
    switch note.blocks[heading + 1].kind {
    case .paragraph, .listItem(_, nil): return date.lowerBound <= note.blocks[heading + 1].text.lowerBound + 3
    case .heading, .listItem, .tableRow: return false
    }
  }
}
