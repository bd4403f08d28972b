/// A half-open range of UTF-8 byte offsets in one file, counted from 0 in the bytes as they are on disk. Notes are far smaller
/// than the 4 GB at which offsets end, and of spans a journal holds millions: so they take eight bytes.
public struct Span: Hashable, Comparable, Sendable {
  private let first: UInt32
  private let past: UInt32

  /// Offset of the first byte.
  public var start: Int { Int(first) }
  /// Offset just past the last byte; never less than `start`.
  public var end: Int { Int(past) }

  /// The range from `start` up to but not including `end`; an `end` before `start` gives an empty span at `start`.
  public init(_ start: Int, _ end: Int) {
    first = UInt32(clamping: start)
    past = UInt32(clamping: max(start, end))
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
