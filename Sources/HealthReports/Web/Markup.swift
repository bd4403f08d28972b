import SourceText

/// HTML or SVG that is written piece by piece. Text gets in only through `text(_:)` and attributes, which make it inert.
struct Markup {
  private(set) var source = ""

  /// `text` so that it is nothing but text, in an element or a quoted attribute; what would reorder a line is shown.
  static func inert(_ text: some StringProtocol) -> String {
    var escaped: [UInt8] = []
    for byte in InertText.terminal(text).utf8 {
      switch byte {
      case 0x26: escaped += Array("&amp;".utf8)
      case 0x3C: escaped += Array("&lt;".utf8)
      case 0x3E: escaped += Array("&gt;".utf8)
      case 0x22: escaped += Array("&quot;".utf8)
      case 0x27: escaped += Array("&#39;".utf8)
      default: escaped.append(byte)
      }
    }
    return String(decoding: escaped, as: UTF8.self)
  }

  /// The beginning of a name that somebody made longer than any name.
  static func short(_ text: String, columns: Int = 120) -> String {
    // No character takes fewer bytes than columns.
    guard text.utf8.count > columns else { return text }
    let head = DisplayWidth.prefix(of: text, columns: columns)
    return head.endIndex < text.endIndex ? head + "…" : text
  }

  /// Adds text; of what is longer than any sentence, such as one about somebody with a name of a page, the beginning.
  mutating func text(_ text: String) { source += Self.inert(Self.short(text, columns: 600)) }

  /// Adds markup as it stands.
  mutating func raw(_ markup: StaticString) { source += "\(markup)" }

  /// Adds a style or script of ours, which holds no end tag of its own element.
  mutating func asset(_ text: String) { source += text }

  /// Adds what was written elsewhere.
  mutating func add(_ other: Markup) { source += other.source }

  /// Attributes of an element in order; those that are nil are left out.
  typealias Attributes = KeyValuePairs<StaticString, String?>

  /// An element with what `body` writes within.
  mutating func element(_ name: StaticString, _ attributes: Attributes, _ body: (inout Markup) -> Void) {
    open(name, attributes)
    source += ">"
    body(&self)
    source += "</\(name)>"
  }

  /// An element without attributes.
  mutating func element(_ name: StaticString, _ body: (inout Markup) -> Void) { element(name, [:], body) }

  /// An element of text alone.
  mutating func element(_ name: StaticString, _ attributes: Attributes, _ text: String) {
    element(name, attributes) { $0.text(text) }
  }

  /// An element of text alone, without attributes.
  mutating func element(_ name: StaticString, _ text: String) { element(name, [:], text) }

  /// An element without content: void in HTML, closed in itself in SVG.
  mutating func empty(_ name: StaticString, _ attributes: Attributes = [:]) {
    open(name, attributes)
    source += "/>"
  }

  private mutating func open(_ name: StaticString, _ attributes: Attributes) {
    source += "<\(name)"
    for (key, value) in attributes {
      if let value { source += " \(key)=\"\(Self.inert(value))\"" }
    }
  }

  /// A line break in the source, for whoever reads or compares it.
  mutating func line() { source += "\n" }

  /// The words that show something, and where they stand.
  mutating func evidence(_ place: HealthReport.Place, links: EvidenceLinks, quoting: Bool = true) {
    if quoting, !place.words.isEmpty {
      element("q", ["title": place.words == place.quote ? nil : Self.short(place.quote, columns: 600)], place.words)
      source += " "
    }
    if let url = links.url(of: place) {
      element("a", ["class": "place", "href": url], Self.short(place.label))
    } else {
      element("span", ["class": "place"], Self.short(place.label))
    }
  }
}
