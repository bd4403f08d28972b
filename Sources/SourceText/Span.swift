/// A half-open range of UTF-8 byte offsets in one file, counted from 0 in the bytes as they are on disk.
public struct Span: Hashable, Comparable, Sendable {
  /// Offset of the first byte.
  public let start: Int
  /// Offset just past the last byte; never less than `start`.
  public let end: Int

  /// The range from `start` up to but not including `end`; an `end` before `start` gives an empty span at `start`.
  public init(_ start: Int, _ end: Int) {
    self.start = start
    self.end = max(start, end)
  }

  /// Number of bytes.
  public var count: Int { end - start }

  /// The same bytes as a range for subscripting.
  public var range: Range<Int> { start..<end }

  /// Whether every byte of `other` lies in this span.
  public func contains(_ other: Span) -> Bool { start <= other.start && other.end <= end }

  /// The smallest span that holds both.
  public func union(_ other: Span) -> Span { Span(min(start, other.start), max(end, other.end)) }

  /// Earlier start first; of two with one start, the shorter first.
  public static func < (left: Span, right: Span) -> Bool {
    (left.start, left.end) < (right.start, right.end)
  }
}
