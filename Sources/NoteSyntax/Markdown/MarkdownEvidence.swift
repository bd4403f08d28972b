import SourceText

/// Whether a note was meant as Markdown.
///
/// `.md` and `.markdown` files are, unless nothing in them is Markdown's block syntax; other text is when somebody took the
/// trouble of an ATX heading, a task, a table, bold text or a fence.
struct MarkdownEvidence {
  /// The verdict.
  private(set) var isMarkdown: Bool

  init(_ source: UnsafeBufferPointer<UInt8>, lines: LineIndex, from body: Int, path: String) {
    let isNamedSo = path.hasSuffix(".md") || path.hasSuffix(".markdown")
    isMarkdown = isNamedSo
    if Self.isHostile(source, from: body) {
      isMarkdown = false
      return
    }
    guard !isNamedSo else { return }
    for line in lines.line(at: body)...lines.count {
      let span = lines.span(ofLine: line)
      let content = max(span.start, body)..<max(span.end, body)
      if Self.isEvidence(source, content) {
        isMarkdown = true
        return
      }
    }
  }

  private static func isEvidence(_ source: UnsafeBufferPointer<UInt8>, _ line: Range<Int>) -> Bool {
    let text = TextCursor(source, limit: line.upperBound)
    let start = text.skipBlanks(line.lowerBound)
    switch text[start] {
    case 0x23:  // A heading; `# 1 priority` and `#1` are none.
      var end = start
      while text[end] == 0x23 { end += 1 }
      let title = text[text.skipBlanks(end)]
      return end - start <= 6 && text[end] == 0x20 && title != 0 && !title.isLineBreak && !title.isASCIIDigit
    case 0x2D, 0x2A:
      return text[start + 1] == 0x20 && text[start + 2] == 0x5B && text[start + 4] == 0x5D
    case 0x60: return text.starts(start, "```")
    case 0x7C: return text[start + 1] == 0x2D || text.starts(start, "| -") || text.starts(start, "|:-")
    default: break
    }
    // `**bold**` within the line.
    var at = start
    var open: Int?
    while at + 1 < line.upperBound {
      if source[at] == 0x2A, source[at + 1] == 0x2A {
        if let open, at - open > 2 { return true }
        open = at
        at += 2
      } else {
        at += 1
      }
    }
    return false
  }

  /// Brackets in one paragraph, and containers on one line, that no note has.
  private static let mostBrackets = 4_000
  private static let mostContainers = 100

  /// Whether text would keep libcmark busy: `![[]()` by the thousand in one paragraph, containers nested by the hundred.
  static func isHostile(_ source: UnsafeBufferPointer<UInt8>, from body: Int) -> Bool {
    // A short note cannot keep anybody busy.
    guard source.count - body > mostBrackets else { return false }
    var brackets = 0
    var containers = 0
    var isLineStart = true
    var isBlankLine = true
    var at = body
    while at < source.count {
      if source[at].isASCIILetter || source[at] >= 0x80 {
        // Letters, of which there are most.
        repeat { at += 1 } while at < source.count && (source[at].isASCIILetter || source[at] >= 0x80)
        isLineStart = false
        isBlankLine = false
        continue
      }
      let byte = source[at]
      switch byte {
      case 0x0A, 0x0D:
        if isBlankLine { brackets = 0 }
        isLineStart = true
        isBlankLine = true
        containers = 0
      case 0x5B, 0x5D, 0x3C, 0x60:
        brackets += 1
        if brackets > mostBrackets { return true }
        isLineStart = false
        isBlankLine = false
      case 0x20, 0x09: break
      case 0x3E, 0x2D, 0x2A, 0x2B:
        isBlankLine = false
        if isLineStart, byte == 0x3E || at + 1 < source.count && source[at + 1].isASCIIBlank {
          containers += 1
          if containers > mostContainers {
            guard isRule(source, at) else { return true }
            while at + 1 < source.count, !source[at + 1].isLineBreak { at += 1 }
          }
        } else {
          isLineStart = false
        }
      default:
        isLineStart = false
        isBlankLine = false
      }
      at += 1
    }
    return false
  }

  /// Whether the rest of the line repeats one character: a rule, not a nest of lists.
  private static func isRule(_ source: UnsafeBufferPointer<UInt8>, _ start: Int) -> Bool {
    let first = source[start]
    guard first != 0x3E else { return false }
    var at = start
    while at < source.count, !source[at].isLineBreak {
      guard source[at] == first || source[at].isASCIIBlank else { return false }
      at += 1
    }
    return true
  }
}
