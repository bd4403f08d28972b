/// In which units a client counts the characters of a line.
package enum PositionEncoding: String, Codable, Sendable {
  case utf8 = "utf-8"
  case utf16 = "utf-16"
  case utf32 = "utf-32"

  /// The one to speak, of those that a client knows in the order of its preference. Bytes are what notes are held in, so
  /// nothing has to be counted; UTF-16 is what a client knows that says nothing.
  init(negotiatedFrom offered: [String]?) {
    let known = (offered ?? []).compactMap(PositionEncoding.init)
    self = known.contains(.utf8) ? .utf8 : known.first ?? .utf16
  }

  /// How many units `bytes`, well-formed UTF-8, take.
  func units(of bytes: ArraySlice<UInt8>) -> Int {
    switch self {
    case .utf8: bytes.count
    case .utf32: bytes.count { $0 & 0xC0 != 0x80 }
    case .utf16: bytes.reduce(0) { $0 + ($1 & 0xC0 == 0x80 ? 0 : $1 >= 0xF0 ? 2 : 1) }
    }
  }

  /// The offset in `bytes`, well-formed UTF-8, of the character that `units` lie before; its end for more than it has,
  /// the start of a character for a place inside one.
  func offset(of units: Int, in bytes: ArraySlice<UInt8>) -> Int {
    var at = bytes.startIndex
    var passed = 0
    while at < bytes.endIndex {
      var next = at + 1
      while next < bytes.endIndex, bytes[next] & 0xC0 == 0x80 { next += 1 }
      passed += self.units(of: bytes[at..<next])
      if passed > units { break }
      at = next
    }
    return at
  }
}
