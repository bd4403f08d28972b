/// Breaks running text into lines of limited display width.
public enum LineWrap {
  /// Lines of at most `width` columns. Breaks fall at spaces and beside Han characters, never before closing
  /// punctuation nor after opening (禁则); a word longer than a line is cut. `text` must be inert and on one line.
  public static func lines(of text: String, width: Int) -> [String] {
    let limit = max(8, width)
    let cells = DisplayWidth.cells(of: text)
    var lines: [String] = []
    // The line so far, as a range of `cells`.
    var line = 0..<0
    var columns = 0
    for piece in pieces(of: cells) {
      let size = cells[piece].reduce(0) { $0 + $1.columns }
      let isSpace = cells[piece.lowerBound].scalar == space
      if columns + size > limit, !line.isEmpty, !isSpace {
        lines.append(string(withoutTrailingSpaces(line, cells), of: text, cells))
        line = piece.lowerBound..<piece.lowerBound
        columns = 0
      }
      if line.isEmpty, isSpace {
        line = piece.upperBound..<piece.upperBound
        continue
      }
      line = line.lowerBound..<piece.upperBound
      columns += size
      while columns > limit, cells[line.upperBound - 1].scalar != space {
        var end = line.lowerBound
        var used = 0
        while end < line.upperBound, used + cells[end].columns <= limit {
          used += cells[end].columns
          end += 1
        }
        guard end > line.lowerBound, end < line.upperBound else { break }
        lines.append(string(line.lowerBound..<end, of: text, cells))
        line = end..<line.upperBound
        columns -= used
      }
    }
    if !line.isEmpty || lines.isEmpty {
      lines.append(string(withoutTrailingSpaces(line, cells), of: text, cells))
    }
    return lines
  }

  /// Words, single spaces and single Han characters with the punctuation that must stay with them, as ranges of `cells`.
  private static func pieces(of cells: [DisplayWidth.Cell]) -> [Range<Int>] {
    var pieces: [Range<Int>] = []
    var start = 0
    var holdsNext = false
    for (index, cell) in cells.enumerated() {
      if cell.scalar == space {
        if start < index { pieces.append(start..<index) }
        pieces.append(index..<index + 1)
        start = index + 1
        holdsNext = false
        continue
      }
      let isBesideWide = cell.columns == 2 || index > start && cells[index - 1].columns == 2
      if start < index, isBesideWide, !holdsNext, !has(closing, cell.scalar) {
        pieces.append(start..<index)
        start = index
      }
      holdsNext = has(opening, cell.scalar)
    }
    if start < cells.count { pieces.append(start..<cells.count) }
    return pieces
  }

  private static func withoutTrailingSpaces(_ line: Range<Int>, _ cells: [DisplayWidth.Cell]) -> Range<Int> {
    var end = line.upperBound
    while end > line.lowerBound, cells[end - 1].scalar == space { end -= 1 }
    return line.lowerBound..<end
  }

  private static func string(_ line: Range<Int>, of text: String, _ cells: [DisplayWidth.Cell]) -> String {
    guard !line.isEmpty else { return "" }
    let start = text.utf8.index(text.startIndex, offsetBy: cells[line.lowerBound].start)
    guard line.upperBound < cells.count else { return String(text[start...]) }
    return String(text[start..<text.utf8.index(text.startIndex, offsetBy: cells[line.upperBound].start)])
  }

  /// Whether a scalar is in a set of punctuation; letters, digits and Han characters are in none.
  private static func has(_ punctuation: Set<UInt32>, _ scalar: UInt32) -> Bool {
    if (scalar | 0x20) &- 0x61 < 26 || scalar &- 0x30 < 10 || (0x4E00...0x9FFF).contains(scalar) { return false }
    return punctuation.contains(scalar)
  }

  private static let space: UInt32 = 0x20
  private static let closing = Set("，。、；：！？）》〉」』】〕”’…—·,.;:!?)]}%％".unicodeScalars.map(\.value))
  private static let opening = Set("（《〈「『【〔“‘([{$￥¥".unicodeScalars.map(\.value))
}
