/// Bytes of a file that are to be replaced; every other byte stays where it is.
public struct TextEdit: Hashable, Sendable {
  /// What is taken away: a range of the file's bytes, empty for an insertion.
  public let span: Span
  /// What takes its place.
  public let text: String

  /// Puts `text` in place of `span`.
  public init(_ span: Span, _ text: String) {
    self.span = span
    self.text = text
  }

  /// `bytes` with those of `edits` that lie in them and touch no earlier one, in the order of their places.
  public static func apply(_ edits: [TextEdit], to bytes: [UInt8]) -> [UInt8] {
    var result: [UInt8] = []
    result.reserveCapacity(bytes.count + edits.count * 16)
    var at = 0
    var last: TextEdit?
    for edit in edits.sorted(by: { ($0.span, $0.text) < ($1.span, $1.text) }) {
      guard edit.span.start >= at, edit.span.end <= bytes.count, edit != last else { continue }
      result += bytes[at..<edit.span.start]
      result += Array(edit.text.utf8)
      at = edit.span.end
      last = edit
    }
    return result + bytes[at...]
  }
}
