/// A table inside a paragraph's lines, which libcmark knows nothing of (GitHub Flavored Markdown's table extension).
struct TableShape {
  /// The line that names the columns, by position in the paragraph; the delimiter row follows it.
  let headerLine: Int
  /// Just past the last row.
  let endLine: Int

  /// Looks for a delimiter row (`|---|:-:|`) under a line with a pipe; nil when there is none.
  init?(_ pieces: [InlinePiece], _ lineStarts: [Int], _ source: UnsafeBufferPointer<UInt8>) {
    let count = lineStarts.count - 1
    func content(_ line: Int) -> Range<Int> {
      let pieces = pieces[lineStarts[line]..<lineStarts[line + 1] - 1]
      guard let first = pieces.first, let last = pieces.last else { return 0..<0 }
      return first.start..<max(first.start, last.end)
    }
    func hasPipe(_ line: Int) -> Bool { source[content(line)].contains(0x7C) }
    var header: Int?
    for line in 1..<count where Self.isDelimiterRow(source, content(line)) && hasPipe(line - 1) {
      header = line - 1
      break
    }
    guard let header else { return nil }
    headerLine = header
    var end = header + 2
    while end < count, hasPipe(end) { end += 1 }
    endLine = end
  }

  private static func isDelimiterRow(_ source: UnsafeBufferPointer<UInt8>, _ range: Range<Int>) -> Bool {
    var dashes = 0
    var pipes = 0
    for byte in source[range] {
      switch byte {
      case 0x2D: dashes += 1
      case 0x7C: pipes += 1
      case 0x3A, 0x20, 0x09: break
      default: return false
      }
    }
    return dashes > 0 && pipes > 0
  }

  /// One cell's pieces and the offset of the pipe before it.
  struct Cell {
    var edge: Int
    var pieces: [InlinePiece] = []

    /// Leaves out the blanks at its edges.
    mutating func trim(_ source: UnsafeBufferPointer<UInt8>) {
      while let first = pieces.first, first.kind == .text {
        let start = source[first.start..<first.end].firstIndex { !$0.isASCIIBlank }
        guard let start else {
          pieces.removeFirst()
          continue
        }
        pieces[0].start = start
        break
      }
      while let last = pieces.last, last.kind == .text {
        let end = source[last.start..<last.end].lastIndex { !$0.isASCIIBlank }
        guard let end else {
          pieces.removeLast()
          continue
        }
        pieces[pieces.count - 1].end = end + 1
        break
      }
    }
  }

  /// The pieces of each cell of a row. An escaped pipe is a character and divides nothing.
  static func cells(of row: ArraySlice<InlinePiece>, _ source: UnsafeBufferPointer<UInt8>) -> [Cell] {
    guard let first = row.first else { return [] }
    var cells = [Cell(edge: first.start)]
    for piece in row {
      guard piece.kind == .text else {
        cells[cells.count - 1].pieces.append(piece)
        continue
      }
      var start = piece.start
      for at in piece.start..<piece.end where source[at] == 0x7C {
        if start < at { cells[cells.count - 1].pieces.append(InlinePiece(kind: .text, start: start, end: at)) }
        cells.append(Cell(edge: at))
        start = at + 1
      }
      if start < piece.end {
        cells[cells.count - 1].pieces.append(InlinePiece(kind: .text, start: start, end: piece.end))
      }
    }
    for index in cells.indices { cells[index].trim(source) }
    // The pipes at the row's edges open and close it; they divide nothing.
    if cells.count > 1, cells[0].pieces.isEmpty { cells.removeFirst() }
    if cells.count > 1, cells[cells.count - 1].pieces.isEmpty { cells.removeLast() }
    return cells
  }
}
