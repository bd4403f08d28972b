/// How many columns text takes on a terminal.
///
/// A column is the width of one Latin letter. Han characters, full-width forms and emoji take two; combining marks
/// and other invisible characters none. Characters of ambiguous width (`①`, `“`) take one, as terminals draw them
/// unless told otherwise.
public enum DisplayWidth {
  /// Columns of `text`, which must hold neither tabs nor control characters: see `InertText`.
  public static func columns(of text: some StringProtocol) -> Int { columns(of: String(text)) }

  /// Columns of `text`, likewise.
  public static func columns(of text: String) -> Int {
    var text = text
    return text.withUTF8(plainColumns) ?? text.reduce(0) { $0 + columns(of: $1) }
  }

  /// Columns of one character as a reader sees it, however many scalars it is made of.
  public static func columns(of character: Character) -> Int {
    guard let first = character.unicodeScalars.first else { return 0 }
    if first.value < 0x7F { return character.unicodeScalars.contains("\u{FE0F}") ? 2 : 1 }
    if character.unicodeScalars.contains(where: { $0 == "\u{FE0F}" || $0.properties.isEmojiPresentation }) { return 2 }
    switch first.properties.generalCategory {
    case .nonspacingMark, .enclosingMark, .format, .control, .lineSeparator, .paragraphSeparator: return 0
    default: return isWide(first.value) ? 2 : 1
    }
  }

  /// The longest beginning of `text` that takes at most `limit` columns.
  public static func prefix(of text: String, columns limit: Int) -> Substring {
    var used = 0
    for cell in cells(of: text) {
      used += cell.columns
      if used > limit { return text[..<text.utf8.index(text.startIndex, offsetBy: cell.start)] }
    }
    return text[...]
  }

  /// A character of a text.
  struct Cell {
    /// Its first byte.
    let start: Int
    /// The columns it takes.
    let columns: Int
    /// Its scalar; 0 when it is made of several.
    let scalar: UInt32
  }

  /// The characters of `text` in order.
  static func cells(of text: String) -> [Cell] {
    var text = text
    var cells: [Cell] = []
    cells.reserveCapacity(text.utf8.count)
    let isPlain = text.withUTF8 { bytes in
      var at = 0
      while at < bytes.count {
        guard let (scalar, length) = plainScalar(bytes, at) else { return false }
        cells.append(Cell(start: at, columns: scalar < 0x7F ? 1 : 2, scalar: scalar))
        at += length
      }
      return true
    }
    if isPlain { return cells }
    cells.removeAll(keepingCapacity: true)
    var at = 0
    for character in text {
      let scalars = character.unicodeScalars
      let first = scalars.first?.value ?? 0
      cells.append(Cell(start: at, columns: columns(of: character), scalar: scalars.count == 1 ? first : 0))
      at += character.utf8.count
    }
    return cells
  }

  /// Columns of a text of nothing but plain scalars; nil for another.
  private static func plainColumns(_ bytes: UnsafeBufferPointer<UInt8>) -> Int? {
    var columns = 0
    var at = 0
    while at < bytes.count {
      guard let (scalar, length) = plainScalar(bytes, at) else { return nil }
      columns += scalar < 0x7F ? 1 : 2
      at += length
    }
    return columns
  }

  /// The scalar that begins at `at` when it is one of those that nearly all text consists of, and is always a character by
  /// itself: printing ASCII, of one column; Han characters, `、。` and full-width forms, of two.
  @inline(__always)
  private static func plainScalar(_ bytes: UnsafeBufferPointer<UInt8>, _ at: Int) -> (scalar: UInt32, length: Int)? {
    let first = bytes[at]
    if first < 0x80 { return first &- 0x20 < 0x5F ? (UInt32(first), 1) : nil }
    guard first &- 0xE3 < 0x0D, at + 2 < bytes.count else { return nil }
    let scalar = UInt32(first & 0x0F) << 12 | UInt32(bytes[at + 1] & 0x3F) << 6 | UInt32(bytes[at + 2] & 0x3F)
    switch scalar {
    case 0x4E00...0x9FFF, 0x3001, 0x3002, 0xFF01...0xFF5E: return (scalar, 3)
    default: return nil
    }
  }

  /// Whether a scalar takes two columns: Han characters, full-width forms, emoji.
  public static func isWide(_ scalar: UInt32) -> Bool {
    var low = 0
    var high = wide.count
    while low < high {
      let middle = (low + high) / 2
      if wide[middle].last < scalar { low = middle + 1 } else { high = middle }
    }
    return low < wide.count && wide[low].first <= scalar
  }

  // EastAsianWidth.txt of Unicode 14.0.0: the ranges of property value W or F, joined across unassigned code points.
  private static let wide: [(first: UInt32, last: UInt32)] = [
    (0x1100, 0x115F), (0x231A, 0x231B), (0x2329, 0x232A), (0x23E9, 0x23EC), (0x23F0, 0x23F0), (0x23F3, 0x23F3),
    (0x25FD, 0x25FE), (0x2614, 0x2615), (0x2648, 0x2653), (0x267F, 0x267F), (0x2693, 0x2693), (0x26A1, 0x26A1),
    (0x26AA, 0x26AB), (0x26BD, 0x26BE), (0x26C4, 0x26C5), (0x26CE, 0x26CE), (0x26D4, 0x26D4), (0x26EA, 0x26EA),
    (0x26F2, 0x26F3), (0x26F5, 0x26F5), (0x26FA, 0x26FA), (0x26FD, 0x26FD), (0x2705, 0x2705), (0x270A, 0x270B),
    (0x2728, 0x2728), (0x274C, 0x274C), (0x274E, 0x274E), (0x2753, 0x2755), (0x2757, 0x2757), (0x2795, 0x2797),
    (0x27B0, 0x27B0), (0x27BF, 0x27BF), (0x2B1B, 0x2B1C), (0x2B50, 0x2B50), (0x2B55, 0x2B55), (0x2E80, 0x303E),
    (0x3041, 0x3247), (0x3250, 0x4DBF), (0x4E00, 0xA4C6), (0xA960, 0xA97C), (0xAC00, 0xD7A3), (0xF900, 0xFAFF),
    (0xFE10, 0xFE19), (0xFE30, 0xFE6B), (0xFF01, 0xFF60), (0xFFE0, 0xFFE6), (0x16FE0, 0x1B2FB), (0x1F004, 0x1F004),
    (0x1F0CF, 0x1F0CF), (0x1F18E, 0x1F18E), (0x1F191, 0x1F19A), (0x1F200, 0x1F320), (0x1F32D, 0x1F335),
    (0x1F337, 0x1F37C), (0x1F37E, 0x1F393), (0x1F3A0, 0x1F3CA), (0x1F3CF, 0x1F3D3), (0x1F3E0, 0x1F3F0),
    (0x1F3F4, 0x1F3F4), (0x1F3F8, 0x1F43E), (0x1F440, 0x1F440), (0x1F442, 0x1F4FC), (0x1F4FF, 0x1F53D),
    (0x1F54B, 0x1F54E), (0x1F550, 0x1F567), (0x1F57A, 0x1F57A), (0x1F595, 0x1F596), (0x1F5A4, 0x1F5A4),
    (0x1F5FB, 0x1F64F), (0x1F680, 0x1F6C5), (0x1F6CC, 0x1F6CC), (0x1F6D0, 0x1F6D2), (0x1F6D5, 0x1F6DF),
    (0x1F6EB, 0x1F6EC), (0x1F6F4, 0x1F6FC), (0x1F7E0, 0x1F7F0), (0x1F90C, 0x1F93A), (0x1F93C, 0x1F945),
    (0x1F947, 0x1F9FF), (0x1FA70, 0x1FAF6), (0x20000, 0x3FFFD),
  ]
}
