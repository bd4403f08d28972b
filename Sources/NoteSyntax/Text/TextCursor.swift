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

  /// The first line feed from `offset` on; the limit when there is none.
  func firstLineBreak(from offset: Int) -> Int {
    guard offset < limit, let base = bytes.baseAddress, let found = memchr(base + offset, 0x0A, limit - offset) else {
      return limit
    }
    return UnsafeRawPointer(found) - UnsafeRawPointer(base)
  }

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

  /// Just past the first of several texts that stands at `offset`; `texts` are divided by bars: `"前|之前|以前"`.
  func skip(_ offset: Int, _ texts: StaticString) -> Int? {
    guard offset >= 0, offset < limit else { return nil }
    let pattern = texts.utf8Start
    let count = texts.utf8CodeUnitCount
    let first = bytes[offset]
    var start = 0
    while start < count {
      var end = start
      if pattern[start] == first {
        var at = offset
        while end < count, pattern[end] != 0x7C, at < limit, bytes[at] == pattern[end] {
          end += 1
          at += 1
        }
        if end == count || pattern[end] == 0x7C { return at }
      }
      while end < count, pattern[end] != 0x7C { end += 1 }
      start = end + 1
    }
    return nil
  }

  /// Whether one of several texts, divided by bars, ends right before `offset`.
  func ends(_ offset: Int, _ texts: StaticString) -> Bool {
    guard offset > 0, offset <= limit else { return false }
    let pattern = texts.utf8Start
    let last = bytes[offset - 1]
    var end = texts.utf8CodeUnitCount
    while end > 0 {
      var start = end
      if pattern[end - 1] == last {
        var at = offset
        while start > 0, pattern[start - 1] != 0x7C, at > 0, bytes[at - 1] == pattern[start - 1] {
          start -= 1
          at -= 1
        }
        if start == 0 || pattern[start - 1] == 0x7C { return true }
      }
      while start > 0, pattern[start - 1] != 0x7C { start -= 1 }
      end = start - 1
    }
    return false
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
