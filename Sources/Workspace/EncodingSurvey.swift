/// What text that is not valid UTF-8 most likely is.
struct EncodingSurvey {
  /// Offset of the first byte that breaks UTF-8.
  private(set) var firstFault: Int
  /// Whether far more of it is well-formed UTF-8 than not: a damaged file rather than another encoding.
  let isMostlyUTF8: Bool
  /// `iconv`'s name of the encoding: GB18030 when the bytes pair up as it asks, else WINDOWS-1252.
  let likelyName: String

  /// Looks through `bytes`, which are not valid UTF-8.
  init(_ bytes: [UInt8]) {
    var characters = 0
    var faults = 0
    var first: Int?
    var at = 0
    while at < bytes.count {
      let length = Self.lengthOfUTF8(bytes, at)
      if length == 0 {
        faults += 1
        first = first ?? at
      } else if length > 1 {
        characters += 1
      }
      at += max(length, 1)
    }
    firstFault = first ?? 0
    isMostlyUTF8 = characters > faults * 4
    likelyName = Self.pairsUp(bytes) ? "GB18030" : "WINDOWS-1252"
  }

  /// Bytes of the well-formed character at `at`; 0 for none.
  private static func lengthOfUTF8(_ bytes: [UInt8], _ at: Int) -> Int {
    let lead = bytes[at]
    let length = lead < 0x80 ? 1 : lead < 0xC2 ? 0 : lead < 0xE0 ? 2 : lead < 0xF0 ? 3 : lead < 0xF5 ? 4 : 0
    guard length > 1 else { return length }
    guard at + length <= bytes.count else { return 0 }
    return String(validating: bytes[at..<at + length], as: UTF8.self) == nil ? 0 : length
  }

  /// Whether every byte above 127 is part of a two- or four-byte character of GB18030, most of them common Han.
  private static func pairsUp(_ bytes: [UInt8]) -> Bool {
    var common = 0
    var others = 0
    var at = 0
    while at < bytes.count {
      let lead = bytes[at]
      guard lead >= 0x80 else {
        at += 1
        continue
      }
      guard lead != 0x80, lead != 0xFF, at + 1 < bytes.count else { return false }
      let trail = bytes[at + 1]
      if (0x30...0x39).contains(trail) {
        guard at + 3 < bytes.count, (0x81...0xFE).contains(bytes[at + 2]), (0x30...0x39).contains(bytes[at + 3]) else {
          return false
        }
        others += 1
        at += 4
      } else {
        guard trail >= 0x40, trail != 0x7F, trail != 0xFF else { return false }
        // Rows 0xA1–0xA3 are punctuation, 0xB0–0xF7 the characters of GB 2312.
        let isCommon = trail >= 0xA1 && ((0xA1...0xA3).contains(lead) || (0xB0...0xF7).contains(lead))
        if isCommon { common += 1 } else { others += 1 }
        at += 2
      }
    }
    return common > 0 && common >= others
  }
}
