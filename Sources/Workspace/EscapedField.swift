/// A field on a line that tabs divide: a backslash and a letter stand for what would end the field or the line.
enum EscapedField {
  /// What each letter behind a backslash stands for; any other character there stands for itself.
  static let letters: [UInt8: UInt8] = [0x74: 0x09, 0x6E: 0x0A, 0x72: 0x0D]

  /// Appends `text` as a field.
  static func append(_ text: String, to bytes: inout [UInt8]) {
    for byte in text.utf8 {
      switch byte {
      case 0x5C: bytes += [0x5C, 0x5C]
      case 0x09: bytes += [0x5C, 0x74]
      case 0x0A: bytes += [0x5C, 0x6E]
      case 0x0D: bytes += [0x5C, 0x72]
      default: bytes.append(byte)
      }
    }
  }

  /// The text of a field in which a backslash and one of `letters` stand for something else.
  static func text(of field: ArraySlice<UInt8>, letters: [UInt8: UInt8] = letters) -> String {
    guard field.contains(0x5C) else { return String(decoding: field, as: UTF8.self) }
    var text: [UInt8] = []
    text.reserveCapacity(field.count)
    var isEscaped = false
    for byte in field {
      if isEscaped {
        text.append(letters[byte] ?? byte)
        isEscaped = false
      } else if byte == 0x5C {
        isEscaped = true
      } else {
        text.append(byte)
      }
    }
    return String(decoding: text, as: UTF8.self)
  }
}
