import SourceText

/// Writes the inline content of one block to a draft: folds it, drops its markup, and decides which of its lines stand
/// for themselves, which were only wrapped, and which begin a block of their own.
struct BlockWriter {
  let source: UnsafeBufferPointer<UInt8>
  let lines: LineIndex
  /// Whether bold, struck and linked text is marked with characters that say nothing.
  var readsMarkup = true

  /// Writes `pieces` as a block of `kind`, or as several.
  func write(_ pieces: [InlinePiece], as kind: Block.Kind, isQuote: Bool, to draft: inout NoteDraft) {
    let pieces = readsMarkup ? MarkupResolver.resolve(pieces, in: source) : pieces
    var lineStarts = [0]
    for (index, piece) in pieces.enumerated() where piece.kind == .softBreak || piece.kind == .hardBreak {
      lineStarts.append(index + 1)
    }
    lineStarts.append(pieces.count + 1)
    if lineStarts.count > 2, let table = TableShape(pieces, lineStarts, source) {
      let before = table.headerLine
      if before > 0 {
        writeLines(pieces, lineStarts, 0..<before, kind, isQuote, &draft)
      }
      for line in before..<table.endLine where line != before + 1 {
        writeRow(pieces[lineStarts[line]..<lineStarts[line + 1] - 1], isHeader: line == before, isQuote, &draft)
      }
      if table.endLine < lineStarts.count - 1 {
        writeLines(pieces, lineStarts, table.endLine..<lineStarts.count - 1, .paragraph, isQuote, &draft)
      }
    } else {
      writeLines(pieces, lineStarts, 0..<lineStarts.count - 1, kind, isQuote, &draft)
    }
  }

  private func writeLines(
    _ pieces: [InlinePiece], _ lineStarts: [Int], _ range: Range<Int>, _ kind: Block.Kind, _ isQuote: Bool,
    _ draft: inout NoteDraft
  ) {
    let joins = range.count > 1 ? joins(pieces, lineStarts, range) : []
    var kind = kind
    var open: (start: Int, line: Int)?
    var state = EmitState()
    func close(upTo end: Int, _ draft: inout NoteDraft) {
      guard let block = open else { return }
      open = nil
      let text = draft.text.trimmed(block.start..<end)
      guard !text.isEmpty else { return }
      draft.blocks.append(.init(kind: kind, text: text, line: block.line, isQuote: isQuote))
      kind = .paragraph
    }
    for line in range {
      let content = pieces[lineStarts[line]..<lineStarts[line + 1] - 1]
      var stands = line > range.lowerBound
      if stands {
        let gap = pieces[lineStarts[line] - 1]
        switch joins[line - range.lowerBound - 1] {
        case .wrapped(let isSpaced):
          if isSpaced { draft.text.append([0x20], from: Span(gap.start, gap.end)) }
          stands = false
        case .stands: draft.text.append([0x0A], from: Span(gap.start, gap.end))
        }
      }
      guard let first = content.first else { continue }
      let start = draft.text.count
      emit(content, &state, to: &draft)
      let number = lines.line(at: first.start)
      if open == nil {
        open = (start, number)
      } else if stands, opensEntry(draft.text, from: start) {
        // A line of a log that begins with a date is a block of its own, so that an entry can begin with it.
        close(upTo: start, &draft)
        open = (start, number)
      }
    }
    close(upTo: draft.text.count, &draft)
    separate(&draft)
  }

  /// Ends a block in the text.
  private func separate(_ draft: inout NoteDraft) {
    guard let last = draft.text.bytes.last, last != 0x0A else { return }
    let end = draft.text.span(of: draft.text.count - 1..<draft.text.count).end
    draft.text.append([0x0A], from: Span(end, end))
  }

  private func opensEntry(_ text: ProseText, from start: Int) -> Bool {
    text.bytes.withUnsafeBufferPointer { EntryOpening(DateReader($0, start..<text.count)) != nil }
  }

  /// Whether what is struck out from here on is short, ends on this line, and is followed by more.
  private func isShort(struckIn pieces: ArraySlice<InlinePiece>) -> Bool {
    guard let end = pieces.firstIndex(where: { $0.kind == .struckEnd }), end + 1 < pieces.endIndex else { return false }
    let bytes = pieces[..<end].reduce(0) { $0 + $1.end - $1.start }
    return bytes <= 40 && !pieces[..<end].contains { LineShape(source, $0.start..<$0.end).endsSentence }
  }

  private struct EmitState {
    /// Whether what is struck out goes on from the line before.
    var isStruck = false
  }

  /// Writes one line's pieces.
  private func emit(_ pieces: ArraySlice<InlinePiece>, _ state: inout EmitState, to draft: inout NoteDraft) {
    var strongStart: Int?
    var struckStart: Int? = state.isStruck ? draft.text.count : nil
    var link: (target: String, start: Int)?
    let lineStart = draft.text.count
    var omitted = false
    var isAfterGap = false
    for (index, piece) in zip(pieces.indices, pieces) {
      if omitted {
        omitted = piece.kind != .struckEnd
        continue
      }
      switch piece.kind {
      case .text:
        var start = piece.start
        // What was left out stood between two blanks, and one is enough.
        if isAfterGap, draft.text.bytes.last == 0x20 {
          while start < piece.end, source[start].isASCIIBlank { start += 1 }
        }
        draft.text.appendFolded(source, start..<piece.end)
        isAfterGap = false
      case .character:
        if let folded = ProseText.fold(piece.scalar) {
          if folded != 0 { draft.text.append(UTF8.bytes(of: folded), from: Span(piece.start, piece.end)) }
        } else {
          let isControl = piece.scalar < 0x20 || piece.scalar == 0x7F
          draft.text.append(UTF8.bytes(of: isControl ? 0x20 : piece.scalar), from: Span(piece.start, piece.end))
        }
      case .gap:
        if let last = draft.text.bytes.last, last != 0x20, last != 0x0A {
          draft.text.append([0x20], from: Span(piece.start, piece.end))
        }
        isAfterGap = true
      case .strongStart: strongStart = draft.text.count
      case .strongEnd:
        if let start = strongStart, start < draft.text.count { draft.strong.append(start..<draft.text.count) }
        strongStart = nil
      case .struckStart:
        // A word struck out inside a sentence is no sentence of its own: the rest is what is said.
        omitted = draft.text.count > lineStart && isShort(struckIn: pieces[(index + 1)...])
        if !omitted { struckStart = draft.text.count }
        isAfterGap = omitted
      case .struckEnd:
        if let start = struckStart, start < draft.text.count { draft.struck.append(start..<draft.text.count) }
        struckStart = nil
      case .linkStart: link = (String(decoding: source[piece.start..<piece.end], as: UTF8.self), draft.text.count)
      case .linkEnd:
        if let link, link.start < draft.text.count {
          draft.links.append((link.target, link.start..<draft.text.count))
        }
        link = nil
      case .softBreak, .hardBreak: break
      }
    }
    if let start = strongStart, start < draft.text.count { draft.strong.append(start..<draft.text.count) }
    if let start = struckStart, start < draft.text.count { draft.struck.append(start..<draft.text.count) }
    state.isStruck = struckStart != nil
  }

  // MARK: Lines

  private enum Join {
    /// The line goes on in the next one; with a space between, or without one between Han characters.
    case wrapped(isSpaced: Bool)
    /// The next line is a sentence of its own.
    case stands
  }

  private func joins(_ pieces: [InlinePiece], _ lineStarts: [Int], _ range: Range<Int>) -> [Join] {
    let shapes = range.map { line in
      let content = pieces[lineStarts[line]..<lineStarts[line + 1] - 1]
      return LineShape(withoutMarksOf: source, (content.first?.start ?? 0)..<(content.last?.end ?? 0))
    }
    // Text that was filled to a width breaks a line only where the next word would not have fitted.
    let width = shapes.reduce(0) { max($0, $1.width) }
    let isFilled =
      width >= 50
      && (1..<shapes.count).allSatisfy { index in
        let before = shapes[index - 1]
        return before.endsSentence || before.width + before.gap(to: shapes[index]) + shapes[index].firstWord > width
      }
    return (1..<shapes.count).map { index in
      let before = shapes[index - 1]
      let shape = shapes[index]
      let isHard = pieces[lineStarts[range.lowerBound + index] - 1].kind == .hardBreak
      let goesOn = shape.startsInside || shapes.count > 2
      guard isFilled, !isHard, !before.endsSentence, !before.endsWithColon, !shape.startsItem, goesOn else {
        return .stands
      }
      return .wrapped(isSpaced: before.gap(to: shape) > 0)
    }
  }

  // MARK: Tables

  private func writeRow(
    _ pieces: ArraySlice<InlinePiece>, isHeader: Bool, _ isQuote: Bool, _ draft: inout NoteDraft
  ) {
    guard let first = pieces.first else { return }
    let start = draft.text.count
    var cells: [Range<Int>] = []
    var state = EmitState()
    for cell in TableShape.cells(of: pieces, source) {
      if draft.text.count > start { draft.text.append([0x20, 0x7C, 0x20], from: Span(cell.edge, cell.edge + 1)) }
      let from = draft.text.count
      emit(cell.pieces[...], &state, to: &draft)
      cells.append(draft.text.trimmed(from..<draft.text.count))
    }
    let text = draft.text.trimmed(start..<draft.text.count)
    guard cells.contains(where: { !$0.isEmpty }) else { return }
    draft.blocks.append(
      .init(
        kind: .tableRow(isHeader: isHeader), text: text, line: lines.line(at: first.start), isQuote: isQuote,
        cells: cells))
    separate(&draft)
  }
}

extension ProseText {
  /// The range without the blanks at its ends.
  func trimmed(_ range: Range<Int>) -> Range<Int> {
    var start = range.lowerBound
    var end = range.upperBound
    while start < end, bytes[start].isASCIIBlank || bytes[start] == 0x0A { start += 1 }
    while end > start, bytes[end - 1].isASCIIBlank || bytes[end - 1] == 0x0A { end -= 1 }
    return start..<end
  }
}
