/// Where each line of a file starts, for turning byte offsets into line numbers and back.
///
/// A line ends after LF, CR LF or a lone CR, as in CommonMark.
public struct LineIndex: Sendable {
  /// Byte offset of the first byte of each line; the first is always 0.
  public let starts: [Int]
  private let byteCount: Int

  /// Indexes `bytes` in one pass.
  public init(_ bytes: [UInt8]) {
    var starts = [0]
    bytes.withUnsafeBufferPointer { buffer in
      var offset = 0
      while offset < buffer.count {
        let byte = buffer[offset]
        offset += 1
        if byte == 0x0A || (byte == 0x0D && (offset == buffer.count || buffer[offset] != 0x0A)) {
          starts.append(offset)
        }
      }
    }
    self.starts = starts
    self.byteCount = bytes.count
  }

  /// Number of lines; a file that ends in a line break has an empty last line.
  public var count: Int { starts.count }

  /// The line that holds the byte at `offset`, counted from 1. Offsets past the end belong to the last line.
  public func line(at offset: Int) -> Int {
    var low = 0
    var high = starts.count
    while high - low > 1 {
      let middle = (low + high) / 2
      if starts[middle] <= offset { low = middle } else { high = middle }
    }
    return low + 1
  }

  /// The bytes of `line` (counted from 1) with its line break; an empty span at the end for a line that is not there.
  public func span(ofLine line: Int) -> Span {
    guard line >= 1, line <= starts.count else { return Span(byteCount, byteCount) }
    return Span(starts[line - 1], line < starts.count ? starts[line] : byteCount)
  }
}
