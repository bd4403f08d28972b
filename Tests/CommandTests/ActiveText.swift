/// What in a text steers a terminal or reorders a line: control characters but for `allowed`, directional overrides and
/// isolates, separators of lines, tags.
enum ActiveText {
  static func scalars(in text: String, allowing allowed: [Unicode.Scalar]) -> [Unicode.Scalar] {
    text.unicodeScalars.filter { scalar in
      switch scalar.value {
      case 0..<0x20: !allowed.contains(scalar)
      case 0x7F...0x9F, 0x2028...0x202E, 0x2066...0x2069, 0xE0000...0xE007F: true
      default: false
      }
    }
  }
}
