/// One file's bytes under the name that the user knows it by.
///
/// The bytes are valid UTF-8 (the outside decodes or refuses before a `SourceFile` is made) and are never changed:
/// every span counts in them.
public struct SourceFile: Sendable {
  /// The path as messages show it, with `/` between folders.
  public let path: String
  /// The file's bytes as on disk, a byte-order mark included.
  public let bytes: [UInt8]
  /// The lines of `bytes`.
  public let lines: LineIndex

  /// Takes over `bytes`; ill-formed UTF-8 is repaired with U+FFFD, so that offsets always fall on scalars.
  public init(path: String, bytes: [UInt8]) {
    self.path = path
    let isValid = String(validating: bytes, as: UTF8.self) != nil
    self.bytes = isValid ? bytes : Array(String(decoding: bytes, as: UTF8.self).utf8)
    self.lines = LineIndex(self.bytes)
  }

  /// A file from a string, for tests and unsaved text.
  public init(path: String, text: String) {
    self.init(path: path, bytes: Array(text.utf8))
  }

  /// The text between two offsets; clamped to the file.
  public func text(of span: Span) -> String {
    let start = min(max(span.start, 0), bytes.count)
    let end = min(max(span.end, start), bytes.count)
    return String(decoding: bytes[start..<end], as: UTF8.self)
  }
}
