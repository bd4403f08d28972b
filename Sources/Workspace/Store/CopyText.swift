/// PostgreSQL's text format for COPY: rows of fields with tabs between, `\N` for none, a backslash before what would break
/// them (PostgreSQL, "COPY", File Formats). A line `\.` closes them.
enum CopyText {
  /// What closes the rows.
  static let end = Array("\\.\n".utf8)

  /// Appends one row.
  static func append(_ fields: [String?], to bytes: inout [UInt8]) {
    for (index, field) in fields.enumerated() {
      if index > 0 { bytes.append(0x09) }
      guard let field else {
        bytes += [0x5C, 0x4E]
        continue
      }
      for byte in field.utf8 {
        switch byte {
        case 0x5C: bytes += [0x5C, 0x5C]
        case 0x09: bytes += [0x5C, 0x74]
        case 0x0A: bytes += [0x5C, 0x6E]
        case 0x0D: bytes += [0x5C, 0x72]
        default: bytes.append(byte)
        }
      }
    }
    bytes.append(0x0A)
  }

  /// The rows of `bytes`; nil when they are not closed.
  static func rows(_ bytes: [UInt8]) -> [[String?]]? {
    guard bytes.suffix(end.count).elementsEqual(end) else { return nil }
    return bytes.dropLast(end.count).split(separator: 0x0A).map { row in
      row.split(separator: 0x09, omittingEmptySubsequences: false).map(field)
    }
  }

  private static func field(_ bytes: ArraySlice<UInt8>) -> String? {
    if bytes.elementsEqual([0x5C, 0x4E]) { return nil }
    guard bytes.contains(0x5C) else { return String(decoding: bytes, as: UTF8.self) }
    var text: [UInt8] = []
    text.reserveCapacity(bytes.count)
    var isEscaped = false
    for byte in bytes {
      if isEscaped {
        switch byte {
        case 0x74: text.append(0x09)
        case 0x6E: text.append(0x0A)
        case 0x72: text.append(0x0D)
        case 0x62: text.append(0x08)
        case 0x66: text.append(0x0C)
        case 0x76: text.append(0x0B)
        default: text.append(byte)
        }
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
