/// Cuts a block's text into sentences, in Chinese, English and mixtures.
///
/// A sentence ends at `。`, at `!` and `?`, at a full stop that is no abbreviation's or decimal's, at `；` beside Han
/// characters, at a line that stands for itself, and where struck-out text begins or ends. What stands in quotation
/// marks or brackets stays together.
///
/// Whoever reads a sentence may compare each of its words with each other one, so that a line without an end must not be
/// one sentence: what is longer than `longest` comes in parts.
struct SentenceSplitter {
  /// Bytes of the longest sentence; the longest of the 20,000 in the annotated journals has 611.
  static let longest = 900

  private let text: TextCursor
  private let range: Range<Int>
  /// Where struck-out text begins and ends.
  private let edges: [Int]

  init(_ bytes: UnsafeBufferPointer<UInt8>, _ range: Range<Int>, edges: [Int] = []) {
    text = TextCursor(bytes, limit: range.upperBound)
    self.range = range
    self.edges = edges
  }

  /// Appends the sentences, in order, without the blanks around them; what holds neither letter nor digit is none.
  func append(to found: inout [Range<Int>]) {
    var edge = 0
    var lineStart = range.lowerBound
    while lineStart < range.upperBound {
      let lineEnd = text.firstLineBreak(from: lineStart)
      splitLine(lineStart..<lineEnd, &edge, &found)
      lineStart = lineEnd + 1
    }
  }

  private func splitLine(_ line: Range<Int>, _ edge: inout Int, _ found: inout [Range<Int>]) {
    let isDictated = isDictated(line)
    let first = found.count
    var start = line.lowerBound
    var at = start
    var protected = start
    func end(at end: Int) {
      add(start..<end, mayJoin: found.count > first, &found)
      start = end
    }
    while at < line.upperBound {
      while edge < edges.count, edges[edge] <= at {
        if edges[edge] > start { end(at: edges[edge]) }
        edge += 1
      }
      // Letters and most other bytes end nothing.
      let next = min(
        line.upperBound, at < protected ? protected : line.upperBound, edge < edges.count ? edges[edge] : .max)
      let run = at
      while at < next, text.bytes[at] >= 0x40, text.bytes[at] != 0xE2, text.bytes[at] != 0xE3 { at += 1 }
      if at > run { continue }
      let byte = text[at]
      switch byte {
      case 0x2E where at >= protected:
        let past = stopEnd(at, line)
        if let past { end(at: past) }
        at = past ?? stopsEnd(at)
      case 0x21 where at >= protected, 0x3F where at >= protected:
        let past = markEnd(at, line)
        if let past { end(at: past) }
        at = past ?? runEnd(at + 1, line)
      case 0x3B where at >= protected:
        let isHan =
          text.scalarBefore(at, lower: line.lowerBound).isWide || text.scalar(text.skipBlanks(at + 1)).scalar.isHan
        at += 1
        if isHan { end(at: at) }
      case 0x20 where isDictated && at >= protected:
        let isBetweenHan =
          text.scalarBefore(at, lower: line.lowerBound).isWide && text.scalar(text.skipBlanks(at)).scalar.isWide
        at += 1
        if isBetweenHan { end(at: at) }
      case 0x22, 0x28:
        if at >= protected, let close = close(of: byte, at, line) { protected = close }
        at += 1
        if byte == 0x22, at == protected, let past = afterQuote(at, line) {
          end(at: past)
          at = past
        }
      case 0xE2:
        let (scalar, length) = text.scalar(at)
        if scalar == 0x201C, at >= protected, let close = close(of: scalar, at, line) { protected = close }
        at += length
        if at == protected, let past = afterQuote(at, line) {
          end(at: past)
          at = past
        } else if scalar == 0x2026, at >= protected {
          let past = ellipsisEnd(at, line)
          if let past { end(at: past) }
          at = past ?? runEnd(at, line)
        }
      case 0xE3 where at >= protected && text.starts(at, "。"):
        at = runEnd(at + 3, line)
        end(at: at)
      default:
        at += byte < 0x80 ? 1 : byte < 0xE0 ? 2 : byte < 0xF0 ? 3 : 4
        // A closing ASCII quote or bracket is reached as any other byte.
        if at == protected, let past = afterQuote(at, line) {
          end(at: past)
          at = past
        }
      }
    }
    if start < line.upperBound { end(at: line.upperBound) }
  }

  private func add(_ piece: Range<Int>, mayJoin: Bool, _ found: inout [Range<Int>]) {
    var start = piece.lowerBound
    var end = piece.upperBound
    while start < end, text[start].isASCIIBlank { start += 1 }
    while end > start, text[end - 1].isASCIIBlank { end -= 1 }
    guard start < end else { return }
    if text.bytes[start..<end].contains(where: {
      $0.isASCIIAlphanumeric || $0 >= 0xC3 && $0 != 0xE2 && $0 != 0xEF && $0 != 0xF0
    }),
      hasWord(start..<end), !(mayJoin && holdsOnlyMarks(start..<end))
    {
      appendParts(of: start..<end, to: &found)
    } else if mayJoin, let last = found.last, end - last.lowerBound <= Self.longest {
      found[found.count - 1] = last.lowerBound..<end
    }
  }

  /// Appends a piece of text that is one sentence, in parts where it is longer than any, each cut behind the last comma,
  /// semicolon or blank that fits, or between two characters.
  func appendParts(of piece: Range<Int>, to found: inout [Range<Int>]) {
    var start = piece.lowerBound
    while piece.upperBound - start > Self.longest {
      let limit = start + Self.longest
      var end = limit
      while end > start + Self.longest / 2, !endsPart(end) { end -= 1 }
      if !endsPart(end) {
        end = limit
        while end > start + 1, text[end] & 0xC0 == 0x80 { end -= 1 }
      }
      if hasWord(start..<end) { found.append(start..<end) }
      start = end
    }
    if start == piece.lowerBound || hasWord(start..<piece.upperBound) { found.append(start..<piece.upperBound) }
  }

  /// Whether a comma, semicolon or blank ends at `end`.
  private func endsPart(_ end: Int) -> Bool {
    switch text[end - 1] {
    case 0x20, 0x2C, 0x3B: true
    case 0x81: text.starts(end - 3, "、")
    default: false
    }
  }

  /// Whether a piece is nothing but `#tags` and `[fields:: …]`, which speak of the sentence before.
  private func holdsOnlyMarks(_ piece: Range<Int>) -> Bool {
    var at = piece.lowerBound
    while at < piece.upperBound {
      guard text[at] == 0x23 || text[at] == 0x5B else { return false }
      let closing: UInt8 = text[at] == 0x5B ? 0x5D : 0x20
      while at < piece.upperBound, text[at] != closing { at += 1 }
      at = text.skipBlanks(min(at + 1, piece.upperBound))
    }
    return true
  }

  private func hasWord(_ range: Range<Int>) -> Bool {
    var at = range.lowerBound
    while at < range.upperBound {
      let (scalar, length) = text.scalar(at)
      if scalar < 0x80 ? UInt8(scalar).isASCIIAlphanumeric : scalar.isWord { return true }
      at += length
    }
    return false
  }

  /// Speech turned into text has blanks where sentences would end.
  private func isDictated(_ line: Range<Int>) -> Bool {
    guard line.count > 80, text.bytes[line.prefix(16)].contains(where: { $0 >= 0x80 }) else { return false }
    var blanks = 0
    var marks = 0
    var at = line.lowerBound
    while at < line.upperBound {
      let byte = text.bytes[at]
      if byte >= 0x40, byte != 0xE3 {
        at += 1
        continue
      }
      if byte == 0x20 {
        if text[at - 1] >= 0x80, text[at + 1] >= 0x80 { blanks += 1 }
      } else if byte == 0x2C || byte == 0x3F || byte == 0x21 || byte == 0x3B || byte == 0xE3 && text.starts(at, "。") {
        marks += 1
      }
      at += 1
    }
    return blanks >= 3 && blanks > marks * 3
  }

  // MARK: Ends

  /// The end of a run of marks and closing quotes.
  private func runEnd(_ start: Int, _ line: Range<Int>) -> Int {
    var at = start
    while at < line.upperBound {
      let (scalar, length) = text.scalar(at)
      guard
        scalar.endsSentence || scalar == 0x2026 || scalar == 0x201D || scalar == 0x2019 || scalar == 0x29
          || scalar == 0x22
            && at + 1 >= line.upperBound
      else { break }
      at += length
    }
    return at
  }

  /// The end of a sentence whose `!` or `?` is at `at`; nil inside a word or an address.
  private func markEnd(_ at: Int, _ line: Range<Int>) -> Int? {
    let end = runEnd(at + 1, line)
    guard end < line.upperBound else { return end }
    let next = text[end]
    return next.isASCIIAlphanumeric || [0x2C, 0x3D, 0x26, 0x2F, 0x3B].contains(next) ? nil : end
  }

  private func ellipsisEnd(_ at: Int, _ line: Range<Int>) -> Int? {
    let end = runEnd(at, line)
    guard end < line.upperBound, text[end] == 0x20 else { return nil }
    let next = text.scalar(text.skipBlanks(end)).scalar
    return next.isHan || next < 0x80 && UInt8(next).isASCIIUpper ? end : nil
  }

  /// The end of a run of full stops.
  private func stopsEnd(_ at: Int) -> Int {
    var end = at
    while text[end] == 0x2E { end += 1 }
    return end
  }

  /// The end of a sentence whose full stop is at `at`; nil for a decimal, an abbreviation, an ellipsis that goes on.
  private func stopEnd(_ at: Int, _ line: Range<Int>) -> Int? {
    if text[at + 1] == 0x2E { return ellipsisEnd(stopsEnd(at), line) }
    let end = runEnd(at + 1, line)
    guard end < line.upperBound else { return end }
    let before = text.scalarBefore(at, lower: line.lowerBound)
    if before.isHan {
      let next = text.scalar(end).scalar
      return next.isHan || next == 0x20 ? end : nil
    }
    guard text[end] == 0x20 || text[end] == 0x09 else { return nil }
    if end > at + 1 { return end }
    var start = at
    while start > line.lowerBound, text[start - 1] != 0x20, text[start - 1] != 0x28, text[start - 1] < 0x80 {
      start -= 1
    }
    guard start < at else { return end }
    let word = text.bytes[start..<at]
    // `1. ` at the beginning numbers the line.
    if word.allSatisfy(\.isASCIIDigit) { return text.skipBlanks(line.lowerBound) == start ? nil : end }
    let next = text[text.skipBlanks(end)]
    let isCapital = next.isASCIIUpper
    if word.count == 1, word.first?.isASCIIUpper == true { return nil }
    switch Abbreviation(word) {
    case .beforeName: return nil
    case .anywhere: return isCapital ? end : nil
    case nil: return end
    }
  }

  // MARK: Quotation marks and brackets

  /// Just past what closes the quotation mark or bracket at `open`; nil when nothing does nearby on the line.
  private func close(of opening: some BinaryInteger, _ open: Int, _ line: Range<Int>) -> Int? {
    let isBracket = opening == 0x28
    let reach = min(line.upperBound, open + (isBracket ? 240 : 600))
    var at = open + (opening > 0x7F ? 3 : 1)
    var depth = 0
    while at < reach {
      let byte = text[at]
      if isBracket {
        if byte == 0x28 {
          depth += 1
        } else if byte == 0x29 {
          if depth == 0 { return at + 1 }
          depth -= 1
        }
      } else if opening == 0x22 {
        if byte == 0x22 { return at + 1 }
      } else if byte == 0xE2 {
        if text.starts(at, "”") { return at + 3 }
        if text.starts(at, "“") { return nil }
      }
      at += 1
    }
    return nil
  }

  /// The end of the sentence that a closing quotation mark ending at `at` ends; nil when it goes on behind it.
  private func afterQuote(_ at: Int, _ line: Range<Int>) -> Int? {
    let quote = text[at - 1] == 0x22 || text[at - 1] == 0x29 ? at - 1 : at - 3
    let before = text.scalarBefore(quote, lower: line.lowerBound)
    guard before.endsSentence else { return nil }
    let end = runEnd(at, line)
    guard end < line.upperBound else { return end }
    // A bracket that ends a clause with its own mark does not end the sentence around it.
    if text[at - 1] == 0x29 { return nil }
    let next = text.skipBlanks(end)
    let scalar = text.scalar(next).scalar
    if scalar.isHan { return isAttribution(next) ? nil : end }
    if scalar < 0x80, !UInt8(scalar).isASCIIUpper, !UInt8(scalar).isASCIIDigit, scalar != 0x22, scalar != 0x28 {
      return nil
    }
    return next > end || scalar >= 0x80 ? end : nil
  }

  /// Whether `他说`, `王总问` follows a quotation.
  private func isAttribution(_ start: Int) -> Bool {
    var at = start
    for _ in 0..<5 {
      if text.skip(at, "说|问|道|讲|答|回") != nil { return at > start }
      let (scalar, length) = text.scalar(at)
      guard scalar.isHan else { return false }
      at += length
    }
    return false
  }
}

/// An abbreviation that is written with a full stop.
enum Abbreviation {
  /// Never ends a sentence: `Dr.`, `vs.`, `e.g.`
  case beforeName
  /// Ends one where a capital follows: `Inc.`, `etc.`, `p.m.`
  case anywhere

  init?(_ word: Slice<UnsafeBufferPointer<UInt8>>) {
    guard word.count <= 7 else { return nil }
    let lower = String(decoding: word.map(\.asciiLower), as: UTF8.self)
    if Self.beforeNames.contains(lower) {
      self = .beforeName
    } else if Self.anywheres.contains(lower) {
      self = .anywhere
    } else {
      return nil
    }
  }

  private static let beforeNames: Set<String> = [
    "dr", "mr", "mrs", "ms", "prof", "st", "vs", "no", "nos", "e.g", "i.e", "eg", "ie", "cf", "approx", "ca", "fig",
    "sr", "gen",
    "hon", "rev", "messrs", "mt", "ft", "re", "attn", "ext", "incl", "excl", "esp", "resp", "sgt", "capt", "col", "lt",
  ]
  private static let anywheres: Set<String> = [
    "inc", "ltd", "co", "corp", "llc", "plc", "etc", "a.m", "p.m", "am", "pm", "u.s", "u.k", "jr", "dept", "mgr", "dir",
    "asst",
    "mgmt", "tel", "jan", "feb", "mar", "apr", "jun", "jul", "aug", "sep", "sept", "oct", "nov", "dec", "mon", "tue",
    "tues",
    "wed", "thu", "thurs", "fri", "sat", "sun", "min", "max", "hr", "hrs", "wk", "wks", "yr", "yrs", "qty", "avg",
    "est", "ave",
    "blvd", "rd", "pls", "ph.d", "m.d", "b.v", "s.a", "d.c",
  ]
}

extension UInt32 {
  /// A Han character or full-width mark.
  var isWide: Bool { isHan || (0x3001...0x303F).contains(self) || self == 0x201D || self == 0x201C }

  /// A letter or digit of any script, as far as notes have them; no emoji or mark.
  var isWord: Bool {
    switch self {
    case 0xAA, 0xB5, 0xBA, 0xC0...0x24F, 0x250...0x2AF, 0x370...0x1FFF, 0x3041...0x30FF, 0x3105...0x318E,
      0xAC00...0xD7A3:
      true
    default: isHan
    }
  }
}
