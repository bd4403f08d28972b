/// Texts as YAML writes them.
enum YAMLText {
  /// A scalar: as it is where YAML takes it for just these characters, else in double quotes.
  static func scalar(_ text: String) -> String { isPlain(text) ? text : quoted(text) }

  /// A list on one line.
  static func list(_ texts: [String]) -> String { "[" + texts.map(scalar).joined(separator: ", ") + "]" }

  private static func isPlain(_ text: String) -> Bool {
    let scalars = Array(text.unicodeScalars)
    guard let first = scalars.first, let last = scalars.last, first != " ", last != " ",
      !["true", "false", "yes", "no", "on", "off", "null", "~"].contains(text.lowercased())
    else { return false }
    // A digit may begin a name, but what is a number or a date to others is quoted.
    if scalars.allSatisfy({ "0123456789.-:".unicodeScalars.contains($0) }) {
      return text.hasPrefix("20") && text.contains("..")
    }
    return scalars.enumerated().allSatisfy { index, scalar in
      switch scalar {
      case "a"..."z", "A"..."Z", "0"..."9", "_", "/", "\u{4E00}"..."\u{9FFF}": true
      case " ", ".", "-", "(", ")", "+", "'": index > 0
      default: false
      }
    }
  }

  /// A double-quoted scalar, which is a string of JSON as well; what would steer a terminal stands as a number.
  static func quoted(_ text: String) -> String {
    var quoted = "\""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\"": quoted += "\\\""
      case "\\": quoted += "\\\\"
      case "\n": quoted += "\\n"
      case "\t": quoted += "\\t"
      case _ where scalar.value < 0x20 || (0x7F..<0xA0).contains(scalar.value):
        let digits = String(scalar.value, radix: 16)
        quoted += "\\u" + String(repeating: "0", count: 4 - digits.utf8.count) + digits
      default: quoted.unicodeScalars.append(scalar)
      }
    }
    return quoted + "\""
  }
}
