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

  /// What no note has: so many brackets in one paragraph, containers on one line, and containers looked through for the
  /// sake of blank lines, which leave open what is open.
  private static let mostBrackets = 4_000
  private static let mostContainers = 100
  private static let mostLookedThrough = 2_000_000

  /// Whether text would keep libcmark busy: `![[]()` by the thousand in one paragraph, containers nested by the hundred, blank
  /// lines by the ten thousand behind nested ones.
  static func isHostile(_ source: UnsafeBufferPointer<UInt8>, from body: Int) -> Bool {
    // A short note cannot keep anybody busy.
    guard source.count - body > mostBrackets else { return false }
    var brackets = 0
    var nest = ContainerNest()
    var lookedThrough = 0
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
        lookedThrough += nest.endLine(isBlank: isLineStart)
        if lookedThrough > mostLookedThrough { return true }
        isLineStart = true
        isBlankLine = true
      case 0x5B, 0x5D, 0x3C, 0x60:
        brackets += 1
        if brackets > mostBrackets { return true }
        isLineStart = false
        isBlankLine = false
      case 0x20, 0x09: if isLineStart { nest.indent(by: byte == 0x09 ? 4 : 1) }
      case 0x3E, 0x2D, 0x2A, 0x2B:
        isBlankLine = false
        if isLineStart, byte == 0x3E || opensItem(source, behind: at) {
          nest.open()
          if nest.ofLine > mostContainers {
            guard isRule(source, at) else { return true }
            while at + 1 < source.count, !source[at + 1].isLineBreak { at += 1 }
          }
        } else {
          isLineStart = false
        }
      case 0x30...0x39 where isLineStart:
        isBlankLine = false
        while at + 1 < source.count, source[at + 1].isASCIIDigit { at += 1 }
        if at + 1 < source.count, source[at + 1] == 0x2E || source[at + 1] == 0x29, opensItem(source, behind: at + 1) {
          at += 1
          nest.open()
          if nest.ofLine > mostContainers { return true }
        } else {
          isLineStart = false
        }
      default:
        isLineStart = false
        isBlankLine = false
      }
      at += 1
    }
    return lookedThrough + nest.endLine(isBlank: isLineStart) > mostLookedThrough
  }

  /// Whether a list's mark that ends at `end` is followed by what has to follow it.
  private static func opensItem(_ source: UnsafeBufferPointer<UInt8>, behind end: Int) -> Bool {
    end + 1 >= source.count || source[end + 1].isASCIIBlank || source[end + 1].isLineBreak
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

/// At most how many containers are open from line to line.
private struct ContainerNest {
  /// Those that the current line opens.
  private(set) var ofLine = 0
  private var depth = 0
  private var indentation = 0
  private var followsBlank = true

  mutating func indent(by columns: Int) { indentation += columns }

  mutating func open() { ofLine += 1 }

  /// Ends a line, `isBlank` if nothing but containers stood on it; gives how many containers a blank line was looked for in.
  mutating func endLine(isBlank: Bool) -> Int {
    // An item asks for two columns of what its own are indented by. A blank line asks for none, and leaves all open; so may
    // the next line of a paragraph.
    let held = min(depth, indentation / 2) + ofLine
    depth = isBlank || !followsBlank ? max(depth, held) : held
    let cost = isBlank ? depth : 0
    followsBlank = isBlank
    ofLine = 0
    indentation = 0
    return cost
  }
}
