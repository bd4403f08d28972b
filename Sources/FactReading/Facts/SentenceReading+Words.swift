import NoteSyntax
import SourceText

extension SentenceReading {
  /// The words between two offsets of the file, as far as they lie in the sentence, without blanks and halves of characters
  /// at their ends; in Simplified characters, unless they are to be names.
  package func words(from start: Int, to end: Int) -> Substring {
    ProseText.simplified(wordsAsWritten(from: start, to: end))
  }

  /// The same, as the note writes them.
  package func wordsAsWritten(from start: Int, to end: Int) -> Substring {
    let bytes = quote.utf8
    let lower = min(bytes.count, max(0, start - span.start))
    let upper = min(bytes.count, max(lower, end - span.start))
    var first = bytes.index(bytes.startIndex, offsetBy: lower)
    var last = bytes.index(bytes.startIndex, offsetBy: upper)
    while first < last, Self.isNoBeginning(bytes[first]) { bytes.formIndex(after: &first) }
    if last < bytes.endIndex {
      while first < last, bytes[last] & 0xC0 == 0x80 { bytes.formIndex(before: &last) }
    }
    while first < last, bytes[bytes.index(before: last)] == 0x20 { bytes.formIndex(before: &last) }
    return Substring(bytes[first..<last])
  }

  /// Whether a byte is a blank, or one of the later ones of a character.
  private static func isNoBeginning(_ byte: UInt8) -> Bool { byte == 0x20 || byte & 0xC0 == 0x80 }

  /// What stands before `words` in the sentence, as far back as somebody's house and office need room.
  func words(before words: Span) -> Substring { self.words(from: words.start - Self.reach, to: words.start) }

  /// The same, as the note writes it.
  package func wordsAsWritten(before words: Span) -> Substring {
    wordsAsWritten(from: words.start - Self.reach, to: words.start)
  }

  /// How far back these go, in bytes.
  static let reach = 60
}

extension StringProtocol {
  /// Whether the text begins with the bytes of another one.
  func opens(with other: String) -> Bool { utf8.starts(with: other.utf8) }

  /// Whether the text ends with the bytes of another one.
  func ends(with other: String) -> Bool { utf8.suffix(other.utf8.count).elementsEqual(other.utf8) }

  /// Whether the text ends with small ASCII letters and blanks, in either case.
  func endsInEitherCase(with other: String) -> Bool {
    utf8.suffix(other.utf8.count).elementsEqual(other.utf8) { $0 == $1 || $0 | 0x20 == $1 && $1 != 0x20 }
  }
}
