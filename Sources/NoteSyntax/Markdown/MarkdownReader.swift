import CCMark
import SourceText

/// Reads a Markdown body into a draft: libcmark says where blocks are, `InlineAligner` where their words stand.
///
/// No line is lost: a block that cannot be aligned is read line by line as plain text, and so is what CommonMark would
/// swallow: indented "code", a fence or comment that is never closed, `[王总]: 不同意` as a link's definition.
struct MarkdownReader {
  private let source: UnsafeBufferPointer<UInt8>
  private let lines: LineIndex
  private let writer: BlockWriter
  /// Where the body begins, and its line.
  private let body: Int
  private let firstLine: Int

  init(_ source: UnsafeBufferPointer<UInt8>, lines: LineIndex, from body: Int) {
    self.source = source
    self.lines = lines
    self.body = body
    writer = BlockWriter(source: source, lines: lines)
    firstLine = lines.line(at: body)
  }

  private struct State {
    var quoteDepth = 0
    var listDepth = 0
    /// An item whose first paragraph has not come yet.
    var opensItem = false
    var aligner: InlineAligner?
    /// The first line that no block has covered yet.
    var nextLine: Int
  }

  /// Appends the body's blocks to `draft`.
  func read(into draft: inout NoteDraft) {
    guard body < source.count, let tree = MarkdownTree(parsing: UnsafeBufferPointer(rebasing: source[body...])) else {
      return
    }
    var state = State(nextLine: firstLine)
    tree.walk { node, type, isEntering in
      switch type {
      case CMARK_NODE_BLOCK_QUOTE: state.quoteDepth += isEntering ? 1 : -1
      case CMARK_NODE_LIST: state.listDepth += isEntering ? 1 : -1
      case CMARK_NODE_ITEM: state.opensItem = isEntering
      case CMARK_NODE_PARAGRAPH, CMARK_NODE_HEADING:
        if isEntering {
          let place = begin(node, &state, &draft)
          state.aligner = InlineAligner(
            source, from: contentStart(node, type, place), limit: lines.span(ofLine: place.last).end)
        } else if let aligner = state.aligner {
          state.aligner = nil
          finish(node, type, aligner, &state, &draft)
        }
      case CMARK_NODE_CODE_BLOCK:
        let place = begin(node, &state, &draft)
        if !isClosedFence(place) { readPlain(place.first...place.last, &state, &draft) }
      case CMARK_NODE_HTML_BLOCK:
        let place = begin(node, &state, &draft)
        let last = min(lines.count, max(place.last, place.first + lineCount(ofHTML: node) - 1))
        state.nextLine = max(state.nextLine, last + 1)
        readHTML(place.first...last, &state, &draft)
      case CMARK_NODE_THEMATIC_BREAK, CMARK_NODE_DOCUMENT, CMARK_NODE_CUSTOM_BLOCK: break
      default: state.aligner?.visit(node, type, isEntering: isEntering)
      }
    }
    readUncovered(upTo: lines.count + 1, &state, &draft)
  }

  // MARK: Blocks

  private typealias Place = (first: Int, last: Int, column: Int)

  private func begin(_ node: OpaquePointer, _ state: inout State, _ draft: inout NoteDraft) -> Place {
    let first = firstLine + max(0, Int(cmark_node_get_start_line(node)) - 1)
    let last = min(lines.count, max(first, firstLine + Int(cmark_node_get_end_line(node)) - 1))
    readUncovered(upTo: first, &state, &draft)
    state.nextLine = max(state.nextLine, last + 1)
    return (first, last, max(1, Int(cmark_node_get_start_column(node))))
  }

  private func contentStart(_ node: OpaquePointer, _ type: cmark_node_type, _ place: Place) -> Int {
    let lineStart = place.first == firstLine ? body : lines.span(ofLine: place.first).start
    var at = min(lineStart + place.column - 1, source.count)
    if type == CMARK_NODE_HEADING, at < source.count, source[at] == 0x23 {
      while at < source.count, source[at] == 0x23 { at += 1 }
    }
    while at < source.count, source[at].isASCIIBlank { at += 1 }
    return at
  }

  private func finish(
    _ node: OpaquePointer, _ type: cmark_node_type, _ aligner: InlineAligner, _ state: inout State,
    _ draft: inout NoteDraft
  ) {
    let first = firstLine + max(0, Int(cmark_node_get_start_line(node)) - 1)
    let last = min(lines.count, max(first, firstLine + Int(cmark_node_get_end_line(node)) - 1))
    guard aligner.isAligned else { return readPlain(first...last, &state, &draft) }
    var pieces = aligner.pieces
    var kind = Block.Kind.paragraph
    if type == CMARK_NODE_HEADING {
      let isSetext = !isATX(first, node)
      // Dashes under a paragraph are a rule that somebody drew: a heading is short and has no full stop.
      if !isSetext || isTitleLike(pieces) { kind = .heading(level: Int(cmark_node_get_heading_level(node))) }
    } else if state.opensItem {
      state.opensItem = false
      let task = takeTaskBox(&pieces)
      kind = .listItem(depth: max(1, state.listDepth), task: task)
    }
    writer.write(pieces, as: kind, isQuote: state.quoteDepth > 0, to: &draft)
  }

  private func isATX(_ line: Int, _ node: OpaquePointer) -> Bool {
    let lineStart = line == firstLine ? body : lines.span(ofLine: line).start
    let at = lineStart + max(1, Int(cmark_node_get_start_column(node))) - 1
    return at < source.count && source[at] == 0x23
  }

  private func isTitleLike(_ pieces: [InlinePiece]) -> Bool {
    guard let first = pieces.first, let last = pieces.last,
      !pieces.contains(where: { $0.kind == .softBreak || $0.kind == .hardBreak })
    else { return false }
    let shape = LineShape(source, first.start..<max(first.start, last.end))
    return shape.width <= 60 && !shape.endsSentence
  }

  /// Removes a task's box from the beginning and tells its state.
  private func takeTaskBox(_ pieces: inout [InlinePiece]) -> TaskState? {
    guard let first = pieces.first, let last = pieces.last, first.kind == .text,
      let box = TaskBox(source, first.start..<max(first.end, last.end))
    else { return nil }
    pieces[0].start = min(box.end, first.end)
    return box.state
  }

  // MARK: What Markdown would lose

  /// Whether a code block is fenced and its fence is closed; one that is not swallows the rest of the note.
  private func isClosedFence(_ place: Place) -> Bool {
    let lineStart = place.first == firstLine ? body : lines.span(ofLine: place.first).start
    var at = lineStart + place.column - 1
    while at < source.count, source[at].isASCIIBlank { at += 1 }
    guard at + 2 < source.count, source[at] == 0x60 || source[at] == 0x7E, source[at + 1] == source[at],
      source[at + 2] == source[at], place.last > place.first
    else { return false }
    let fence = source[at]
    return withoutPrefix(place.last).first == fence
  }

  private func withoutPrefix(_ line: Int) -> Slice<UnsafeBufferPointer<UInt8>> {
    let span = lines.span(ofLine: line)
    var start = line == firstLine ? max(span.start, body) : span.start
    var end = span.end
    while end > start, source[end - 1].isLineBreak || source[end - 1].isASCIIBlank { end -= 1 }
    while start < end, source[start].isASCIIBlank || source[start] == 0x3E { start += 1 }
    return source[start..<end]
  }

  /// Reads lines as they stand, without Markdown's inline syntax but with the markup that people type.
  private func readPlain(_ range: ClosedRange<Int>, _ state: inout State, _ draft: inout NoteDraft) {
    var pieces: [InlinePiece] = []
    for line in range {
      let content = withoutPrefix(line)
      guard !content.isEmpty else { continue }
      if let last = pieces.last {
        pieces.append(InlinePiece(kind: .hardBreak, start: last.end, end: content.startIndex))
      }
      pieces.append(InlinePiece(kind: .text, start: content.startIndex, end: content.endIndex))
    }
    guard !pieces.isEmpty else { return }
    var kind = Block.Kind.paragraph
    if state.opensItem {
      state.opensItem = false
      kind = .listItem(depth: max(1, state.listDepth), task: takeTaskBox(&pieces))
    }
    writer.write(pieces, as: kind, isQuote: state.quoteDepth > 0, to: &draft)
  }

  /// How many lines an HTML block has. libcmark leaves out the last one, on which a comment is closed, when it tells where
  /// the block ends.
  private func lineCount(ofHTML node: OpaquePointer) -> Int {
    guard let literal = cmark_node_get_literal(node) else { return 0 }
    let bytes = UnsafeRawBufferPointer(start: literal, count: strlen(literal))
    return bytes.indices.count { bytes[$0] == 0x0A || bytes[$0] == 0x0D && bytes[($0 + 1)...].first != 0x0A }
  }

  /// Reads the text of an HTML block without its comments and tags.
  private func readHTML(_ range: ClosedRange<Int>, _ state: inout State, _ draft: inout NoteDraft) {
    var pieces: [InlinePiece] = []
    var comment: Int?
    let end = lines.span(ofLine: range.upperBound).end
    for line in range {
      let content = withoutPrefix(line)
      var at = content.startIndex
      var run = at
      func text(_ end: Int) {
        if run < end { pieces.append(InlinePiece(kind: .text, start: run, end: end)) }
      }
      if !pieces.isEmpty { pieces.append(InlinePiece(kind: .hardBreak, start: at, end: at)) }
      while at < content.endIndex {
        if let start = comment {
          if starts(at, "-->") {
            comment = nil
            at += 3
            run = at
          } else {
            at += 1
            run = at
          }
          _ = start
        } else if starts(at, "<!--"), closes(from: at, before: end) {
          text(at)
          comment = at
          at += 4
        } else if source[at] == 0x3C, let close = source[at..<content.endIndex].firstIndex(of: 0x3E),
          HTMLTag(source, at..<close + 1) != .none
        {
          text(at)
          at = close + 1
          run = at
        } else {
          at += 1
        }
      }
      if comment == nil { text(content.endIndex) }
    }
    guard pieces.contains(where: { $0.kind == .text }) else { return }
    writer.write(pieces, as: .paragraph, isQuote: state.quoteDepth > 0, to: &draft)
  }

  private func starts(_ at: Int, _ text: StaticString) -> Bool {
    TextCursor(source, limit: source.count).starts(at, text)
  }

  private func closes(from start: Int, before end: Int) -> Bool {
    var at = start + 4
    while at + 2 < end {
      if source[at] == 0x2D, starts(at, "-->") { return true }
      at += 1
    }
    return false
  }

  /// Reads the lines before `line` that no block covers and that look like a link's definition: libcmark takes them out
  /// of the tree, also when what it takes for a target is what somebody said.
  private func readUncovered(upTo line: Int, _ state: inout State, _ draft: inout NoteDraft) {
    while state.nextLine < line {
      let current = state.nextLine
      state.nextLine += 1
      guard current <= lines.count else { return }
      var content = withoutPrefix(current)
      if let marker = ListMarker(source, content.startIndex..<content.endIndex) {
        content = source[marker.end..<content.endIndex]
      }
      guard content.first == 0x5B, let close = content.firstIndex(of: 0x5D), close + 1 < content.endIndex,
        content[close + 1] == 0x3A,
        !content[(close + 2)...].contains(where: { [0x2F, 0x2E, 0x23, 0x3C, 0x40].contains($0) })
      else { continue }
      writer.write(
        [InlinePiece(kind: .text, start: content.startIndex, end: content.endIndex)], as: .paragraph, isQuote: false,
        to: &draft)
    }
  }
}

/// The box of a task: `[ ]`, `[x]`, `☐`, `☑`.
struct TaskBox {
  let state: TaskState
  /// Just past the box and its blanks.
  let end: Int

  init?(_ source: UnsafeBufferPointer<UInt8>, _ range: Range<Int>) {
    let text = TextCursor(source, limit: range.upperBound)
    let start = text.skipBlanks(range.lowerBound)
    if let past = text.skip(start, "[ ]|[]|☐|□|［ ］|［　］|[　]") {
      state = .open
      end = text.skipBlanks(past)
    } else if let past = text.skip(start, "[x]|[X]|[√]|[✓]|☑|✔|✅|[✔]") {
      state = .done
      end = text.skipBlanks(past)
    } else {
      return nil
    }
    if end >= range.upperBound { return nil }
  }
}
