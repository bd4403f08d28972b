/// A note that is to be read: the name that messages give it, and where its bytes come from.
public struct NoteInput: Sendable {
  /// The path as the user knows it: what was given on the command line, and the way down from there.
  public let path: String
  /// Where the bytes come from.
  let content: Content

  /// Where a note's bytes come from.
  enum Content: Sendable {
    /// A file; the bytes of its path as the system spells it, which need not be UTF-8.
    case file([UInt8])
    /// Bytes that are already here: standard input, a blob of git.
    case bytes([UInt8])
  }

  /// A note whose bytes are already here.
  public init(path: String, bytes: [UInt8]) {
    self.path = path
    content = .bytes(bytes)
  }

  /// A note in the file at `file`, under the name `path`.
  public init(path: String, file: String) {
    self.init(path: path, systemPath: Array(file.utf8))
  }

  /// A note on disk at `systemPath`.
  init(path: String, systemPath: [UInt8]) {
    self.path = path
    content = .file(systemPath)
  }

  /// Whether files of this name or path are notes: they end in `.md`, `.markdown` or `.txt`, in capitals too, and are no
  /// template for notes.
  static func isNote(name: some BidirectionalCollection<UInt8>) -> Bool {
    let template = NoteTemplate.fileName.utf8
    if name.suffix(template.count).elementsEqual(template) {
      let before = name.dropLast(template.count)
      if before.isEmpty || before.last == UInt8(ascii: "/") { return false }
    }
    return [".md", ".txt", ".markdown"].contains { ending in
      name.suffix(ending.utf8.count).lazy.map { $0 &- 0x41 < 26 ? $0 | 0x20 : $0 }.elementsEqual(ending.utf8)
    }
  }
}
