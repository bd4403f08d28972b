import CCMark
import FoundationEssentials

/// What every reader of Markdown has to do, as a yardstick: libcmark parses each note and walks its tree.
enum MarkdownPeer {
  /// The bytes of all files under `folder`.
  static func contents(of folder: String) throws -> [Data] {
    try FileManager.default.subpathsOfDirectory(atPath: folder).sorted().compactMap { path in
      var isFolder = false
      guard FileManager.default.fileExists(atPath: folder + "/" + path, isDirectory: &isFolder), !isFolder else {
        return nil
      }
      return FileManager.default.contents(atPath: folder + "/" + path)
    }
  }

  /// How long it takes on one core.
  static func parseAndWalk(_ contents: [Data]) throws -> Duration {
    try ContinuousClock().measure {
      for bytes in contents where !walk(bytes) { throw CocoaError(.fileReadUnknown) }
    }
  }

  private static func walk(_ bytes: Data) -> Bool {
    let root = bytes.withUnsafeBytes { raw in
      raw.withMemoryRebound(to: CChar.self) {
        cmark_parse_document($0.baseAddress, $0.count, CMARK_OPT_SOURCEPOS)
      }
    }
    guard let root, let iterator = cmark_iter_new(root) else { return false }
    while cmark_iter_next(iterator) != CMARK_EVENT_DONE {}
    cmark_iter_free(iterator)
    cmark_node_free(root)
    return true
  }
}
