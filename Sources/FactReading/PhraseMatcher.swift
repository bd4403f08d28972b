/// Finds many fixed phrases in one pass over UTF-8 bytes, ignoring ASCII case.
///
/// Phrases are bucketed by their first two bytes, and each carries its first eight bytes as a number: at a position of
/// the text, one table look-up and a few integer comparisons decide, and building costs one step per phrase, so that
/// nothing has to be prepared ahead of start-up.
struct PhraseMatcher: Sendable {
  private struct Phrase: Sendable {
    /// The first eight bytes in lower case, little endian, and which of them count.
    let head: UInt64
    let mask: UInt64
    /// The bytes past the eighth.
    let tail: [UInt8]
    let length: Int
    let concept: UInt16
    let needsBoundaryBefore: Bool
    let needsBoundaryAfter: Bool
  }

  /// First phrase of each bucket in `phrases`, by the first two bytes; 65,537 entries so that the next one ends it.
  private let bucketStarts: [Int32]
  private let phrases: [Phrase]

  /// Takes phrases in lower case; a trailing `*` drops the boundary at the end. Those of one byte match too.
  init(_ list: [(bytes: ArraySlice<UInt8>, concept: UInt16)]) {
    var keyed: [(key: Int, phrase: Phrase)] = []
    keyed.reserveCapacity(list.count)
    for (written, concept) in list {
      let isPrefix = written.count > 1 && written.last == 0x2A
      let bytes = Array(isPrefix ? written.dropLast() : written)
      guard let first = bytes.first, let last = bytes.last else { continue }
      var head: UInt64 = 0
      var mask: UInt64 = 0
      for (position, byte) in bytes.prefix(8).enumerated() {
        head |= UInt64(byte) << (8 * UInt64(position))
        mask |= 0xFF << (8 * UInt64(position))
      }
      let phrase = Phrase(
        head: head, mask: mask, tail: Array(bytes.dropFirst(8)), length: bytes.count, concept: concept,
        needsBoundaryBefore: first.isWordByte, needsBoundaryAfter: last.isWordByte && !isPrefix)
      let second = bytes.count > 1 ? Int(bytes[1]) : -1
      // A phrase of one byte stands in every bucket of that byte.
      for low in second >= 0 ? second...second : 0...255 {
        keyed.append((Int(first) << 8 | low, phrase))
      }
    }
    keyed.sort { ($0.key, -$0.phrase.length, $0.phrase.concept) < ($1.key, -$1.phrase.length, $1.phrase.concept) }
    var starts = [Int32](repeating: 0, count: 65_537)
    for (key, _) in keyed { starts[key + 1] += 1 }
    for key in 0..<65_536 { starts[key + 1] += starts[key] }
    bucketStarts = starts
    phrases = keyed.map(\.phrase)
  }

  /// Every phrase in `text[range]`, by start, longer first. Boundaries look past the range's ends.
  func matches(in text: [UInt8], _ range: Range<Int>) -> [Cue] {
    var found: [Cue] = []
    text.withUnsafeBufferPointer { bytes in
      var at = range.lowerBound
      while at < range.upperBound {
        let first = bytes[at].lowercased
        let second = at + 1 < range.upperBound ? bytes[at + 1].lowercased : 0
        let key = Int(first) << 8 | Int(second)
        let bucket = Int(bucketStarts[key])..<Int(bucketStarts[key + 1])
        if !bucket.isEmpty {
          let word = Self.head(of: bytes, at: at, limit: range.upperBound)
          for index in bucket {
            let phrase = phrases[index]
            guard word & phrase.mask == phrase.head, at + phrase.length <= range.upperBound,
              !phrase.needsBoundaryBefore || at == 0 || !bytes[at - 1].isWordByte,
              !phrase.needsBoundaryAfter || at + phrase.length >= bytes.count || !bytes[at + phrase.length].isWordByte,
              Self.matchesTail(phrase.tail, bytes, at + 8)
            else { continue }
            found.append(Cue(concept: Concept(index: phrase.concept), range: at..<at + phrase.length))
          }
        }
        at += bytes[at].scalarLength
      }
    }
    return found
  }

  private static func head(of bytes: UnsafeBufferPointer<UInt8>, at start: Int, limit: Int) -> UInt64 {
    var word: UInt64 = 0
    for position in 0..<min(8, limit - start) {
      word |= UInt64(bytes[start + position].lowercased) << (8 * UInt64(position))
    }
    return word
  }

  private static func matchesTail(_ tail: [UInt8], _ bytes: UnsafeBufferPointer<UInt8>, _ start: Int) -> Bool {
    for position in tail.indices where bytes[start + position].lowercased != tail[position] { return false }
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
