import SourceText

extension Note {
  /// Reads the structure of `source`. Never fails: what is malformed becomes a problem, and everything else is read.
  public convenience init(parsing source: SourceFile) {
    var draft = NoteDraft()
    draft.text.reserveCapacity(source.bytes.count + 64)
    var frontMatter: [FrontMatterReader.Field] = []
    var problems: [NoteProblem] = []
    let ignores = IgnoreMark.all(in: source)
    IgnoreMark.blanking(ignores, in: source.bytes).withUnsafeBufferPointer { bytes in
      let start = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
      var body = start
      if let reader = FrontMatterReader(bytes, lines: source.lines, from: start) {
        let read = reader.read()
        frontMatter = read.fields
        problems += read.problem.map { [$0] } ?? []
        body = reader.bodyStart
      }
      if MarkdownEvidence(bytes, lines: source.lines, from: body, path: source.path).isMarkdown {
        MarkdownReader(bytes, lines: source.lines, from: body).read(into: &draft)
      } else {
        LineReader(bytes, lines: source.lines, from: body).read(into: &draft)
      }
    }
    draft.liftMarks()
    TitleLines.mark(&draft)
    self.init(source: source, draft: draft, frontMatter: frontMatter, problems: problems, ignores: ignores)
  }

  private convenience init(
    source: SourceFile, draft: NoteDraft, frontMatter: [FrontMatterReader.Field], problems: [NoteProblem],
    ignores: [IgnoreMark]
  ) {
    var draft = draft
    var labels = NoteParser.frontMatterLabels(frontMatter, source, &draft)
    let governing = NoteParser.governingHeadings(of: draft)
    let parser = NoteParser(source: source, draft: draft)
    let sentences = parser.sentences()
    labels += parser.labels()
    let date = NoteParser.noteDate(labels, draft.text, path: source.path)
    let entries = draft.text.bytes.withUnsafeBufferPointer { bytes in
      EntryReader(bytes, draft.blocks, labels: labels, governing: governing, noteDate: date).entries()
    }
    var entryOfBlock = [Int](repeating: 0, count: draft.blocks.count)
    for (index, entry) in entries.enumerated() {
      for block in entry.blocks { entryOfBlock[block] = index }
    }
    let blocks = draft.blocks.indices.map { index in
      let block = draft.blocks[index]
      return Block(
        kind: block.kind, text: block.text, sentences: sentences.ofBlock[index], line: block.line,
        isQuote: block.isQuote, heading: governing[index])
    }
    let all = sentences.all.map { sentence in
      Sentence(
        text: sentence.text, line: sentence.line, block: sentence.block, entry: entryOfBlock[sentence.block],
        isStruck: sentence.isStruck, isLabel: sentence.isLabel)
    }
    let dates = parser.dates(of: all, labels: labels)
    self.init(
      source: source, text: draft.text, blocks: blocks, sentences: all, entries: entries, labels: labels,
      marks: parser.marks(), date: date, dates: dates, dayFirstDates: parser.dayFirst(among: dates), problems: problems,
      ignores: ignores)
  }
}

/// The steps from a draft to a note.
struct NoteParser {
  let source: SourceFile
  let draft: NoteDraft

  /// Front matter as labels. Its values are appended to the text, behind all blocks.
  static func frontMatterLabels(
    _ fields: [FrontMatterReader.Field], _ source: SourceFile, _ draft: inout NoteDraft
  ) -> [Label] {
    fields.map { field in
      let start = draft.text.count
      source.bytes.withUnsafeBufferPointer { bytes in
        if bytes[field.value.range].elementsEqual(field.text.utf8) {
          draft.text.appendFolded(bytes, field.value.range)
        } else {
          // An escape or a folded line: the characters have no bytes of their own.
          for scalar in field.text.unicodeScalars {
            let folded = ProseText.fold(scalar.value) ?? (scalar.value < 0x20 ? 0x20 : scalar.value)
            if folded != 0 { draft.text.append(UTF8.bytes(of: folded), from: field.value) }
          }
        }
      }
      let value = Self.withoutLink(draft.text.trimmed(start..<draft.text.count), draft.text)
      draft.text.append([0x0A], from: Span(field.value.end, field.value.end))
      return Label(
        name: foldedName(field.key), value: value, block: nil, line: field.line, origin: .frontMatter)
    }
  }

  /// What is shown of a value that is a `[[link]]`.
  private static func withoutLink(_ value: Range<Int>, _ text: ProseText) -> Range<Int> {
    guard value.count > 4, text.bytes[value.prefix(2)].elementsEqual([0x5B, 0x5B]),
      text.bytes[value.suffix(2)].elementsEqual([0x5D, 0x5D])
    else { return value }
    let inner = value.dropFirst(2).dropLast(2)
    let bar = text.bytes[inner].firstIndex(of: 0x7C)
    return (bar.map { $0 + 1 } ?? inner.lowerBound)..<inner.upperBound
  }

  /// A name as labels are compared: folded, ASCII letters in lower case.
  static func foldedName(_ name: String) -> String {
    var text = ProseText()
    Array(name.utf8).withUnsafeBufferPointer { text.appendFolded($0, $0.indices) }
    return String(decoding: text.bytes.map(\.asciiLower), as: UTF8.self)
  }

  /// For each block the heading that governs it: the nearest of a higher level above, or the line ending in a colon that
  /// introduces a list.
  static func governingHeadings(of draft: NoteDraft) -> [Int?] {
    var governing: [Int?] = []
    var headings: [(level: Int, block: Int)] = []
    var introduction: Int?
    for (index, block) in draft.blocks.enumerated() {
      switch block.kind {
      case .heading(let level):
        while let last = headings.last, last.level >= level { headings.removeLast() }
        governing.append(headings.last?.block)
        headings.append((level, index))
        introduction = nil
      case .listItem, .tableRow:
        governing.append(introduction ?? headings.last?.block)
      case .paragraph:
        governing.append(headings.last?.block)
        introduction = draft.text.bytes[block.text].last == 0x3A ? index : nil
      }
    }
    return governing
  }

  /// The note's own date: the front matter's, else the file name's; the more complete of the two.
  static func noteDate(_ labels: [Label], _ text: ProseText, path: String) -> DateExpression? {
    let named = FileNameDate.date(in: path)
    let written = labels.lazy.filter {
      $0.origin == .frontMatter && ["date", "日期", "时间", "created", "day"].contains($0.name)
    }
    .compactMap { label in
      text.bytes.withUnsafeBufferPointer { DateReader($0, label.value, isDatePlace: true).all().first?.expression }
    }.first
    if let written, case .day = written { return written }
    if let named, case .day = named { return named }
    return written ?? named
  }

  // MARK: Sentences

  struct DraftSentence {
    var text: Range<Int>
    var line: Int
    var block: Int
    var isStruck: Bool
    var isLabel: Bool
  }

  func sentences() -> (all: [DraftSentence], ofBlock: [Range<Int>]) {
    var all: [DraftSentence] = []
    var ofBlock: [Range<Int>] = []
    var struck = draft.struck[...]
    var pieces: [Range<Int>] = []
    draft.text.bytes.withUnsafeBufferPointer { bytes in
      for (index, block) in draft.blocks.enumerated() {
        let first = all.count
        while let run = struck.first, run.upperBound <= block.text.lowerBound { struck.removeFirst() }
        var own = struck.prefix { $0.lowerBound < block.text.upperBound }
        let edges = own.flatMap { [$0.lowerBound, $0.upperBound] }
        var line = block.line
        var lineEnd = source.lines.span(ofLine: line).end
        let isOneLine = draft.text.span(of: block.text.upperBound - 1..<block.text.upperBound).start < lineEnd
        pieces.removeAll(keepingCapacity: true)
        switch block.kind {
        // A row says one thing; its header only names the columns.
        case .tableRow(let isHeader):
          if !isHeader { SentenceSplitter(bytes, block.text).appendParts(of: block.text, to: &pieces) }
        default: SentenceSplitter(bytes, block.text, edges: edges).append(to: &pieces)
        }
        for range in pieces {
          let isLabel = isEmptyLabel(range, bytes)
          // A template's field that nobody filled in says nothing, not even what follows.
          if isLabel, !endsTitle(range, bytes) { continue }
          let start = isOneLine ? 0 : draft.text.span(of: range.lowerBound..<range.lowerBound + 1).start
          if start >= lineEnd {
            line = source.lines.line(at: start)
            lineEnd = source.lines.span(ofLine: line).end
          }
          var isStruck = false
          if !edges.isEmpty {
            while let run = own.first, run.upperBound <= range.lowerBound { own.removeFirst() }
            let overlap = own.prefix { $0.lowerBound < range.upperBound }.reduce(0) {
              $0 + min($1.upperBound, range.upperBound) - max($1.lowerBound, range.lowerBound)
            }
            isStruck = overlap * 2 > range.count
          }
          all.append(DraftSentence(text: range, line: line, block: index, isStruck: isStruck, isLabel: isLabel))
        }
        ofBlock.append(first..<all.count)
      }
    }
    return (all, ofBlock)
  }

  /// `客户：` with nothing behind it: a field that was not filled in, or the title of what follows.
  private func isEmptyLabel(_ range: Range<Int>, _ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
    // A label without a value ends in its colon, a placeholder in what holds its place.
    switch bytes[range.upperBound - 1] {
    case 0x3A, 0x5F, 0x2E, 0x2D, 0x7D: break
    default: guard endsTitle(range, bytes) else { return false }
    }
    guard range.count <= 64, bytes[range].contains(0x3A) || endsTitle(range, bytes) else { return false }
    let labels = LabelReader(bytes, range).labels(strong: [])
    return !labels.isEmpty && labels.allSatisfy { $0.value.isEmpty }
  }

  /// Whether a label ends in its colon or bracket, so that it can be the title of what follows.
  private func endsTitle(_ range: Range<Int>, _ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
    bytes[range.upperBound - 1] == 0x3A || bytes[range].suffix(3).elementsEqual("】".utf8)
  }

  // MARK: Labels, marks, dates

  func labels() -> [Label] {
    var labels: [Label] = []
    var strong = draft.strong[...]
    var header: [String] = []
    draft.text.bytes.withUnsafeBufferPointer { bytes in
      let hasFields = TextCursor(bytes, limit: bytes.count).contains("::")
      func name(_ range: Range<Int>) -> String {
        String(decoding: bytes[range].map(\.asciiLower), as: UTF8.self)
      }
      for (index, block) in draft.blocks.enumerated() {
        while let run = strong.first, run.lowerBound < block.text.lowerBound { strong.removeFirst() }
        if case .tableRow(let isHeader) = block.kind {
          if isHeader {
            header = block.cells.map(name)
          } else {
            for (cell, title) in zip(block.cells, header) where !cell.isEmpty {
              labels.append(Label(name: title, value: cell, block: index, line: block.line, origin: .tableCell))
            }
          }
          continue
        }
        header = []
        for found in LabelReader(bytes, block.text).labels(strong: strong) {
          let start = draft.text.span(of: found.name).start
          labels.append(
            Label(
              name: name(found.name), value: found.value, block: index, line: source.lines.line(at: start),
              origin: found.isField ? .field : .text))
        }
        for field in hasFields ? MarkReader(bytes, block.text).fields() : [] {
          let line = source.lines.line(at: draft.text.span(of: field.key).start)
          labels.append(
            Label(name: name(field.key), value: field.value, block: index, line: line, origin: .field))
        }
      }
    }
    return labels
  }

  func marks() -> [Mark] {
    var marks = draft.lifted.map { tag in
      Mark(
        kind: .tag(tag.name), details: tag.details, range: tag.at..<tag.at,
        anchor: tag.opensLine ? tag.at : tag.at - 1, span: tag.span, block: tag.block,
        line: source.lines.line(at: tag.span.start))
    }
    func add(_ kind: Mark.Kind, _ range: Range<Int>, ofBlock block: Int) {
      let span = draft.text.span(of: range)
      marks.append(
        Mark(
          kind: kind, details: [], range: range, anchor: range.lowerBound, span: span, block: block,
          line: source.lines.line(at: span.start)))
    }
    draft.text.bytes.withUnsafeBufferPointer { bytes in
      let text = TextCursor(bytes, limit: bytes.count)
      guard text.contains("#") || text.contains("@") else { return }
      for (index, block) in draft.blocks.enumerated() {
        for found in MarkReader(bytes, block.text).tagsAndMentions() {
          let name = String(decoding: bytes[found.name], as: UTF8.self)
          add(found.isTag ? .tag(name) : .mention(name), found.whole, ofBlock: index)
        }
      }
    }
    var block = 0
    for link in draft.links {
      while block + 1 < draft.blocks.count, draft.blocks[block].text.upperBound <= link.shown.lowerBound { block += 1 }
      add(.link(target: link.target, shown: draft.text.string(link.shown)), link.shown, ofBlock: block)
    }
    return marks.sorted { ($0.range.lowerBound, $0.span.start) < ($1.range.lowerBound, $1.span.start) }
  }

  func dates(of sentences: [Sentence], labels: [Label]) -> [DateMention] {
    var dates: [DateMention] = []
    draft.text.bytes.withUnsafeBufferPointer { bytes in
      for (index, sentence) in sentences.enumerated() {
        for found in DateReader(bytes, sentence.text).all() {
          dates.append(DateMention(expression: found.expression, range: found.range, sentence: index))
        }
      }
      for label in labels where label.origin == .frontMatter {
        for found in DateReader(bytes, label.value, isDatePlace: true).all() {
          dates.append(DateMention(expression: found.expression, range: found.range, sentence: nil))
        }
      }
    }
    return dates
  }

  /// Dates with a month by name: those that say the day first, less those that say it behind.
  func dayFirst(among dates: [DateMention]) -> Int {
    draft.text.bytes.withUnsafeBufferPointer { bytes in
      dates.reduce(0) { sum, date in
        let text = TextCursor(bytes, limit: date.range.upperBound)
        guard let digit = date.range.first(where: { text[$0].isASCIIDigit }) else { return sum }
        let month = date.range.first { at in
          guard text[at].isASCIILetter, at == date.range.lowerBound || !text[at - 1].isASCIILetter,
            let word = DateWord(text, at), case .month = word.meaning
          else { return false }
          return true
        }
        return month.map { sum + (digit < $0 ? 1 : -1) } ?? sum
      }
    }
  }
}
