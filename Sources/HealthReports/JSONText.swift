import SourceText

/// JSON that is written down as it is told, one row of a list per line, for documents of many rows: going through
/// `Encodable` takes ten times as long. Keys are written in the order given; `nil` leaves a key out.
struct JSONText {
  /// Whether rows of lists stand on the line of their list.
  private let isOneLine: Bool
  private var bytes: [UInt8] = []
  /// Whether something stands before, in the same object or list.
  private var needsComma = false

  /// An empty document; with `isOneLine`, one without line feeds but the last.
  init(isOneLine: Bool = false) { self.isOneLine = isOneLine }

  /// The document so far, which is complete when every object and list is closed; ends in a line feed.
  var text: String { InertText.json(String(decoding: bytes, as: UTF8.self)) + "\n" }

  /// An object; its members are written by `body`.
  mutating func object(_ body: (inout JSONText) -> Void) {
    separate()
    open("{")
    body(&self)
    close("}")
  }

  /// A member that is a list, with each row on a line of its own.
  mutating func list<Row>(_ key: StaticString, of rows: [Row], _ body: (inout JSONText, Row) -> Void) {
    name(key)
    open("[")
    for row in rows {
      separate()
      if !isOneLine { bytes.append(0x0A) }
      open("{")
      body(&self, row)
      close("}")
    }
    if !rows.isEmpty, !isOneLine { bytes.append(0x0A) }
    close("]")
  }

  /// A member that is a string.
  mutating func member(_ key: StaticString, _ value: String?) {
    guard let value else { return }
    name(key)
    quote(value)
  }

  /// A member that is a list of strings.
  mutating func member(_ key: StaticString, _ values: [String]) {
    name(key)
    open("[")
    for value in values {
      separate()
      quote(value)
    }
    close("]")
  }

  /// A member that is a whole number.
  mutating func member(_ key: StaticString, _ value: Int) {
    name(key)
    bytes.append(contentsOf: String(value).utf8)
  }

  /// A member that is a list of whole numbers.
  mutating func member(_ key: StaticString, _ values: [Int]) {
    name(key)
    open("[")
    for value in values {
      separate()
      bytes.append(contentsOf: String(value).utf8)
    }
    close("]")
  }

  /// A member that is a share, to two decimal places.
  mutating func member(_ key: StaticString, share value: Double) {
    name(key)
    let hundredths = Int((min(max(value, 0), 1) * 100).rounded())
    bytes.append(contentsOf: (hundredths == 100 ? "1" : "0.\(hundredths < 10 ? "0" : "")\(hundredths)").utf8)
  }

  /// A member of any kind; one without a value is `null`.
  mutating func member(named key: String, _ value: ReportTable.Value) {
    separate()
    quote(key)
    bytes.append(0x3A)
    switch value {
    case .none: bytes.append(contentsOf: "null".utf8)
    case .text(let text): quote(text)
    case .number(let number): bytes.append(contentsOf: String(number).utf8)
    case .share(let share): bytes.append(contentsOf: Self.number((share * 100).rounded() / 100).utf8)
    case .real(let number): bytes.append(contentsOf: Self.number(number).utf8)
    case .flag(let flag): bytes.append(contentsOf: (flag ? "true" : "false").utf8)
    case .list(let items):
      open("[")
      for item in items {
        separate()
        quote(item)
      }
      close("]")
    }
  }

  /// A number that is finite, without a fraction where it has none.
  private static func number(_ value: Double) -> String {
    let text = "\(value)"
    return text.hasSuffix(".0") ? String(text.dropLast(2)) : text
  }

  private mutating func name(_ key: StaticString) {
    separate()
    bytes.append(0x22)
    key.withUTF8Buffer { bytes.append(contentsOf: $0) }
    bytes.append(contentsOf: [0x22, 0x3A])
  }

  private mutating func separate() {
    if needsComma { bytes.append(0x2C) }
    needsComma = true
  }

  private mutating func open(_ sign: Unicode.Scalar) {
    bytes.append(UInt8(ascii: sign))
    needsComma = false
  }

  private mutating func close(_ sign: Unicode.Scalar) {
    bytes.append(UInt8(ascii: sign))
    needsComma = true
  }

  /// Control characters are escaped, everything else but `"` and `\` stands for itself (RFC 8259).
  private mutating func quote(_ text: String) {
    var text = text
    bytes.append(0x22)
    text.withUTF8 { utf8 in
      var plain = 0
      for (offset, byte) in utf8.enumerated() where byte < 0x20 || byte == 0x22 || byte == 0x5C || byte == 0x7F {
        bytes.append(contentsOf: utf8[plain..<offset])
        plain = offset + 1
        switch byte {
        case 0x22, 0x5C: bytes.append(contentsOf: [0x5C, byte])
        case 0x0A: bytes.append(contentsOf: [0x5C, 0x6E])
        case 0x0D: bytes.append(contentsOf: [0x5C, 0x72])
        case 0x09: bytes.append(contentsOf: [0x5C, 0x74])
        default: bytes.append(contentsOf: [0x5C, 0x75, 0x30, 0x30, Self.digit(byte >> 4), Self.digit(byte & 0xF)])
        }
      }
      bytes.append(contentsOf: utf8[plain...])
    }
    bytes.append(0x22)
  }

  /// `text` as it stands within the quotes of a string.
  static func escaped(_ text: String) -> String {
    var json = JSONText()
    json.quote(text)
    return String(decoding: json.bytes.dropFirst().dropLast(), as: UTF8.self)
  }

  private static func digit(_ value: UInt8) -> UInt8 { value < 10 ? 0x30 + value : 0x57 + value }
}
