import CCMark

/// Finds libcmark's inline nodes in the bytes that they were read from.
///
/// libcmark 0.30 gives inline columns that are wrong after continuation lines, escapes, entities and more. The aligner
/// takes only the block's start from it, and walks the source beside the inline events: each literal byte has to be
/// there, and only syntax may lie between. It never guesses: what does not match leaves the block unaligned.
struct InlineAligner {
  private let source: UnsafeBufferPointer<UInt8>
  private let limit: Int
  private var at: Int
  private var invisible = 0
  /// The delimiters of the open links and images: whether each is `<…>`.
  private var autolinks: [Bool] = []
  /// Of each open emphasis, whether its stars multiply.
  private var products: [Bool] = []
  /// Whether everything so far was found.
  private(set) var isAligned = true
  /// What was found, in order.
  private(set) var pieces: [InlinePiece] = []

  /// Starts at byte `start` of `source`; nothing at or past `limit` is looked at.
  init(_ source: UnsafeBufferPointer<UInt8>, from start: Int, limit: Int) {
    self.source = source
    self.limit = limit
    at = start
    pieces.reserveCapacity(8)
  }

  /// Takes the next inline event.
  mutating func visit(_ node: OpaquePointer, _ type: cmark_node_type, isEntering: Bool) {
    guard isAligned else { return }
    switch type {
    case CMARK_NODE_TEXT: text(literal(of: node))
    case CMARK_NODE_SOFTBREAK: lineBreak(isHard: false)
    case CMARK_NODE_LINEBREAK: lineBreak(isHard: true)
    case CMARK_NODE_CODE: code()
    case CMARK_NODE_HTML_INLINE: html(literal(of: node))
    case CMARK_NODE_EMPH: emphasis(isEntering)
    case CMARK_NODE_STRONG:
      delimiter(count: 2)
      add(isEntering ? .strongStart : .strongEnd, at, at)
    case CMARK_NODE_LINK: isEntering ? enterLink() : leaveLink()
    case CMARK_NODE_IMAGE: image(isEntering)
    default: isAligned = false
    }
  }

  private func literal(of node: OpaquePointer) -> UnsafeBufferPointer<UInt8> {
    guard let literal = cmark_node_get_literal(node) else { return UnsafeBufferPointer(start: nil, count: 0) }
    let count = strlen(literal)
    return UnsafeBufferPointer(
      start: UnsafeRawPointer(literal).assumingMemoryBound(to: UInt8.self), count: count)
  }

  private mutating func add(_ kind: InlinePiece.Kind, _ start: Int, _ end: Int, scalar: UInt32 = 0) {
    if invisible > 0 && kind != .softBreak && kind != .hardBreak { return }
    pieces.append(InlinePiece(kind: kind, start: start, end: end, scalar: scalar))
  }

  private mutating func text(_ literal: UnsafeBufferPointer<UInt8>) {
    guard let first = literal.baseAddress, let base = source.baseAddress else { return }
    let count = literal.count
    if at + count <= limit, memcmp(first, base + at, count) == 0, memchr(first, 0x5C, count) == nil,
      memchr(first, 0x26, count) == nil
    {
      add(.text, at, at + count)
      at += count
      return
    }
    var read = 0
    var run = at
    while read < count {
      guard at < limit else {
        isAligned = false
        return
      }
      let byte = source[at]
      if byte == 0x5C, at + 1 < limit, source[at + 1].isASCIIPunctuation {
        guard source[at + 1] == literal[read] else {
          isAligned = false
          return
        }
        if run < at { add(.text, run, at) }
        add(.character, at, at + 2, scalar: UInt32(literal[read]))
        at += 2
        read += 1
        run = at
      } else if byte == 0x26, let end = entityEnd(at), !matches(literal, read, upTo: end) {
        let (scalar, length) = literal.scalar(at: read, end: count)
        if run < at { add(.text, run, at) }
        add(.character, at, end, scalar: scalar)
        at = end
        read += length
        run = at
      } else if byte == 0, count - read >= 3, literal.scalar(at: read, end: count).scalar == 0xFFFD {
        if run < at { add(.text, run, at) }
        at += 1
        read += 3
        run = at
      } else if byte == literal[read] {
        at += 1
        read += 1
      } else {
        isAligned = false
        return
      }
    }
    if run < at { add(.text, run, at) }
  }

  /// Whether the literal from `read` on is what the source holds up to `end`, so that an ampersand stands for itself.
  private func matches(_ literal: UnsafeBufferPointer<UInt8>, _ read: Int, upTo end: Int) -> Bool {
    guard read + end - at <= literal.count else { return false }
    for offset in 0..<end - at where literal[read + offset] != source[at + offset] { return false }
    return true
  }

  private func entityEnd(_ start: Int) -> Int? {
    var end = start + 1
    if end < limit, source[end] == 0x23 { end += 1 }
    let name = end
    while end < limit, end - name < 32, source[end].isASCIIAlphanumeric { end += 1 }
    return end > name && end < limit && source[end] == 0x3B ? end + 1 : nil
  }

  private mutating func lineBreak(isHard: Bool) {
    let start = at
    skipBlanks()
    if isHard, at < limit, source[at] == 0x5C { at += 1 }
    guard at < limit, source[at] == 0x0A || source[at] == 0x0D else {
      isAligned = false
      return
    }
    skipLineBreak()
    add(isHard ? .hardBreak : .softBreak, start, at)
  }

  /// Skips the break and the next line's container prefix. A paragraph's continuation line never begins with a `>` of
  /// its own: that would have opened a quote.
  private mutating func skipLineBreak() {
    if source[at] == 0x0D, at + 1 < limit, source[at + 1] == 0x0A { at += 1 }
    at += 1
    while at < limit, source[at] == 0x20 || source[at] == 0x09 || source[at] == 0x3E { at += 1 }
  }

  private mutating func skipBlanks() {
    while at < limit, source[at] == 0x20 || source[at] == 0x09 { at += 1 }
  }

  private mutating func delimiter(count: Int) {
    guard at + count <= limit, source[at] == 0x2A || source[at] == 0x5F, source[at + count - 1] == source[at] else {
      isAligned = false
      return
    }
    at += count
  }

  /// `*` between digits multiplies: it is read as text, whatever CommonMark takes it for.
  private mutating func emphasis(_ isEntering: Bool) {
    let start = at
    delimiter(count: 1)
    guard isAligned else { return }
    if isEntering {
      products.append(start > 0 && source[start - 1].isASCIIDigit && at < limit && source[at].isASCIIDigit)
    }
    let isProduct = isEntering ? products.last : products.popLast()
    if isProduct == true { add(.text, start, at) }
  }

  private mutating func code() {
    let start = at
    while at < limit, source[at] == 0x60 { at += 1 }
    let width = at - start
    guard width > 0 else {
      isAligned = false
      return
    }
    var run = 0
    while at < limit {
      if source[at] == 0x60 {
        run += 1
      } else {
        if run == width { break }
        run = 0
      }
      at += 1
    }
    guard run == width else {
      isAligned = false
      return
    }
    add(.gap, start, at)
  }

  private mutating func html(_ literal: UnsafeBufferPointer<UInt8>) {
    let start = at
    var read = 0
    while read < literal.count {
      guard at < limit else {
        isAligned = false
        return
      }
      if literal[read] == 0x0A, source[at] == 0x0A || source[at] == 0x0D {
        // The literal keeps the line's indentation, but not the prefix of a quote around it.
        at += source[at] == 0x0D && at + 1 < limit && source[at + 1] == 0x0A ? 2 : 1
        read += 1
        while at < limit, source[at] == 0x20 || source[at] == 0x09 || source[at] == 0x3E { at += 1 }
        while read < literal.count, literal[read] == 0x20 || literal[read] == 0x09 { read += 1 }
      } else if literal[read] == source[at] {
        at += 1
        read += 1
      } else {
        isAligned = false
        return
      }
    }
    switch HTMLTag(source, start..<at) {
    case .struckStart: add(.struckStart, start, at)
    case .struckEnd: add(.struckEnd, start, at)
    case .markup: add(.gap, start, at)
    case .none: add(.text, start, at)
    }
  }

  private mutating func enterLink() {
    guard at < limit, source[at] == 0x5B || source[at] == 0x3C else {
      isAligned = false
      return
    }
    let isAutolink = source[at] == 0x3C
    autolinks.append(isAutolink)
    if isAutolink {
      add(.gap, at, at)
      invisible += 1
    }
    at += 1
  }

  private mutating func leaveLink() {
    guard at < limit, let isAutolink = autolinks.popLast() else {
      isAligned = false
      return
    }
    if isAutolink {
      invisible -= 1
      guard source[at] == 0x3E else {
        isAligned = false
        return
      }
      at += 1
    } else {
      skipLinkTail()
    }
  }

  private mutating func image(_ isEntering: Bool) {
    if isEntering {
      guard at + 1 < limit, source[at] == 0x21, source[at + 1] == 0x5B else {
        isAligned = false
        return
      }
      add(.gap, at, at)
      invisible += 1
      at += 2
    } else {
      skipLinkTail()
      invisible -= 1
    }
  }

  /// Skips `](target "title")`, `][label]` or `]`.
  private mutating func skipLinkTail() {
    guard at < limit, source[at] == 0x5D else {
      isAligned = false
      return
    }
    at += 1
    guard at < limit else { return }
    if source[at] == 0x28, let end = inlineTargetEnd(at) {
      at = end
    } else if source[at] == 0x5B, let end = end(of: 0x5D, from: at + 1) {
      at = end
    }
  }

  private func inlineTargetEnd(_ open: Int) -> Int? {
    var at = open + 1
    var depth = 0
    var quote: UInt8 = 0
    while at < limit {
      let byte = source[at]
      if byte == 0x5C {
        at += 1
      } else if quote != 0 {
        if byte == quote { quote = 0 }
      } else if byte == 0x3C, let end = end(of: 0x3E, from: at + 1) {
        at = end - 1
      } else if byte == 0x22 || byte == 0x27, source[at - 1].isASCIIBlank {
        quote = byte
      } else if byte == 0x28 {
        depth += 1
      } else if byte == 0x29 {
        if depth == 0 { return at + 1 }
        depth -= 1
      }
      at += 1
    }
    return nil
  }

  private func end(of closing: UInt8, from start: Int) -> Int? {
    var at = start
    while at < limit {
      if source[at] == closing { return at + 1 }
      if source[at] == 0x5C { at += 1 }
      at += 1
    }
    return nil
  }
}

/// What an inline tag does to the text.
enum HTMLTag {
  case struckStart, struckEnd
  /// Formatting or a comment: says nothing.
  case markup
  /// No tag that people type: `<Bob>`.
  case none

  init(_ source: UnsafeBufferPointer<UInt8>, _ range: Range<Int>) {
    guard range.count >= 3, source[range.lowerBound + 1] != 0x21, source[range.lowerBound + 1] != 0x3F else {
      self = .markup
      return
    }
    let isClosing = source[range.lowerBound + 1] == 0x2F
    var name = ""
    for byte in source[(range.lowerBound + (isClosing ? 2 : 1))..<range.upperBound] {
      guard byte.isASCIIAlphanumeric else { break }
      name.unicodeScalars.append(Unicode.Scalar(byte | 0x20))
    }
    if ["s", "del", "strike"].contains(name) {
      self = isClosing ? .struckEnd : .struckStart
    } else {
      self = Self.known.contains(name) ? .markup : .none
    }
  }

  private static let known: Set<String> = [
    "a", "abbr", "b", "blockquote", "body", "br", "center", "cite", "code", "col", "colgroup", "dd", "details", "div",
    "dl",
    "dt", "em", "figure", "font", "h1", "h2", "h3", "h4", "h5", "h6", "head", "header", "hr", "html", "i", "iframe",
    "img",
    "ins", "kbd", "li", "link", "mark", "meta", "nav", "ol", "p", "pre", "q", "script", "section", "small", "span",
    "strong",
    "style", "sub", "summary", "sup", "svg", "table", "tbody", "td", "tfoot", "th", "thead", "title", "tr", "tt", "u",
    "ul",
    "video",
  ]
}
