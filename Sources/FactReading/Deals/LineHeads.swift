import NoteSyntax

/// Finds where lines begin to speak: behind the date, time, number or pictograph with which they open.
struct LineHeads {
  /// For each sentence, where in `Note.text` it begins to speak when it begins its line or follows nothing but a date on it,
  /// as in `8.12 周三。益丰造纸…`; nil within a line.
  static func all(of note: Note) -> [Int?] { LineHeads(of: note).all() }

  private let note: Note
  /// Where the date that begins at a byte ends.
  private let dateEnd: [Int: Int]

  private init(of note: Note) {
    self.note = note
    dateEnd = Dictionary(
      note.dates.map { ($0.range.lowerBound, $0.range.upperBound) }, uniquingKeysWith: { max($0, $1) })
  }

  private func all() -> [Int?] {
    var heads: [Int?] = []
    for (index, sentence) in note.sentences.enumerated() {
      let isNew =
        index == 0 || note.sentences[index - 1].block != sentence.block
        || note.sentences[index - 1].line != sentence.line
      let follows = index > 0 && heads[index - 1] == note.sentences[index - 1].text.upperBound
      heads.append(isNew || follows ? start(of: index) : nil)
    }
    return heads
  }

  /// Where a sentence begins to speak: behind dates, times and signs.
  private func start(of index: Int) -> Int {
    let bytes = note.text.bytes
    let range = note.sentences[index].text
    var at = range.lowerBound
    var isOpen = true
    while isOpen, at < range.upperBound {
      if let date = dateEnd[at] {
        at = min(date, range.upperBound)
      } else if let past = listNumberEnd(at, in: range) ?? timeEnd(at, in: range) {
        at = past
      } else if isSign(at) {
        at += bytes[at].scalarLength
      } else {
        isOpen = false
      }
    }
    return min(at, range.upperBound)
  }

  /// Whether a sign, and no word, begins at `at`: punctuation, a pictograph (🏨, ☕) or what varies one.
  private func isSign(_ at: Int) -> Bool {
    let bytes = note.text.bytes
    switch bytes[at] {
    case ..<0x80: return !bytes[at].isWordByte
    // Signs such as · and × among letters of two bytes.
    case 0xC2: return true
    case 0xC3: return bytes[at + 1] == 0x97 || bytes[at + 1] == 0xB7
    case 0xE2: return true
    case 0xE3: return bytes[at + 1] == 0x80
    case 0xEF: return bytes[at + 1] == 0xB8 && bytes[at + 2] == 0x8F
    case 0xF0: return bytes[at + 1] == 0x9F
    default: return false
    }
  }

  /// Past the time with which a line of a log begins: `0901-1002`, `09:15`, `0830` before a space or the bracket that ends it.
  private func timeEnd(_ at: Int, in range: Range<Int>) -> Int? {
    let bytes = note.text.bytes
    var end = at
    while end < range.upperBound, bytes[end].isDigit || end > at && (bytes[end] == 0x2D || bytes[end] == 0x3A) {
      end += 1
    }
    let digits = bytes[at..<end].count(where: \.isDigit)
    guard (3...8).contains(digits), digits == 4 || digits < end - at, end < range.upperBound,
      bytes[end] == 0x20 || bytes[end] == 0x5D
    else {
      return nil
    }
    return end + 1
  }

  /// Past a number that only counts: `3.`, `2)`, `1、`, `3 ` before Han text.
  private func listNumberEnd(_ at: Int, in range: Range<Int>) -> Int? {
    let bytes = note.text.bytes
    var end = at
    while end < range.upperBound, end - at < 3, bytes[end].isDigit { end += 1 }
    guard end > at, end < range.upperBound else { return nil }
    if bytes[end] == 0x2E || bytes[end] == 0x29 {
      return end + 1 < range.upperBound && bytes[end + 1].isDigit ? nil : end + 1
    }
    if bytes[end...].prefix(3).elementsEqual("、".utf8) { return end + 3 }
    return bytes[end] == 0x20 && end + 1 < range.upperBound && bytes[end + 1] >= 0xE3 ? end + 1 : nil
  }
}
