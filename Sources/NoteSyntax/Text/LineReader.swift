import SourceText

/// Reads text that was never meant as Markdown: no character is lost to it. Runs of lines between blank lines are
/// paragraphs; a line with a bullet is an item, whose bullet alone is left out.
struct LineReader {
  private let source: UnsafeBufferPointer<UInt8>
  private let lines: LineIndex
  private let writer: BlockWriter
  private let body: Int

  init(_ source: UnsafeBufferPointer<UInt8>, lines: LineIndex, from body: Int) {
    self.source = source
    self.lines = lines
    self.body = body
    writer = BlockWriter(source: source, lines: lines, readsMarkup: false)
  }

  /// Appends the text's blocks to `draft`.
  func read(into draft: inout NoteDraft) {
    var pieces: [InlinePiece] = []
    var kind = Block.Kind.paragraph
    func close(_ draft: inout NoteDraft) {
      if !pieces.isEmpty { writer.write(pieces, as: kind, isQuote: false, to: &draft) }
      pieces.removeAll(keepingCapacity: true)
      kind = .paragraph
    }
    for line in lines.line(at: body)...lines.count {
      let span = lines.span(ofLine: line)
      var start = max(span.start, body)
      var end = span.end
      while end > start, source[end - 1].isLineBreak || source[end - 1].isASCIIBlank { end -= 1 }
      let margin = start
      while start < end, source[start].isASCIIBlank { start += 1 }
      guard start < end else {
        close(&draft)
        continue
      }
      if isRule(start..<end) {
        close(&draft)
        continue
      }
      if let item = item(start..<end, indent: start - margin) {
        close(&draft)
        kind = item.kind
        start = item.start
      } else if case .listItem = kind, start == margin {
        close(&draft)
      }
      if let last = pieces.last { pieces.append(InlinePiece(kind: .softBreak, start: last.end, end: start)) }
      pieces.append(InlinePiece(kind: .text, start: start, end: end))
    }
    close(&draft)
  }

  /// A line of nothing but dashes, stars or equals signs draws a rule.
  private func isRule(_ range: Range<Int>) -> Bool {
    let first = source[range.lowerBound]
    guard range.count >= 3, first == 0x2D || first == 0x2A || first == 0x3D || first == 0x5F || first == 0x7E else {
      return false
    }
    return source[range].allSatisfy { $0 == first || $0 == 0x20 }
  }

  private func item(_ range: Range<Int>, indent: Int) -> (kind: Block.Kind, start: Int)? {
    let marker = ListMarker(source, range)
    let start = marker.map { $0.isBullet ? $0.end : range.lowerBound } ?? range.lowerBound
    let box = TaskBox(source, (marker?.end ?? start)..<range.upperBound)
    guard marker != nil || box != nil else { return nil }
    return (.listItem(depth: 1 + min(indent / 2, 8), task: box?.state), box?.end ?? start)
  }
}
