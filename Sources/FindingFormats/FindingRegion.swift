import DealJournal
import SourceText

/// Where a finding's words begin and end, in the units that other programs count in. Lines and columns count from 1; the
/// end is the first column behind the words.
struct FindingRegion {
  /// A place on a line.
  struct Position {
    let line: Int
    /// In bytes of UTF-8.
    let byteColumn: Int
    /// In Unicode scalars.
    let scalarColumn: Int
  }

  let start: Position
  let end: Position

  /// The place of `evidence` in its note; nil when the note is not at hand or has been changed so that it is not there.
  init?(of evidence: Evidence, in source: SourceFile?) {
    guard !evidence.span.range.isEmpty else { return nil }
    self.init(of: evidence.span, in: source)
  }

  /// The place of `span`, which may be empty, in a note; likewise.
  init?(of span: Span, in source: SourceFile?) {
    guard let source, span.end <= source.bytes.count else { return nil }
    start = Position(of: span.start, in: source)
    end = Position(of: span.end, in: source)
  }
}

extension FindingRegion.Position {
  /// The place of the byte at `offset`.
  fileprivate init(of offset: Int, in source: SourceFile) {
    line = source.lines.line(at: offset)
    let first = source.lines.span(ofLine: line).start
    byteColumn = offset - first + 1
    scalarColumn = source.bytes[first..<offset].count { $0 & 0xC0 != 0x80 } + 1
  }
}
