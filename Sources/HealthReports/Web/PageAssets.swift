import CPageAssets

/// What pages are made with.
enum PageAssets {
  /// How it looks: CSS.
  static let style = text(rapport_page_style)
  /// What it can do beyond being read: JavaScript.
  static let script = text(rapport_page_script)
  /// How deals are laid out in Markdown: a Mustache template, as the ones below.
  static let dealsMarkdown = text(rapport_deals_markdown)
  /// How a page of items is laid out in Markdown.
  static let pageMarkdown = text(rapport_page_markdown)
  /// How a page of items is laid out in a chat.
  static let pageChat = text(rapport_page_chat)
  /// What stands around every web page.
  static let pageHTML = text(rapport_page_html)

  private static func text(_ asset: (UnsafeMutablePointer<Int>) -> UnsafePointer<UInt8>?) -> String {
    var count = 0
    guard let first = asset(&count) else { return "" }
    return String(decoding: UnsafeBufferPointer(start: first, count: count), as: UTF8.self)
  }
}
