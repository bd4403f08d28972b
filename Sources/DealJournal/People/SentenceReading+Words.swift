import FactReading
import SourceText

extension SentenceReading {
  /// The words between two offsets of the file, as far as they lie in the sentence, without blanks at their ends.
  func words(from start: Int, to end: Int) -> String {
    let bytes = quote.utf8
    let lower = min(bytes.count, max(0, start - span.start))
    let upper = min(bytes.count, max(lower, end - span.start))
    let range = bytes.index(bytes.startIndex, offsetBy: lower)..<bytes.index(bytes.startIndex, offsetBy: upper)
    let words = bytes[range].drop { $0 == 0x20 }
    let last = words.lastIndex { $0 != 0x20 }.map { words.index(after: $0) } ?? words.startIndex
    return String(decoding: words[words.startIndex..<last], as: UTF8.self)
  }

  /// What stands before `words` in the sentence, as far back as somebody's house and office need room.
  func words(before words: Span) -> String { self.words(from: words.start - 60, to: words.start) }

  /// Whether a sentence opens with having met somebody, right before their name: 见了拍板的翟总, "Met Mrs Pennant, who signs".
  func tellsOfMeeting(_ name: Span) -> Bool {
    let before = words(before: name)
    guard span.start >= name.start - 60 else { return false }
    if Self.met.contains(before.lowercased()) { return true }
    guard let verb = Self.hanMeetings.first(where: before.opens) else { return false }
    let between = before.dropFirst(verb.count)
    return between.count <= 10 && (between.isEmpty || between.ends(with: "的"))
      && !between.contains { "，,、和跟".contains($0) }
  }

  /// How sure such a sentence is of a contact: it was right in all 25 annotated places that hold one.
  static let meetingConfidence = 0.9

  private static let met: Set<String> = [
    "met", "met with", "saw", "sat down with", "today met", "met the", "saw the",
  ]
  private static let hanMeetings = ["", "今天", "上午", "下午", "中午", "晚上", "昨天", "刚", "去", "又", "终于", "今天终于"].flatMap {
    opening in
    // 见到了 before 见到: what is left belongs to the name.
    ["见了", "见到了", "见到", "拜访了"].map { opening + $0 }
  }
}

extension StringProtocol {
  /// Whether the text begins with the bytes of another one. `hasPrefix` compares as Unicode has it, which costs forty times as
  /// much and has no use for words of ours.
  func opens(with other: String) -> Bool { utf8.starts(with: other.utf8) }

  /// Whether the text ends with the bytes of another one; `hasSuffix` costs as `hasPrefix` does.
  func ends(with other: String) -> Bool { utf8.suffix(other.utf8.count).elementsEqual(other.utf8) }
}
