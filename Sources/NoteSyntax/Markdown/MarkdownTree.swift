import CCMark

/// A document tree of libcmark, freed with its owner.
///
/// `CMARK_OPT_SOURCEPOS` is always on: without it libcmark 0.30 miscounts the lines after a code span or inline HTML that
/// runs over several lines.
struct MarkdownTree: ~Copyable {
  private let root: OpaquePointer

  /// Parses UTF-8 bytes; nil only when memory runs out.
  init?(parsing bytes: UnsafeBufferPointer<UInt8>) {
    let options = CMARK_OPT_SOURCEPOS
    let parsed = bytes.withMemoryRebound(to: CChar.self) {
      cmark_parse_document($0.baseAddress, $0.count, options)
    }
    guard let parsed else { return nil }
    root = parsed
  }

  deinit { cmark_node_free(root) }

  /// Calls `visit` with each node as it is entered and left, in document order; a leaf is only entered.
  func walk(_ visit: (_ node: OpaquePointer, _ type: cmark_node_type, _ isEntering: Bool) -> Void) {
    guard let iterator = cmark_iter_new(root) else { return }
    defer { cmark_iter_free(iterator) }
    while true {
      let event = cmark_iter_next(iterator)
      guard event != CMARK_EVENT_DONE, let node = cmark_iter_get_node(iterator) else { return }
      visit(node, cmark_node_get_type(node), event == CMARK_EVENT_ENTER)
    }
  }
}
