/// Reads the markup that libcmark leaves in the text: `~~struck~~`, `[[links]]`, and bold that the flanking rules of
/// CommonMark do not see beside Han punctuation, as in `**客户：**张总` (an open issue of the specification:
/// https://github.com/commonmark/commonmark-spec/issues/650).
enum MarkupResolver {
  /// The pieces with that markup turned into pieces of its own.
  static func resolve(_ pieces: [InlinePiece], in source: UnsafeBufferPointer<UInt8>) -> [InlinePiece] {
    var stars: [Int] = []
    var tildes: [Int] = []
    var brackets = false
    for piece in pieces where piece.kind == .text {
      let text = TextCursor(
        UnsafeBufferPointer(rebasing: source[piece.start..<piece.end]), limit: piece.end - piece.start)
      guard text.contains("**") || text.contains("~~") || text.contains("[[") else { continue }
      var at = piece.start
      while at + 1 < piece.end {
        let byte = source[at]
        guard byte == 0x2A || byte == 0x7E || byte == 0x5B else {
          at += 1
          continue
        }
        if byte != 0x5B, source[at + 1] == byte {
          var end = at + 2
          while end < piece.end, source[end] == byte { end += 1 }
          if end == at + 2 { byte == 0x2A ? stars.append(at) : tildes.append(at) }
          at = end
        } else {
          if byte == 0x5B, source[at + 1] == 0x5B { brackets = true }
          at += 1
        }
      }
    }
    if stars.count % 2 == 1 { stars.removeLast() }
    if tildes.count % 2 == 1 { tildes.removeLast() }
    guard !stars.isEmpty || !tildes.isEmpty || brackets else { return pieces }

    var resolved: [InlinePiece] = []
    var star = 0
    var tilde = 0
    for piece in pieces {
      guard piece.kind == .text else {
        resolved.append(piece)
        continue
      }
      var run = piece.start
      var at = piece.start
      func text(_ end: Int) {
        if run < end { resolved.append(InlinePiece(kind: .text, start: run, end: end)) }
      }
      while at < piece.end {
        if star < stars.count, stars[star] == at {
          text(at)
          resolved.append(InlinePiece(kind: star % 2 == 0 ? .strongStart : .strongEnd, start: at, end: at + 2))
          star += 1
          at += 2
          run = at
        } else if tilde < tildes.count, tildes[tilde] == at {
          text(at)
          resolved.append(InlinePiece(kind: tilde % 2 == 0 ? .struckStart : .struckEnd, start: at, end: at + 2))
          tilde += 1
          at += 2
          run = at
        } else if source[at] == 0x5B, let link = WikiLink(source, at, limit: piece.end) {
          text(at)
          resolved.append(InlinePiece(kind: .linkStart, start: link.target.lowerBound, end: link.target.upperBound))
          run = link.shown.lowerBound
          text(link.shown.upperBound)
          resolved.append(InlinePiece(kind: .linkEnd, start: link.shown.upperBound, end: link.end))
          at = link.end
          run = at
        } else {
          at += 1
        }
      }
      text(piece.end)
    }
    return resolved
  }

  /// `[[target]]` or `[[target|shown]]` on one line.
  private struct WikiLink {
    let target: Range<Int>
    let shown: Range<Int>
    let end: Int

    init?(_ source: UnsafeBufferPointer<UInt8>, _ start: Int, limit: Int) {
      guard start + 4 < limit, source[start + 1] == 0x5B else { return nil }
      var at = start + 2
      var bar: Int?
      // Names are short: a cap keeps a line of brackets linear.
      let last = Swift.min(limit - 1, start + 256)
      while at < last {
        let byte = source[at]
        if byte == 0x5D, source[at + 1] == 0x5D { break }
        if byte == 0x5B || byte == 0x5D || byte.isLineBreak { return nil }
        if byte == 0x7C, bar == nil { bar = at }
        at += 1
      }
      guard at < last, at > start + 2 else { return nil }
      target = start + 2..<(bar ?? at)
      shown = (bar.map { $0 + 1 } ?? start + 2)..<at
      end = at + 2
      if target.isEmpty || shown.isEmpty { return nil }
    }
  }
}
