import CPageAssets

/// What every web page carries within itself.
enum PageAssets {
  /// How it looks: CSS.
  static let style = text(rapport_page_style)
  /// What it can do beyond being read: JavaScript.
  static let script = text(rapport_page_script)

  private static func text(_ asset: (UnsafeMutablePointer<Int>) -> UnsafePointer<UInt8>?) -> String {
    var count = 0
    guard let first = asset(&count) else { return "" }
    return String(decoding: UnsafeBufferPointer(start: first, count: count), as: UTF8.self)
  }
}
