/// Finds `标签：值` and `Label: value` in a block, several on a line too.
struct LabelReader {
  /// A label and its value in folded text.
  struct Found {
    var name: Range<Int>
    var value: Range<Int>
    /// Whether it was written with two colons.
    var isField = false
  }

  private let text: TextCursor
  private let range: Range<Int>

  init(_ bytes: UnsafeBufferPointer<UInt8>, _ range: Range<Int>) {
    text = TextCursor(bytes, limit: range.upperBound)
    self.range = range
  }

  /// Every label that a line of the block begins with, and those that follow it on the line; `strong` is what was set in
  /// bold, in order.
  func labels(strong: ArraySlice<Range<Int>>) -> [Found] {
    var found: [Found] = []
    var strong = strong
    var lineStart = range.lowerBound
    while lineStart < range.upperBound {
      let lineEnd = text.firstLineBreak(from: lineStart)
      while let run = strong.first, run.upperBound <= lineStart { strong.removeFirst() }
      readLine(lineStart..<lineEnd, strong.first, &found)
      lineStart = lineEnd + 1
    }
    return found
  }

  private func readLine(_ line: Range<Int>, _ strong: Range<Int>?, _ found: inout [Found]) {
    var at = wordStart(line)
    guard at < line.upperBound else { return }
    if text.starts(at, "【") { return readBracketed(at, line, &found) }
    guard var label = label(at, line, isStrict: false) ?? boldLabel(at, line, strong) else { return }
    // Each further label on the line ends the value of the one before.
    at = label.value.lowerBound
    while at < line.upperBound {
      let next = separator(at, line)
      guard let next else { break }
      if let following = self.label(next.end, line, isStrict: next.isWeak) {
        label.value = label.value.lowerBound..<next.start
        found.append(trimmed(label))
        label = following
        at = label.value.lowerBound
      } else {
        at = next.end
      }
    }
    found.append(trimmed(label))
  }

  private func trimmed(_ label: Found) -> Found {
    var label = label
    var start = label.value.lowerBound
    var end = label.value.upperBound
    while start < end, text[start].isASCIIBlank { start += 1 }
    while end > start, text[end - 1].isASCIIBlank { end -= 1 }
    label.value = start..<end
    if isPlaceholder(label.value) { label.value = start..<start }
    return label
  }

  /// `{{NAME}}`, `____`, `<name>`: a template's field that nobody filled in.
  private func isPlaceholder(_ value: Range<Int>) -> Bool {
    guard value.count >= 2 else { return false }
    if text.starts(value.lowerBound, "{{") { return text.starts(value.upperBound - 2, "}}") }
    return text.bytes[value].allSatisfy { $0 == 0x5F || $0 == 0x2E || $0 == 0x20 || $0 == 0x2D }
  }

  /// The first offset of the line that is no bullet, emoji or blank.
  private func wordStart(_ line: Range<Int>) -> Int {
    var at = line.lowerBound
    while at < line.upperBound {
      let (scalar, length) = text.scalar(at)
      if scalar < 0x80 ? UInt8(scalar).isASCIIAlphanumeric : scalar.isWord || scalar == 0x3010 { return at }
      guard scalar != 0x22, scalar != 0x201C, scalar != 0x28, scalar != 0x5B else { return line.upperBound }
      at += length
    }
    return at
  }

  /// The label whose name begins at `start`. Strictly read, its name is one short word.
  private func label(_ start: Int, _ line: Range<Int>, isStrict: Bool) -> Found? {
    let reach = min(line.upperBound, start + (isStrict ? 19 : 61))
    var at = start
    var blanks = 0
    var depth = 0
    guard start < line.upperBound, !text[start].isASCIIDigit else { return nil }
    while at < reach {
      let byte = text[at]
      switch byte {
      case 0x3A:
        guard depth == 0, at > start else { return nil }
        if text[at + 1] == 0x3A, at + 2 <= line.upperBound {
          return Found(name: name(start..<at), value: at + 2..<line.upperBound, isField: true)
        }
        if text[at - 1].isASCIIDigit, text[at + 1].isASCIIDigit { return nil }
        if text[at + 1] == 0x2F, text[at + 2] == 0x2F { return nil }
        return Found(name: name(start..<at), value: at + 1..<line.upperBound)
      case 0x28: depth += 1
      case 0x29: depth -= 1
      case 0x20:
        blanks += 1
        if blanks > (isStrict ? 0 : 5) { return nil }
      case 0x2C, 0x2E, 0x21, 0x3F, 0x3B, 0x22, 0x0A, 0x7C, 0x5B, 0x5D, 0x3D: if depth == 0 { return nil }
      case 0xE2, 0xE3:
        let scalar = text.scalar(at).scalar
        if depth == 0, scalar == 0x3002 || scalar == 0x201C || scalar == 0x201D || scalar == 0x2026 { return nil }
        if scalar == 0x3001, isStrict { return nil }
      default: break
      }
      at += byte < 0xC0 ? 1 : byte < 0xE0 ? 2 : byte < 0xF0 ? 3 : 4
    }
    return nil
  }

  private func name(_ range: Range<Int>) -> Range<Int> {
    var end = range.upperBound
    while end > range.lowerBound, text[end - 1] == 0x20 { end -= 1 }
    return range.lowerBound..<end
  }

  /// A short bold word at the beginning of a line, with a value behind it, is a label without a colon.
  private func boldLabel(_ start: Int, _ line: Range<Int>, _ strong: Range<Int>?) -> Found? {
    guard let bold = strong, bold.lowerBound == start, bold.upperBound < line.upperBound,
      bold.count <= 24
    else { return nil }
    let name = text.bytes[bold]
    guard !name.contains(where: { [0x2C, 0x2E, 0x21, 0x3F, 0x3B, 0x28].contains($0) }),
      name.filter({ $0 == 0x20 }).count <= 2
    else { return nil }
    return Found(name: bold, value: bold.upperBound..<line.upperBound)
  }

  /// What may stand before another label on the line. Commas and full stops are weak: mostly they are just that.
  private func separator(_ start: Int, _ line: Range<Int>) -> (start: Int, end: Int, isWeak: Bool)? {
    var at = start
    while at < line.upperBound {
      let byte = text[at]
      if byte == 0x20, text[at + 1] == 0x20 { return (at, text.skipBlanks(at), false) }
      if byte == 0x3B || byte == 0x7C { return (at, text.skipBlanks(at + 1), false) }
      if byte == 0x2C { return (at, text.skipBlanks(at + 1), true) }
      if byte == 0xE3, text.starts(at, "。") { return (at, text.skipBlanks(at + 3), true) }
      at += 1
    }
    return nil
  }

  /// `【时间】9月3日 【地点】…`
  private func readBracketed(_ start: Int, _ line: Range<Int>, _ found: inout [Found]) {
    var at = start
    while at < line.upperBound, text.starts(at, "【") {
      var close = at + 3
      while close < line.upperBound, !text.starts(close, "】"), close - at < 64 { close += 1 }
      guard text.starts(close, "】") else { return }
      var value = close + 3
      if text[value] == 0x3A { value += 1 }
      var end = value
      while end < line.upperBound, !text.starts(end, "【") { end += 1 }
      found.append(trimmed(Found(name: at + 3..<close, value: value..<end)))
      at = end
    }
  }
}
