import SourceText

/// The writer's word that a finding is to be let be, with the reason: `<!-- rapport: ignore P301 张总: reason, until
/// 2026-12-01 -->`, or the same without the comment's signs on a line of its own.
public struct IgnoreMark: Sendable {
  /// Code or name of the rule, as written.
  public let rule: String
  /// Whom or what it is about; empty for all findings of the rule.
  public let subject: String
  /// Why; empty when none is given.
  public let reason: String
  /// The last day on which it holds, as written; nil for always.
  public let until: String?
  /// Where it stands.
  public let span: Span
  /// Its line, counted from 1.
  public let line: Int
  /// Byte column of its first word, counted from 1.
  public let column: Int
  /// Its words as written.
  public let quote: String

  /// The marks of a file, in reading order; what stands in a fence of code is an example.
  static func all(in source: SourceFile) -> [IgnoreMark] {
    let bytes = source.bytes
    guard contains(bytes) else { return [] }
    var marks: [IgnoreMark] = []
    var isCode = false
    for line in 1...source.lines.count {
      let span = source.lines.span(ofLine: line)
      let text = bytes[span.start..<span.end]
      let content = text.drop { $0 == 0x20 || $0 == 0x09 }
      if content.starts(with: [0x60, 0x60, 0x60]) || content.starts(with: [0x7E, 0x7E, 0x7E]) { isCode.toggle() }
      guard !isCode, let range = directive(in: text) else { continue }
      marks.append(
        IgnoreMark(
          String(decoding: bytes[range.body], as: UTF8.self), span: Span(range.start, range.body.upperBound),
          line: line, column: range.start - span.start + 1, source: source))
    }
    return marks
  }

  /// `bytes` with blanks for the marks: what they say is about findings and no part of the note.
  static func blanking(_ marks: [IgnoreMark], in bytes: [UInt8]) -> [UInt8] {
    guard !marks.isEmpty else { return bytes }
    var bytes = bytes
    for mark in marks {
      for index in mark.span.start..<mark.span.end { bytes[index] = 0x20 }
    }
    return bytes
  }

  /// What was written, and where.
  package init(
    rule: String, subject: String, reason: String, until: String?, span: Span, line: Int, column: Int, quote: String
  ) {
    self.rule = rule
    self.subject = subject
    self.reason = reason
    self.until = until
    self.span = span
    self.line = line
    self.column = column
    self.quote = quote
  }

  private init(_ body: String, span: Span, line: Int, column: Int, source: SourceFile) {
    let parts = body.split(maxSplits: 1, omittingEmptySubsequences: false) { $0 == ":" || $0 == "：" }
    let head = Self.trimmed(parts[0])
    let rule = head.prefix { !$0.isWhitespace }
    self.rule = String(rule)
    subject = Self.trimmed(head.dropFirst(rule.count))
    (reason, until) = Self.reason(parts.count > 1 ? Self.trimmed(parts[1]) : "")
    self.span = span
    self.line = line
    self.column = column
    quote = source.text(of: span)
  }

  /// `she is away, until 2026-12-01` in its two parts.
  private static func reason(_ text: String) -> (reason: String, until: String?) {
    for word in ["until ", "直到", "到"] {
      guard let start = text.ranges(of: word).last else { continue }
      let day = trimmed(text[start.upperBound...])
      // A word that ends in "until" or a sentence that goes on is the reason's own.
      guard !day.isEmpty, day.allSatisfy({ $0.isNumber || $0 == "-" || $0 == "/" || $0 == "." }) else { continue }
      var reason = text[..<start.lowerBound]
      while let last = reason.last, last.isWhitespace || ",，;；、".contains(last) { reason.removeLast() }
      return (String(reason), day)
    }
    return (text, nil)
  }

  private static func trimmed(_ text: some StringProtocol) -> String {
    var text = text.drop { $0.isWhitespace }[...]
    while let last = text.last, last.isWhitespace { text.removeLast() }
    return String(text)
  }

  private static let word = Array("rapport".utf8)
  private static let verbs = [Array("ignore".utf8), Array("忽略".utf8)]
  private static let colons: [[UInt8]] = [[0x3A], Array("：".utf8)]
  private static let opening = Array("<!--".utf8)
  private static let closing = Array("-->".utf8)

  /// Whether the word stands anywhere: in nearly every note it does not.
  private static func contains(_ bytes: [UInt8]) -> Bool {
    var at = 0
    while at + word.count <= bytes.count {
      if bytes[at] == word[0], bytes[at...].starts(with: word) { return true }
      at += 1
    }
    return false
  }

  /// Where a line's mark begins, and what stands behind its verb.
  private static func directive(in line: ArraySlice<UInt8>) -> (start: Int, body: Range<Int>)? {
    var at = line.startIndex
    while at < line.endIndex, !line[at...].starts(with: word) { at += 1 }
    guard at < line.endIndex else { return nil }
    let before = line[..<at].reversed().drop { $0 == 0x20 || $0 == 0x09 }
    let isComment = before.starts(with: opening.reversed())
    // In plain text only signs of a list, a quotation or a comment may stand before it.
    guard isComment || before.allSatisfy({ $0 < 0x80 && !$0.isASCIIAlphanumeric }) else { return nil }
    let start = at
    at += word.count
    func skipBlanks() { while at < line.endIndex, line[at] == 0x20 || line[at] == 0x09 { at += 1 } }
    skipBlanks()
    guard let colon = colons.first(where: { line[at...].starts(with: $0) }) else { return nil }
    at += colon.count
    skipBlanks()
    guard let verb = verbs.first(where: { line[at...].starts(with: $0) }) else { return nil }
    at += verb.count
    guard at < line.endIndex, line[at] == 0x20 || line[at] == 0x09 else { return nil }
    var end = at
    while end < line.endIndex, !(isComment && line[end...].starts(with: closing)), line[end] != 0x0A, line[end] != 0x0D
    {
      end += 1
    }
    return (start, at..<end)
  }
}
