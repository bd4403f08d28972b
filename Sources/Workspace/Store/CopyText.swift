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
      EscapedField.append(field, to: &bytes)
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
    return EscapedField.text(of: bytes, letters: letters)
  }

  /// PostgreSQL writes three more than `EscapedField` does.
  private static let letters = EscapedField.letters.merging([0x62: 0x08, 0x66: 0x0C, 0x76: 0x0B]) { own, _ in own }
}
