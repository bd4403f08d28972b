import SourceText

extension Note {
  /// Reads the structure of `source`. Never fails: what is malformed becomes a problem, and everything else is read.
  public init(parsing source: SourceFile) {
    // Stand-in until the libcmark reader lands: lines, ISO dates, headings.
    var text = ProseText()
    var blocks: [Block] = []
    var sentences: [Sentence] = []
    var entries: [(date: DateExpression?, title: Range<Int>?, first: Int, line: Int)] = []
    var dates: [DateMention] = []
    var labels: [Label] = []
    let fileDate = Note.isoDay(in: Array(source.path.utf8))
    for line in 1...source.lines.count {
      let span = source.lines.span(ofLine: line)
      var start = span.start
      var end = span.end
      while end > start, [0x0A, 0x0D, 0x20].contains(source.bytes[end - 1]) { end -= 1 }
      var level = 0
      while start < end, source.bytes[start] == 0x23 {
        level += 1
        start += 1
      }
      while start < end, source.bytes[start] == 0x20 || source.bytes[start] == 0x2D { start += 1 }
      guard start < end else { continue }
      let from = text.count
      for offset in start..<end { text.append([source.bytes[offset]], from: Span(offset, offset + 1)) }
      let whole = from..<text.count
      text.append([0x0A], from: Span(end, end))
      let date = Note.isoDay(in: Array(text.bytes[whole]))
      if entries.isEmpty || (level > 0 && date != nil) {
        entries.append((date ?? fileDate, level > 0 ? whole : nil, blocks.count, line))
      }
      let firstSentence = sentences.count
      var at = from
      var cursor = from
      while cursor < whole.upperBound {
        let isStop = text.bytes[cursor...].starts(with: [0xE3, 0x80, 0x82])
        let isPeriod = text.bytes[cursor] == 0x2E && cursor + 1 < whole.upperBound && text.bytes[cursor + 1] == 0x20
        cursor += isStop ? 3 : 1
        if isStop || isPeriod || cursor >= whole.upperBound {
          sentences.append(
            Sentence(
              text: at..<min(cursor, whole.upperBound), line: line, block: blocks.count, entry: entries.count - 1,
              isStruck: false))
          at = min(cursor, whole.upperBound)
        }
      }
      if let date { dates.append(DateMention(expression: date, range: whole, sentence: firstSentence)) }
      let content = text.bytes[whole]
      if let colon = content.firstIndex(of: 0x3A), colon - from < 24 {
        labels.append(
          Label(
            name: String(decoding: content[from..<colon], as: UTF8.self).lowercased(),
            value: colon + 1..<whole.upperBound,
            block: blocks.count, line: line, origin: .text))
      }
      blocks.append(
        Block(
          kind: level > 0 ? .heading(level: min(level, 6)) : .paragraph, text: whole,
          sentences: firstSentence..<sentences.count, line: line, isQuote: false, heading: nil))
    }
    self.source = source
    self.text = text
    self.blocks = blocks
    self.sentences = sentences
    self.entries = entries.indices.map { index in
      Entry(
        date: entries[index].date, title: entries[index].title,
        blocks: entries[index].first..<(index + 1 < entries.count ? entries[index + 1].first : blocks.count),
        line: entries[index].line)
    }
    self.labels = labels
    self.marks = []
    self.dates = dates
    self.problems = []
  }

  private static func isoDay(in bytes: [UInt8]) -> DateExpression? {
    guard bytes.count >= 10 else { return nil }
    for start in 0...(bytes.count - 10) where (0x30...0x39).contains(bytes[start]) {
      if let day = Day(iso: String(decoding: bytes[start..<start + 10], as: UTF8.self)) { return .day(day) }
    }
    return nil
  }
}
