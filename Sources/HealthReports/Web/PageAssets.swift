import CPageAssets

/// What pages are made with.
enum PageAssets {
  /// How it looks: CSS.
  static let style = text(rapport_page_style)
  /// What it can do beyond being read: JavaScript.
  static let script = text(rapport_page_script)

  /// How a page of items is laid out in Markdown: a Mustache template.
  static let markdown = text(rapport_page_markdown)

  private static func text(_ asset: (UnsafeMutablePointer<Int>) -> UnsafePointer<UInt8>?) -> String {
    var count = 0
    guard let first = asset(&count) else { return "" }
    return String(decoding: UnsafeBufferPointer(start: first, count: count), as: UTF8.self)
  }
}
