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
  package func words(before words: Span) -> Substring { self.words(from: words.start - 60, to: words.start) }

  /// The same, as the note writes it.
  package func wordsAsWritten(before words: Span) -> Substring {
    wordsAsWritten(from: words.start - 60, to: words.start)
  }

  /// Whether a sentence opens with having met somebody, right before their name: 见了拍板的翟总, "Met Mrs Pennant, who signs".
  func tellsOfMeeting(_ name: Span) -> Bool {
    guard span.start >= name.start - 60 else { return false }
    let before = words(before: name)
    if before.utf8.count <= Self.longestMet, Self.met.contains(before.lowercased()) { return true }
    guard let verb = Self.hanMeetings.opening(before) else { return false }
    let between = before.dropFirst(verb.count)
    return between.count <= 10 && (between.isEmpty || between.ends(with: "的"))
      && !between.contains { "，,、和跟".contains($0) }
  }

  private static let met: Set<String> = [
    "met", "met with", "saw", "sat down with", "today met", "met the", "saw the",
  ]
  private static let longestMet = met.reduce(0) { max($0, $1.utf8.count) }
  private static let hanMeetings = FixedWords(
    ["", "今天", "上午", "下午", "中午", "晚上", "昨天", "刚", "去", "又", "终于", "今天终于"].flatMap {
      opening in ["见了", "见到了", "见到", "拜访了"].map { opening + $0 }
    })
}

extension StringProtocol {
  /// Whether the text begins with the bytes of another one.
  package func opens(with other: String) -> Bool { utf8.starts(with: other.utf8) }

  /// Whether the text ends with the bytes of another one.
  package func ends(with other: String) -> Bool { utf8.suffix(other.utf8.count).elementsEqual(other.utf8) }

  /// Whether the text ends with small ASCII letters and blanks, in either case.
  package func endsInEitherCase(with other: String) -> Bool {
    utf8.suffix(other.utf8.count).elementsEqual(other.utf8) { $0 == $1 || $0 | 0x20 == $1 && $1 != 0x20 }
  }
}
