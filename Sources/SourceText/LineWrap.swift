/// Breaks running text into lines of limited display width.
public enum LineWrap {
  /// Lines of at most `width` columns. Breaks fall at spaces and beside Han characters, never before closing
  /// punctuation nor after opening (禁则); a word longer than a line is cut. `text` must be inert and on one line.
  public static func lines(of text: String, width: Int) -> [String] {
    let limit = max(8, width)
    var lines: [String] = []
    var line = ""
    var columns = 0
    for piece in pieces(of: text) {
      let size = DisplayWidth.columns(of: piece)
      if columns + size > limit, !line.isEmpty, piece != " " {
        lines.append(trimmed(line))
        line = ""
        columns = 0
      }
      if line.isEmpty, piece == " " { continue }
      line += piece
      columns += size
      while columns > limit, !line.hasSuffix(" ") {
        let head = DisplayWidth.prefix(of: line, columns: limit)
        guard !head.isEmpty, head.endIndex < line.endIndex else { break }
        lines.append(String(head))
        line = String(line[head.endIndex...])
        columns = DisplayWidth.columns(of: line)
      }
    }
    if !line.isEmpty || lines.isEmpty { lines.append(trimmed(line)) }
    return lines
  }

  /// Words, single spaces and single Han characters with the punctuation that must stay with them.
  private static func pieces(of text: String) -> [String] {
    var pieces: [String] = []
    var current = ""
    var holdsNext = false
    for character in text {
      if character == " " {
        if !current.isEmpty { pieces.append(current) }
        pieces.append(" ")
        current = ""
        holdsNext = false
        continue
      }
      let isWide = DisplayWidth.columns(of: character) == 2
      let staysWithLast = closing.contains(character)
      let lastIsWide = current.last.map { DisplayWidth.columns(of: $0) == 2 } ?? false
      if !current.isEmpty, !staysWithLast, !holdsNext, isWide || lastIsWide {
        pieces.append(current)
        current = ""
      }
      current.append(character)
      holdsNext = opening.contains(character)
    }
    if !current.isEmpty { pieces.append(current) }
    return pieces
  }

  private static func trimmed(_ line: String) -> String {
    var line = Substring(line)
    while line.last == " " { line = line.dropLast() }
    return String(line)
  }

  private static let closing = Set("，。、；：！？）》〉」』】〕”’…—·,.;:!?)]}%％")
  private static let opening = Set("（《〈「『【〔“‘([{$￥¥")
}
