/// Finds many fixed phrases in one pass over UTF-8 bytes, ignoring ASCII case.
///
/// Phrases are bucketed by their first three bytes, hashed, and each carries its first eight as a number: at a position of
/// the text, one table look-up and a few integer comparisons decide, and building costs one step per phrase, so that
/// nothing has to be prepared ahead of start-up. The few that are shorter than three bytes have a table of their own.
struct PhraseMatcher: Sendable {
  /// The first eight bytes of a phrase in lower case, little endian, and which of them count. They are all that most
  /// positions of a text look at.
  private struct Head: Sendable {
    let bytes: UInt64
    let mask: UInt64
  }

  /// The rest of a phrase.
  private struct Phrase: Sendable {
    let length: Int
    let concept: UInt16
    let needsBoundaryBefore: Bool
    let needsBoundaryAfter: Bool
    /// Where its bytes past the eighth begin in `tails`.
    let tail: Int
  }

  /// Phrases by bucket; in a bucket, longer ones first.
  private struct Table: Sendable {
    /// First phrase of each bucket; one entry more than buckets, so that the next one ends it.
    let starts: [Int32]
    let heads: [Head]
    let phrases: [Phrase]

    init(_ list: [(head: Head, phrase: Phrase)], buckets: Int, _ key: (UInt64) -> Int) {
      var keyed = list.map { (key: key($0.head.bytes), head: $0.head, phrase: $0.phrase) }
      keyed.sort { ($0.key, -$0.phrase.length, $0.phrase.concept) < ($1.key, -$1.phrase.length, $1.phrase.concept) }
      var starts = [Int32](repeating: 0, count: buckets + 1)
      for (key, _, _) in keyed { starts[key + 1] += 1 }
      for key in 0..<buckets { starts[key + 1] += starts[key] }
      self.starts = starts
      heads = keyed.map(\.head)
      phrases = keyed.map(\.phrase)
    }

    /// The phrases of `bucket` whose heads stand in a text that begins with `word`.
    @inline(__always)
    func forEach(in bucket: Int, beginning word: UInt64, _ body: (Phrase) -> Void) {
      starts.withUnsafeBufferPointer { starts in
        heads.withUnsafeBufferPointer { heads in
          for index in Int(starts[bucket])..<Int(starts[bucket + 1])
          where word & heads[index].mask == heads[index].bytes {
            body(phrases[index])
          }
        }
      }
    }
  }

  /// Phrases of three bytes and more.
  private let long: Table
  /// Phrases of one or two bytes, by the first.
  private let short: Table
  private let tails: [UInt8]

  /// Takes phrases in lower case; a trailing `*` drops the boundary at the end. Those of one byte match too.
  init(_ list: [(bytes: ArraySlice<UInt8>, concept: UInt16)]) {
    var long: [(head: Head, phrase: Phrase)] = []
    var short: [(head: Head, phrase: Phrase)] = []
    long.reserveCapacity(list.count)
    var tails: [UInt8] = []
    for (written, concept) in list {
      let isPrefix = written.count > 1 && written.last == 0x2A
      let bytes = isPrefix ? written.dropLast() : written
      guard let first = bytes.first, let last = bytes.last else { continue }
      var head: UInt64 = 0
      var mask: UInt64 = 0
      for (position, byte) in bytes.prefix(8).enumerated() {
        head |= UInt64(byte) << (8 * UInt64(position))
        mask |= 0xFF << (8 * UInt64(position))
      }
      let phrase = Phrase(
        length: bytes.count, concept: concept, needsBoundaryBefore: first.isWordByte,
        needsBoundaryAfter: last.isWordByte && !isPrefix, tail: tails.count)
      tails += bytes.dropFirst(8)
      let entry = (Head(bytes: head, mask: mask), phrase)
      if bytes.count < 3 { short.append(entry) } else { long.append(entry) }
    }
    self.long = Table(long, buckets: 1 << 16, Self.bucket)
    self.short = Table(short, buckets: 1 << 8, Self.shortBucket)
    self.tails = tails
  }

  /// Calls `body` with the concept and place of every phrase in `text[range]`, by start, longer first. Boundaries look past
  /// the range's ends.
  @inline(__always)
  func forEachMatch(in text: [UInt8], _ range: Range<Int>, _ body: (_ concept: UInt16, _ range: Range<Int>) -> Void) {
    text.withUnsafeBufferPointer { bytes in
      var at = range.lowerBound
      if at > 0, bytes[at - 1].isWordByte { at = Self.wordEnd(from: at, in: bytes, limit: range.upperBound) }
      while at < range.upperBound {
        let start = at
        let word = Self.head(of: bytes, at: start, limit: range.upperBound)
        @inline(__always) func tell(_ phrase: Phrase) {
          if stands(phrase, in: bytes, at: start, limit: range.upperBound) {
            body(phrase.concept, start..<start + phrase.length)
          }
        }
        long.forEach(in: Self.bucket(word), beginning: word, tell)
        short.forEach(in: Self.shortBucket(word), beginning: word, tell)
        // No phrase begins inside a word.
        at =
          bytes[at].isWordByte
          ? Self.wordEnd(from: at + 1, in: bytes, limit: range.upperBound) : at + bytes[at].scalarLength
      }
    }
  }

  /// Past the ASCII letters and digits at `start`.
  @inline(__always)
  private static func wordEnd(from start: Int, in bytes: UnsafeBufferPointer<UInt8>, limit: Int) -> Int {
    var at = start
    while at < limit, bytes[at].isWordByte { at += 1 }
    return at
  }

  /// The bucket in `long` of a text that begins with these bytes, little endian.
  @inline(__always)
  private static func bucket(_ word: UInt64) -> Int {
    Int((UInt32(truncatingIfNeeded: word & 0xFF_FFFF) &* 0x9E37_79B1) >> 16)
  }

  /// The bucket in `short` of a text that begins with these bytes.
  @inline(__always)
  private static func shortBucket(_ word: UInt64) -> Int { Int(truncatingIfNeeded: word & 0xFF) }

  /// The bytes at `start` up to eight, in lower case, little endian; zeros behind `limit`.
  @inline(__always)
  private static func head(of bytes: UnsafeBufferPointer<UInt8>, at start: Int, limit: Int) -> UInt64 {
    if limit - start >= 8 {
      let word = UInt64(
        littleEndian: UnsafeRawBufferPointer(bytes).loadUnaligned(fromByteOffset: start, as: UInt64.self))
      return lowercased(word)
    }
    var word: UInt64 = 0
    for position in 0..<limit - start { word |= UInt64(bytes[start + position]) << (8 * UInt64(position)) }
    return lowercased(word)
  }

  /// Eight bytes at once in lower case: bit 7 of a byte of `isCapital` is set where the byte is an ASCII capital.
  @inline(__always)
  private static func lowercased(_ word: UInt64) -> UInt64 {
    let each: UInt64 = 0x0101_0101_0101_0101
    let low = word & (0x7F &* each)
    let isCapital = (low &+ (0x80 - 0x41) &* each) & ~(low &+ (0x80 - 0x5B) &* each) & ~word & (0x80 &* each)
    return word | isCapital >> 2
  }

  /// Whether a phrase whose head stands at `at` stands there as a whole.
  private func stands(_ phrase: Phrase, in bytes: UnsafeBufferPointer<UInt8>, at: Int, limit: Int) -> Bool {
    let end = at + phrase.length
    guard end <= limit, !phrase.needsBoundaryBefore || at == 0 || !bytes[at - 1].isWordByte,
      !phrase.needsBoundaryAfter || end >= bytes.count || !bytes[end].isWordByte
    else { return false }
    var position = at + 8
    while position < end {
      guard bytes[position].lowercased == tails[phrase.tail + position - at - 8] else { return false }
      position += 1
    }
    return true
  }
}

extension UInt8 {
  /// The byte in lower case when it is an ASCII capital.
  var lowercased: UInt8 { self &- 0x41 < 26 ? self | 0x20 : self }

  /// Whether it is an ASCII letter or digit: what a word boundary separates.
  var isWordByte: Bool { (lowercased &- 0x61 < 26) || (self &- 0x30 < 10) }

  /// Bytes of the UTF-8 scalar that starts with this byte; 1 for a continuation byte.
  var scalarLength: Int { self < 0xC0 ? 1 : self < 0xE0 ? 2 : self < 0xF0 ? 3 : 4 }
}
