import SourceText

/// What a note says, as plain text: markup, code, comments and link targets are gone, and spellings are folded so
/// that one cue matches all of them. Each byte remembers where in the file it came from.
///
/// Folding: full-width ASCII forms become ASCII, U+3000 and U+00A0 a space, Traditional Chinese characters their
/// Simplified form, decomposed letters their composed one. Case is kept. Blocks are separated by a line feed.
public struct ProseText: Sendable {
  /// Folded UTF-8.
  public private(set) var bytes: [UInt8] = []
  /// For each byte of `bytes`, the file offset of the first source byte of its character.
  private var starts: [Int32] = []
  /// For each byte of `bytes`, the file offset just past its character.
  private var ends: [Int32] = []

  /// An empty text.
  public init() {}

  /// Number of folded bytes.
  public var count: Int { bytes.count }

  /// Appends one folded character that was read from `source`.
  public mutating func append(_ folded: some Sequence<UInt8>, from source: Span) {
    for byte in folded {
      bytes.append(byte)
      starts.append(Int32(source.start))
      ends.append(Int32(source.end))
    }
  }

  /// Where in the file a range of folded bytes stands; from the first byte's character to the last's.
  public func span(of range: Range<Int>) -> Span {
    guard !range.isEmpty, range.lowerBound >= 0, range.upperBound <= bytes.count else {
      let at =
        range.lowerBound < starts.count && range.lowerBound >= 0 ? Int(starts[range.lowerBound]) : Int(ends.last ?? 0)
      return Span(at, at)
    }
    return Span(Int(starts[range.lowerBound]), Int(ends[range.upperBound - 1]))
  }

  /// A range of folded bytes as a string.
  public func string(_ range: Range<Int>) -> String {
    String(decoding: bytes[range], as: UTF8.self)
  }
}
