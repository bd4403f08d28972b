import SourceText

/// What a note says, as plain text: markup, code, comments and link targets are gone, and spellings are folded so
/// that one cue matches all of them. Each byte remembers where in the file it came from.
///
/// Folding: full-width ASCII forms become ASCII, U+3000 and U+00A0 a space, Traditional Chinese characters their
/// Simplified form, decomposed letters their composed one. Case is kept. Blocks are separated by a line feed, and so
/// are the lines of a block that stand for themselves; lines that were only wrapped are joined.
public struct ProseText: Sendable {
  /// A stretch of folded bytes. When it is as long as the source bytes that it was read from, they correspond byte by
  /// byte; otherwise it is one character, and all of it came from all of them.
  private struct Stretch: Sendable {
    let start: Int32
    let source: Int32
    let sourceEnd: Int32
  }

  /// Folded UTF-8.
  public private(set) var bytes: [UInt8] = []
  private var stretches: [Stretch] = []

  /// An empty text.
  public init() {}

  /// The folded bytes of a text that stands in no note.
  package static func folded(_ text: String) -> [UInt8] {
    var folded = ProseText()
    Array(text.utf8).withUnsafeBufferPointer { folded.appendFolded($0, $0.indices) }
    return folded.bytes
  }

  /// Words with the Simplified form of each Traditional character, and otherwise as they are; most have none.
  package static func simplified(_ words: Substring) -> Substring {
    func form(_ scalar: Unicode.Scalar) -> UInt32? { 0x3400...0x9FFF ~= scalar.value ? fold(scalar.value) : nil }
    guard words.unicodeScalars.contains(where: { form($0) != nil }) else { return words }
    var simplified = ""
    for scalar in words.unicodeScalars {
      simplified.unicodeScalars.append(form(scalar).flatMap { Unicode.Scalar($0) } ?? scalar)
    }
    return simplified[...]
  }

  /// Number of folded bytes.
  public var count: Int { bytes.count }

  /// Appends one folded character that was read from `source`.
  public mutating func append(_ folded: some Sequence<UInt8>, from source: Span) {
    let start = bytes.count
    bytes.append(contentsOf: folded)
    guard bytes.count > start else { return }
    note(start, Int32(truncatingIfNeeded: source.start), Int32(truncatingIfNeeded: source.end))
  }

  /// Appends bytes that stand in the file exactly so, from `source` on.
  mutating func appendVerbatim(_ verbatim: UnsafeBufferPointer<UInt8>, from source: Int) {
    guard !verbatim.isEmpty else { return }
    let start = bytes.count
    bytes.append(contentsOf: verbatim)
    note(start, Int32(truncatingIfNeeded: source), Int32(truncatingIfNeeded: source + verbatim.count))
  }

  private mutating func note(_ start: Int, _ source: Int32, _ sourceEnd: Int32) {
    if let last = stretches.last, last.sourceEnd == source, last.sourceEnd - last.source == Int32(start) - last.start,
      sourceEnd - source == Int32(bytes.count - start)
    {
      stretches[stretches.count - 1] = Stretch(start: last.start, source: last.source, sourceEnd: sourceEnd)
    } else {
      stretches.append(Stretch(start: Int32(start), source: source, sourceEnd: sourceEnd))
    }
  }

  /// The last folded scalar and where its bytes stand.
  func lastScalar() -> (scalar: UInt32, range: Range<Int>)? {
    var start = bytes.count
    repeat { start -= 1 } while start > 0 && bytes[start] & 0xC0 == 0x80
    guard start >= 0 else { return nil }
    let scalar = bytes.withUnsafeBufferPointer { $0.scalar(at: start, end: bytes.count).scalar }
    return (scalar, start..<bytes.count)
  }

  /// Puts one folded character, read from `source`, in the place of the last.
  mutating func replaceLast(_ range: Range<Int>, with folded: some Sequence<UInt8>, from source: Span) {
    bytes.removeSubrange(range.lowerBound...)
    while let last = stretches.last, Int(last.start) >= range.lowerBound { stretches.removeLast() }
    if let last = stretches.last, last.sourceEnd > source.start {
      stretches[stretches.count - 1] = Stretch(
        start: last.start, source: last.source, sourceEnd: Int32(truncatingIfNeeded: source.start))
    }
    append(folded, from: source)
  }

  /// Takes ranges out, which are in order, do not overlap, and begin and end between characters.
  mutating func remove(_ cuts: [Range<Int>]) {
    var rest = ProseText()
    rest.reserveCapacity(bytes.count)
    var index = 0
    func keep(_ range: Range<Int>, _ rest: inout ProseText) {
      while index + 1 < stretches.count, Int(stretches[index + 1].start) <= range.lowerBound { index += 1 }
      var at = range.lowerBound
      while at < range.upperBound {
        let stretch = stretches[index]
        let whole = Int(stretch.start)..<(index + 1 < stretches.count ? Int(stretches[index + 1].start) : bytes.count)
        let end = min(whole.upperBound, range.upperBound)
        let start = rest.bytes.count
        rest.bytes.append(contentsOf: bytes[at..<end])
        if whole.count == Int(stretch.sourceEnd - stretch.source) {
          let source = stretch.source + Int32(at - whole.lowerBound)
          rest.note(start, source, source + Int32(end - at))
        } else {
          rest.note(start, stretch.source, stretch.sourceEnd)
        }
        at = end
        if at == whole.upperBound { index += 1 }
      }
    }
    var from = 0
    for cut in cuts {
      keep(from..<cut.lowerBound, &rest)
      from = cut.upperBound
    }
    keep(from..<bytes.count, &rest)
    self = rest
  }

  mutating func reserveCapacity(_ count: Int) {
    bytes.reserveCapacity(count)
    stretches.reserveCapacity(count / 16)
  }

  /// Where in the file a range of folded bytes stands; from the first byte's character to the last's. An empty range
  /// stands before the character at its place.
  public func span(of range: Range<Int>) -> Span {
    guard !stretches.isEmpty, range.lowerBound >= 0, range.upperBound <= bytes.count else {
      return Span(Int(stretches.last?.sourceEnd ?? 0), Int(stretches.last?.sourceEnd ?? 0))
    }
    guard range.lowerBound < bytes.count else {
      let end = Int(stretches[stretches.count - 1].sourceEnd)
      return Span(end, end)
    }
    let first = stretch(holding: range.lowerBound, from: 0)
    let start = place(of: range.lowerBound, in: first).start
    if range.isEmpty { return Span(start, start) }
    let last = stretch(holding: range.upperBound - 1, from: first)
    return Span(start, place(of: range.upperBound - 1, in: last).end)
  }

  /// The stretch that holds the folded byte at `offset`, which is not before the stretch `first`.
  private func stretch(holding offset: Int, from first: Int) -> Int {
    stretches.withUnsafeBufferPointer { stretches in
      let offset = Int32(truncatingIfNeeded: offset)
      // Most ranges end where they begin.
      if first + 1 >= stretches.count || stretches[first + 1].start > offset { return first }
      var low = first
      var count = stretches.count - first
      while count > 1 {
        let half = count / 2
        if stretches[low + half].start <= offset { low += half }
        count -= half
      }
      return low
    }
  }

  /// The source bytes of the character that the folded byte at `offset` belongs to; of one byte in a verbatim stretch.
  private func place(of offset: Int, in index: Int) -> Span {
    let stretch = stretches[index]
    let end = index + 1 < stretches.count ? Int(stretches[index + 1].start) : bytes.count
    let length = end - Int(stretch.start)
    guard length == Int(stretch.sourceEnd - stretch.source) else {
      return Span(Int(stretch.source), Int(stretch.sourceEnd))
    }
    let at = Int(stretch.source) + offset - Int(stretch.start)
    return Span(at, at + 1)
  }

  /// Where bytes that follow each other here do not in the file: the byte behind, and the source bytes left out.
  func gaps() -> [(at: Int, source: Span)] {
    stretches.indices.dropFirst().compactMap { index in
      let (end, start) = (stretches[index - 1].sourceEnd, stretches[index].source)
      return end < start ? (Int(stretches[index].start), Span(Int(end), Int(start))) : nil
    }
  }

  /// A range of folded bytes as a string.
  public func string(_ range: Range<Int>) -> String {
    String(decoding: bytes[range], as: UTF8.self)
  }
}
