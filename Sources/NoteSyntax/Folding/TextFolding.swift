import SourceText

extension ProseText {
  /// Appends `source[range]` folded. ASCII and other unchanged bytes are copied in runs.
  mutating func appendFolded(_ source: UnsafeBufferPointer<UInt8>, _ range: Range<Int>) {
    var at = range.lowerBound
    var run = at
    let end = range.upperBound
    while at < end {
      let byte = source[at]
      if byte < 0x80 {
        // A tab is a space, and so is any other control character: they separate, and say nothing.
        if byte >= 0x20 && byte != 0x7F {
          at += 1
          continue
        }
        flush(source, run..<at)
        append([0x20], from: Span(at, at + 1))
        at += 1
        run = at
        continue
      }
      let (scalar, length) = source.scalar(at: at, end: end)
      if let folded = Self.fold(scalar) {
        flush(source, run..<at)
        if folded != 0 { append(UTF8.bytes(of: folded), from: Span(at, at + length)) }
        run = at + length
      } else if ComposedLetters.isMark(scalar) {
        run = composeWithLast(mark: scalar, source, run: run, at: at, length: length)
      }
      at += length
    }
    flush(source, run..<end)
  }

  private mutating func flush(_ source: UnsafeBufferPointer<UInt8>, _ range: Range<Int>) {
    if !range.isEmpty { appendVerbatim(UnsafeBufferPointer(rebasing: source[range]), from: range.lowerBound) }
  }

  /// What one scalar is folded to; nil when it stays as it is, 0 when it says nothing.
  static func fold(_ scalar: UInt32) -> UInt32? {
    switch scalar {
    case 0x3400...0x9FFF:
      let form = SimplifiedForms.form(of: UInt16(truncatingIfNeeded: scalar))
      return UInt32(form) == scalar ? nil : UInt32(form)
    case 0xFF01...0xFF5E: return scalar - 0xFEE0
    case 0xA0, 0x3000, 0x2002...0x200A, 0x202F, 0x205F, 0x2028, 0x2029, 0x85: return 0x20
    // Zero-width characters and the byte-order mark; the joiner stays, because emoji are made with it.
    case 0x200B, 0x2060, 0xFEFF, 0xAD: return 0
    // Quotation marks of Traditional and Japanese typesetting.
    case 0x300C: return 0x201C
    case 0x300D: return 0x201D
    case 0x300E: return 0x2018
    case 0x300F: return 0x2019
    case 0xFFE5: return 0xA5
    default: return nil
    }
  }

  /// Joins a combining mark with the letter before it; returns where the next verbatim run starts.
  private mutating func composeWithLast(
    mark: UInt32, _ source: UnsafeBufferPointer<UInt8>, run: Int, at: Int, length: Int
  ) -> Int {
    flush(source, run..<at)
    guard let last = lastScalar(), let composed = ComposedLetters.compose(last.scalar, mark) else { return at }
    let span = self.span(of: last.range)
    guard span.end == at else { return at }
    replaceLast(last.range, with: UTF8.bytes(of: composed), from: Span(span.start, at + length))
    return at + length
  }
}

extension UTF8 {
  /// The bytes of a scalar; of U+FFFD for what is none.
  static func bytes(of scalar: UInt32) -> UTF8.EncodedScalar {
    let scalar = Unicode.Scalar(scalar) ?? "\u{FFFD}"
    return UTF8.encode(scalar) ?? UTF8.encodedReplacementCharacter
  }
}

extension UnsafeBufferPointer<UInt8> {
  /// The scalar whose first byte is at `offset` of well-formed UTF-8, and its length; the byte itself where the text is
  /// cut off or not well-formed.
  @inlinable @inline(__always)
  package func scalar(at offset: Int, end: Int) -> (scalar: UInt32, length: Int) {
    let first = UInt32(self[offset])
    if first < 0xC0 { return (first, 1) }
    if first < 0xE0 {
      guard offset + 1 < end else { return (first, 1) }
      return ((first & 0x1F) << 6 | UInt32(self[offset + 1]) & 0x3F, 2)
    }
    if first < 0xF0 {
      guard offset + 2 < end else { return (first, end - offset) }
      return ((first & 0x0F) << 12 | (UInt32(self[offset + 1]) & 0x3F) << 6 | UInt32(self[offset + 2]) & 0x3F, 3)
    }
    guard offset + 3 < end else { return (first, end - offset) }
    return (
      (first & 0x07) << 18 | (UInt32(self[offset + 1]) & 0x3F) << 12 | (UInt32(self[offset + 2]) & 0x3F) << 6
        | UInt32(self[offset + 3]) & 0x3F, 4
    )
  }
}
