import NoteSyntax

/// The name that a file and its first line have in common, though it is made of everyday words, which elsewhere are none:
/// `Computer Village.md` opens with `COMPUTER VILLAGE, IKEJA`, `Green Gauge (stations).md` with `GREEN GAUGE OIL, 8 stations`.
enum SharedTitle {
  /// The words in common, and, where the line's own name goes on in capitals, all of it; in `Note.text`. None where the words
  /// say what sort of record it is.
  static func ranges(in note: Note, from head: Int) -> [Range<Int>] {
    guard let line = note.sentences.first?.text, line.contains(head) else { return [] }
    let bytes = note.text.bytes
    let file = FileNameNames.words(ofFileAt: note.source.path).split(separator: 0x20)
      .prefix { $0.first.map { $0 &- 0x41 < 26 || $0 &- 0x61 < 26 } ?? false }
    var end = head
    var count = 0
    for (word, next) in zip(file, words(of: bytes, from: head, to: line.upperBound)) {
      guard bytes[next.lowerBound] &- 0x41 < 26,
        word.elementsEqual(bytes[next], by: { $0.lowercased == $1.lowercased }), CommonWords.english.contains(word)
      else { break }
      end = next.upperBound
      count += 1
    }
    guard count > 1, !RecordWords.end(bytes[head..<end]) else { return [] }
    let shared = head..<end
    let isCapital = bytes[shared].allSatisfy { !($0 &- 0x61 < 26) }
    for next in words(of: bytes, from: end, to: line.upperBound)
    where isCapital && next.lowerBound == end + 1 && next.count > 1 && bytes[next].allSatisfy({ $0 &- 0x41 < 26 }) {
      end = next.upperBound
    }
    guard end == line.upperBound || !bytes[end].isWordByte && !(bytes[end] == 0x20 && goesOn(bytes, end + 1)) else {
      return []
    }
    return shared.upperBound == end ? [shared] : [shared, head..<end]
  }

  /// Whether another word stands at `at`, and no bracket or dash.
  private static func goesOn(_ bytes: [UInt8], _ at: Int) -> Bool { at < bytes.count && bytes[at].isWordByte }

  /// The words in some bytes, each where it stands.
  private static func words(of bytes: [UInt8], from start: Int, to end: Int) -> [Range<Int>] {
    bytes[start..<end].split { !$0.isWordByte }.map(\.indices)
  }
}
