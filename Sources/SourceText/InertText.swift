/// Text from outside, made safe to show: what came from a note can neither steer a terminal nor reorder a line.
public enum InertText {
  /// Control pictures for control characters (`␛`), `<U+202E>` for what is invisible and changes how other text is
  /// shown (bidirectional overrides, tags, separators). A tab stays when `keepingTabs`, a line break when `keepingLines`;
  /// everything else stays.
  public static func terminal(
    _ text: some StringProtocol, keepingTabs: Bool = false, keepingLines: Bool = false
  ) -> String {
    let text = String(text)
    // Nearly all text is inert.
    guard text.unicodeScalars.contains(where: { $0.value < 0x20 || $0.value == 0x7F || isActive($0) }) else {
      return text
    }
    var inert = String.UnicodeScalarView()
    for scalar in text.unicodeScalars {
      switch scalar.value {
      case 0x09 where keepingTabs: inert.append(scalar)
      case 0x0A where keepingLines, 0x0D where keepingLines: inert.append(scalar)
      case 0x00..<0x20: inert.append(contentsOf: picture(0x2400 + scalar.value))
      case 0x7F: inert.append(contentsOf: picture(0x2421))
      default:
        if isActive(scalar) {
          inert.append(contentsOf: "<U+\(hexadecimal(scalar.value))>".unicodeScalars)
        } else {
          inert.append(scalar)
        }
      }
    }
    return String(inert)
  }

  /// A JSON document in which what could steer a terminal or reorder a line is written as `\u202E`, which says the same to
  /// every program. Below U+0020 nothing is left to do: JSON allows none of it in a string.
  public static func json(_ document: String) -> String {
    guard document.unicodeScalars.contains(where: isActive) else { return document }
    var inert = String.UnicodeScalarView()
    for scalar in document.unicodeScalars {
      if isActive(scalar) {
        for unit in String(scalar).utf16 { inert.append(contentsOf: "\\u\(hexadecimal(UInt32(unit)))".unicodeScalars) }
      } else {
        inert.append(scalar)
      }
    }
    return String(inert)
  }

  /// Whether a scalar above U+007E is invisible and changes how other text is shown or what a terminal does.
  public static func isActive(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    // Letters, marks, Han characters and full-width forms.
    case 0..<0x7F, 0xAE..<0x300, 0x2E80..<0xE000, 0xFF01..<0xFF5F: false
    // The joiners hold emoji and several scripts together and can't reorder anything.
    case 0x200C, 0x200D: false
    default:
      switch scalar.properties.generalCategory {
      case .control, .format, .lineSeparator, .paragraphSeparator: true
      default: false
      }
    }
  }

  /// Inert for a terminal, and every character that Markdown or HTML could take for its own is escaped, so that the
  /// text stands in a paragraph, list item, heading or table cell as it was written.
  public static func markdown(_ text: some StringProtocol) -> String {
    var escaped = String.UnicodeScalarView()
    let inert = terminal(text)
    for (position, scalar) in inert.unicodeScalars.enumerated() {
      switch scalar {
      case "\\", "`", "*", "_", "[", "]", "<", ">", "|", "~", "&": escaped.append("\\")
      case "#", "+", "-", "=":
        if position == 0 { escaped.append("\\") }
      case ".", ")":
        // `1.` at the start would open a list.
        if position > 0, position < 10, inert.unicodeScalars.prefix(position).allSatisfy({ ("0"..."9").contains($0) }) {
          escaped.append("\\")
        }
      default: break
      }
      escaped.append(scalar)
    }
    return String(escaped)
  }

  private static func picture(_ value: UInt32) -> String.UnicodeScalarView {
    Unicode.Scalar(value).map { String($0).unicodeScalars } ?? String.UnicodeScalarView()
  }

  private static func hexadecimal(_ value: UInt32) -> String {
    let digits = String(value, radix: 16, uppercase: true)
    return String(repeating: "0", count: max(0, 4 - digits.count)) + digits
  }
}
