import SourceText

/// What is being written at a place.
struct CompletionContext {
  /// What may follow.
  enum Kind: Equatable {
    /// A name behind `@`.
    case mention
    /// A name behind `[[`.
    case link
    /// A mark behind `#`.
    case tag
    /// What a label at the beginning of the line asks for; its words in lower case.
    case value(label: String)
    /// Anything.
    case text
  }

  let kind: Kind
  /// The sign that opened it, as it is to be written: `@`, `[[`, `#`; empty without.
  let sign: String
  /// What was typed behind the sign.
  let typed: String
  /// Where the sign, or without one what was typed, begins.
  let start: Int
  let end: Int

  init(_ source: SourceFile, at offset: Int) {
    let lineStart = source.lines.span(ofLine: source.lines.line(at: offset)).start
    let line = source.bytes[lineStart..<max(lineStart, offset)]
    end = offset
    for (sign, spellings) in [("[[", ["[[", "【【"])] {
      for spelling in spellings {
        guard let at = Self.last(spelling, in: line), !Self.closes(line[(at + spelling.utf8.count)...]) else {
          continue
        }
        (kind, self.sign, start) = (.link, sign, at)
        typed = String(decoding: line[(at + spelling.utf8.count)...], as: UTF8.self)
        return
      }
    }
    var at = line.endIndex
    while at > line.startIndex, Self.isNamePart(line, before: at) { at = Self.before(at, in: line) }
    for (sign, kind, spellings) in [("@", Kind.mention, ["@", "＠"]), ("#", .tag, ["#", "＃"])] {
      for spelling in spellings where line[..<at].reversed().starts(with: spelling.utf8.reversed()) {
        (self.kind, self.sign, start) = (kind, sign, at - spelling.utf8.count)
        typed = String(decoding: line[at...], as: UTF8.self)
        return
      }
    }
    sign = ""
    if let colon = Self.labelEnd(in: line) {
      let rest = line[colon.end...].drop { $0 == 0x20 }
      // Of several names in a list, the last is being written.
      let separators = ["，", "、", ",", ";", "；"]
      let cut = separators.compactMap { Self.last($0, in: rest).map { $0 } }.max()
      var from = cut.map { Self.after($0, in: line) } ?? rest.startIndex
      while from < line.endIndex, line[from] == 0x20 { from += 1 }
      kind = .value(label: colon.label)
      start = from
      typed = String(decoding: line[from...], as: UTF8.self)
      return
    }
    // Slashes and hyphens belong to marks alone.
    at = line.endIndex
    while at > line.startIndex, Self.isLetter(line, before: at) { at = Self.before(at, in: line) }
    let run = line[at...]
    kind = .text
    if run.contains(where: { $0 >= 0x80 }) {
      // Han text does not show where a name begins: what was typed last may be its beginning.
      let latin = run.reversed().prefix { $0 < 0x80 }.count
      start = latin > 0 ? run.endIndex - latin : max(run.startIndex, run.endIndex - 3)
    } else {
      start = at
    }
    typed = String(decoding: line[start...], as: UTF8.self)
  }

  private static func before(_ at: Int, in line: ArraySlice<UInt8>) -> Int {
    var at = at - 1
    while at > line.startIndex, line[at] & 0xC0 == 0x80 { at -= 1 }
    return at
  }

  private static func after(_ at: Int, in line: ArraySlice<UInt8>) -> Int {
    var at = at + 1
    while at < line.endIndex, line[at] & 0xC0 == 0x80 { at += 1 }
    return at
  }

  private static func isLetter(_ line: ArraySlice<UInt8>, before at: Int) -> Bool {
    let start = before(at, in: line)
    guard let scalar = String(decoding: line[start..<at], as: UTF8.self).unicodeScalars.first else { return false }
    return scalar.properties.isAlphabetic || scalar.properties.numericType != nil || scalar == "'"
  }

  private static func isNamePart(_ line: ArraySlice<UInt8>, before at: Int) -> Bool {
    isLetter(line, before: at) || [0x2F, 0x2D, 0x2E, 0x5F].contains(line[at - 1])
  }

  private static func last(_ words: String, in line: ArraySlice<UInt8>) -> Int? {
    let words = Array(words.utf8)
    guard line.count >= words.count else { return nil }
    return (line.startIndex...line.endIndex - words.count).last { line[$0...].starts(with: words) }
  }

  private static func closes(_ rest: ArraySlice<UInt8>) -> Bool {
    last("]]", in: rest) != nil || last("】】", in: rest) != nil
  }

  /// A label at the beginning of a line and where its colon ends: at most 24 characters, behind bullets and stars.
  private static func labelEnd(in line: ArraySlice<UInt8>) -> (label: String, end: Int)? {
    let ends = [":", "："].compactMap { colon -> (start: Int, end: Int)? in
      let bytes = Array(colon.utf8)
      guard let at = line.indices.first(where: { line[$0...].starts(with: bytes) }) else { return nil }
      return (at, at + bytes.count)
    }
    guard let colon = ends.min(by: { $0.start < $1.start }) else { return nil }
    let label = String(decoding: line[..<colon.start], as: UTF8.self)
      .lowercased().filter { !"-*•>#+_ \t[]".contains($0) }
    guard !label.isEmpty, label.count <= 24, label.allSatisfy({ $0.isLetter }) else { return nil }
    var end = colon.end
    // `key:: value`, `**标签：**`
    while end < line.endIndex, line[end] == 0x3A || line[end] == 0x2A { end += 1 }
    return (label, end)
  }
}
