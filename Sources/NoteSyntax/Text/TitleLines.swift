import SourceText

/// Finds the lines that stand over dated ones as a heading would: `宏泰精密` alone on a line, below it `10/8 …` and `10/20 …`.
///
/// Who keeps a file with several customers and never heard of Markdown sets them apart so. Such a line is a heading below
/// all that were meant as one. Between it and the dates labels may stand, as in a card: `联系人：王主任`, `Tel: …`. In an
/// outline it is the item whose own items are dated.
struct TitleLines {
  /// Bytes of the longest one, and of all lines of a card.
  private static let limit = 80
  private static let cardLimit = 400

  private let text: UnsafeBufferPointer<UInt8>
  private let blocks: [NoteDraft.DraftBlock]
  /// The day that each block opens with, where it may open an entry.
  private let opening: [DateExpression?]

  private init(_ text: UnsafeBufferPointer<UInt8>, _ blocks: [NoteDraft.DraftBlock]) {
    self.text = text
    self.blocks = blocks
    opening = blocks.map { block in
      switch block.kind {
      case .paragraph, .listItem(_, nil): break
      case .heading, .listItem, .tableRow: return nil
      }
      guard !block.isQuote, let opening = EntryOpening(DateReader(text, block.text, isDatePlace: true)),
        opening.kind == .date
      else { return nil }
      return opening.expression
    }
  }

  /// Makes headings of them: what else stands in their blocks becomes blocks of its own.
  static func mark(_ draft: inout NoteDraft) {
    let titles = draft.text.bytes.withUnsafeBufferPointer { TitleLines($0, draft.blocks).all() }
    guard !titles.isEmpty else { return }
    var blocks: [NoteDraft.DraftBlock] = []
    blocks.reserveCapacity(draft.blocks.count + titles.count)
    var rest = titles[...]
    for (index, block) in draft.blocks.enumerated() {
      guard let title = rest.first, title.block == index else {
        blocks.append(block)
        continue
      }
      rest.removeFirst()
      // The lines of a card and of a log stand for themselves, so that each line feed is one in the file.
      func part(_ range: Range<Int>, as kind: Block.Kind) {
        let line = block.line + draft.text.bytes[block.text.lowerBound..<range.lowerBound].count { $0 == 0x0A }
        blocks.append(.init(kind: kind, text: range, line: line, isQuote: false))
      }
      if title.line.lowerBound > block.text.lowerBound {
        part(block.text.lowerBound..<title.line.lowerBound - 1, as: block.kind)
      }
      part(title.line, as: .heading(level: Block.lineLevel))
      if title.line.upperBound < block.text.upperBound {
        part(title.line.upperBound + 1..<block.text.upperBound, as: .paragraph)
      }
    }
    draft.blocks = blocks
  }

  private func all() -> [(block: Int, line: Range<Int>)] {
    var titles: [(block: Int, line: Range<Int>)] = []
    var days = Days()
    for block in blocks.indices.dropLast() {
      if let opening = opening[block] { days.take(opening) }
      guard let next = opening[block + 1] else { continue }
      if let line = title(of: block) {
        // Below the first dates a short line may well be a remark, unless the days begin again behind it.
        if days.isEmpty || isOutline(block) || !titles.isEmpty && startsList(block + 1) || days.goBack(to: next) {
          titles.append((block, line))
        }
      } else if let line = lastLine(of: block), days.goBack(to: next) || isSetOff(line) {
        titles.append((block, line))
      }
    }
    return titles
  }

  /// The days of the dated blocks so far.
  private struct Days {
    private var last: (Int, Int)?
    /// Whether they go forward, as far as they go anywhere.
    private var goForward: Bool?

    var isEmpty: Bool { last == nil }

    mutating func take(_ opening: DateExpression) {
      guard let day = opening.monthAndDay else { return }
      if let last, last != day, goForward == nil { goForward = last < day }
      last = day
    }

    /// Whether a day goes against the way of those before.
    func goBack(to opening: DateExpression) -> Bool {
      guard let last, let day = opening.monthAndDay else { return false }
      return goForward ?? true ? day < last : day > last
    }
  }

  /// Whether what begins with `block` has nothing but dated blocks, as far as the one behind it tells.
  private func startsList(_ block: Int) -> Bool {
    block + 1 == blocks.count || opening[block + 1] != nil || title(of: block + 1) != nil
  }

  /// Whether a block is an item and the next an item of its own.
  private func isOutline(_ block: Int) -> Bool {
    guard case .listItem(let depth, nil) = blocks[block].kind, case .listItem(let inner, nil) = blocks[block + 1].kind
    else { return false }
    return inner > depth
  }

  /// The one short line that a block is, or begins with above nothing but labels, when it names something.
  private func title(of block: Int) -> Range<Int>? {
    let range = blocks[block].text
    switch blocks[block].kind {
    case .paragraph: break
    case .listItem: guard block + 1 < blocks.count, isOutline(block) else { return nil }
    case .heading, .tableRow: return nil
    }
    guard !blocks[block].isQuote, opening[block] == nil, range.count <= Self.cardLimit else { return nil }
    let lines = text[range].split(separator: 0x0A).map(\.indices)
    guard let first = lines.first, lines.count <= 5, isName(first), lines.dropFirst().allSatisfy(isOfCard) else {
      return nil
    }
    return first
  }

  /// The last of several lines of a dated block, when it names something.
  private func lastLine(of block: Int) -> Range<Int>? {
    let range = blocks[block].text
    guard case .paragraph = blocks[block].kind, opening[block] != nil,
      let start = text[range].suffix(Self.limit + 1).lastIndex(of: 0x0A), isName(start + 1..<range.upperBound)
    else { return nil }
    return start + 1..<range.upperBound
  }

  /// Whether a line is set off from those around it: `【宏泰】`, `== Halden ==`, `Halden:`.
  private func isSetOff(_ line: Range<Int>) -> Bool {
    let first = text[line.lowerBound]
    return text[line.upperBound - 1] == 0x3A || text[line].starts(with: "【".utf8)
      || [0x3D, 0x2D, 0x2A, 0x23].contains(first) && text[line.lowerBound + 1] == first
  }

  /// Whether a line is short, holds no date, says nothing of anybody and is no head of a letter.
  private func isName(_ line: Range<Int>) -> Bool {
    guard (2...Self.limit).contains(line.count), !endsClause(line), !isRemark(line), !RecordWords.end(text[line]) else {
      return false
    }
    let heads = LabelReader(text, line).labels(strong: []).map {
      String(decoding: text[$0.name].map(\.asciiLower), as: UTF8.self)
    }
    return Self.letterHeads.isDisjoint(with: heads) && !holdsDate(line)
  }

  private static let letterHeads: Set<String> = [
    "to", "from", "cc", "bcc", "subject", "re", "fw", "fwd", "收件人", "发件人", "抄送", "主题",
  ]

  /// Whether a line is a label with its value, or a number by which somebody is reached.
  private func isOfCard(_ line: Range<Int>) -> Bool {
    guard line.count <= Self.limit else { return false }
    if text[line].count(where: \.isASCIIDigit) >= 7 { return true }
    return !LabelReader(text, line).labels(strong: []).isEmpty && !holdsDate(line)
  }

  private func holdsDate(_ line: Range<Int>) -> Bool { !DateReader(text, line, isDatePlace: true).all().isEmpty }

  private func endsClause(_ range: Range<Int>) -> Bool {
    switch text[range.upperBound - 1] {
    case 0x2E, 0x21, 0x3F, 0x3B, 0x2C: true
    default: text[range].suffix(3).elementsEqual("。".utf8)
    }
  }

  /// Whether the line says something of somebody, as no name does.
  private func isRemark(_ range: Range<Int>) -> Bool {
    let cursor = TextCursor(text, limit: range.upperBound)
    var at = range.lowerBound
    while at < range.upperBound {
      if text[at] >= 0xE3, cursor.skip(at, Self.hanRemarks) != nil { return true }
      guard text[at].isASCIILetter else {
        at += cursor.scalar(at).length
        continue
      }
      var end = at
      while end < range.upperBound, text[end].isASCIILetter || text[end] == 0x27 { end += 1 }
      if Self.remarks.contains(String(decoding: text[at..<end].map(\.asciiLower), as: UTF8.self)) { return true }
      at = end
    }
    return false
  }

  private static let hanRemarks: StaticString = "了|说|他|她|我|你|您|没|问|吗|呢|吧|把|让|给|跟"
  private static let remarks: Set<String> = [
    "i", "he", "she", "they", "we", "it", "is", "was", "are", "were", "be", "will", "would", "said", "says", "wants",
    "has", "have", "had", "not", "no", "don't", "didn't", "can't", "won't", "called", "met", "rang", "sent", "asked",
    "told", "needs", "got", "went",
  ]
}
