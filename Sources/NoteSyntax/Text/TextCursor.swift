import CCMark

/// A read-only view of folded text with the small questions that readers ask at an offset.
struct TextCursor {
  let bytes: UnsafeBufferPointer<UInt8>
  /// Nothing at or past this offset is looked at.
  let limit: Int

  init(_ bytes: UnsafeBufferPointer<UInt8>, limit: Int) {
    self.bytes = bytes
    self.limit = limit
  }

  /// The byte at `offset`; 0 outside.
  @inline(__always)
  subscript(offset: Int) -> UInt8 { offset >= 0 && offset < limit ? bytes[offset] : 0 }

  /// Whether `text` stands anywhere.
  func contains(_ text: StaticString) -> Bool {
    guard let base = bytes.baseAddress else { return false }
    var at = 0
    while at < limit, let found = memchr(base + at, Int32(text.utf8Start[0]), limit - at) {
      at = UnsafeRawPointer(found) - UnsafeRawPointer(base)
      if starts(at, text) { return true }
      at += 1
    }
    return false
  }

  /// Whether `text` stands at `offset`.
  func starts(_ offset: Int, _ text: StaticString) -> Bool {
    let count = text.utf8CodeUnitCount
    guard offset >= 0, offset + count <= limit, let base = bytes.baseAddress else { return false }
    return memcmp(base + offset, text.utf8Start, count) == 0
  }

  /// Just past the first of `texts` that stands at `offset`.
  func skip(_ offset: Int, _ texts: StaticString...) -> Int? {
    for text in texts where starts(offset, text) { return offset + text.utf8CodeUnitCount }
    return nil
  }

  /// Whether one of `texts` ends right before `offset`.
  func ends(_ offset: Int, _ texts: StaticString...) -> Bool {
    texts.contains { starts(offset - $0.utf8CodeUnitCount, $0) }
  }

  /// The first offset from `offset` on that is no blank.
  func skipBlanks(_ offset: Int) -> Int {
    var at = offset
    while at < limit, bytes[at] == 0x20 || bytes[at] == 0x09 { at += 1 }
    return at
  }

  /// The number of at most `digits` ASCII digits at `offset`, not followed by another digit, and its end.
  func number(_ offset: Int, digits: ClosedRange<Int>) -> (value: Int, end: Int)? {
    var at = offset
    var value = 0
    while at < limit, bytes[at].isASCIIDigit, at - offset <= digits.upperBound {
      value = value * 10 + Int(bytes[at] - 0x30)
      at += 1
    }
    return digits.contains(at - offset) ? (value, at) : nil
  }

  /// The scalar at `offset` and its length; 0 outside.
  @inline(__always)
  func scalar(_ offset: Int) -> (scalar: UInt32, length: Int) {
    offset >= 0 && offset < limit ? bytes.scalar(at: offset, end: limit) : (0, 1)
  }

  /// The scalar that ends right before `offset`, looked for no further back than `lower`; 0 when there is none.
  func scalarBefore(_ offset: Int, lower: Int = 0) -> UInt32 {
    var at = offset - 1
    while at > lower, bytes[at] & 0xC0 == 0x80 { at -= 1 }
    return at >= lower && at < limit ? bytes.scalar(at: at, end: limit).scalar : 0
  }

  /// The end of the run of ASCII letters at `offset`.
  func wordEnd(_ offset: Int) -> Int {
    var at = offset
    while at < limit, bytes[at].isASCIILetter { at += 1 }
    return at
  }
}
