/// What text that is not valid UTF-8 most likely is.
struct EncodingSurvey {
  /// Offset of the first byte that breaks UTF-8.
  let firstFault: Int
  /// Whether more than a chance of it is UTF-8: a damaged file, or one put together from two encodings.
  let holdsUTF8: Bool
  /// `iconv`'s name of the encoding; nil when the bytes speak for none.
  let likelyName: String?

  /// Looks through `bytes`, which are not valid UTF-8.
  init(_ bytes: [UInt8]) {
    var characters = 0
    var long = 0
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
        if length > 2 { long += 1 }
      }
      at += max(length, 1)
    }
    firstFault = first ?? 0
    // Two bytes of another encoding are often UTF-8 by chance, three hardly ever.
    holdsUTF8 = long * 8 > faults || characters > faults * 4
    likelyName = Self.name(bytes)
  }

  /// Bytes of the well-formed character at `at`; 0 for none.
  private static func lengthOfUTF8(_ bytes: [UInt8], _ at: Int) -> Int {
    let lead = bytes[at]
    let length = lead < 0x80 ? 1 : lead < 0xC2 ? 0 : lead < 0xE0 ? 2 : lead < 0xF0 ? 3 : lead < 0xF5 ? 4 : 0
    guard length > 1 else { return length }
    guard at + length <= bytes.count else { return 0 }
    return String(validating: bytes[at..<at + length], as: UTF8.self) == nil ? 0 : length
  }

  /// The encoding of two bytes a character in which most characters are such as people write; else that of Western Europe
  /// where bytes above 127 are letters in words.
  private static func name(_ bytes: [UInt8]) -> String? {
    let shares = DoubleByteEncoding.all.map { ($0.name, $0.shareOfCommon(in: bytes)) }
    if let best = shares.max(by: { $0.1 < $1.1 }), best.1 > 0.4 { return best.0 }
    let high = bytes.count { $0 >= 0x80 }
    return high * 4 < bytes.count ? "WINDOWS-1252" : nil
  }
}

/// An encoding that writes Han characters with two bytes: which pairs there are, and which of them are common. The
/// standards order their characters by use, so that common ones have neighbouring leads.
private struct DoubleByteEncoding {
  let name: String
  /// First and second bytes of a character.
  let leads: [ClosedRange<UInt8>]
  let trails: [ClosedRange<UInt8>]
  /// First bytes of marks and of characters in common use, and second bytes where those matter.
  let commonLeads: [ClosedRange<UInt8>]
  let commonTrails: [ClosedRange<UInt8>]
  /// Bytes that are a character alone, and hardly ever written.
  var singles: [ClosedRange<UInt8>] = []
  /// Whether digits as second bytes make a character of four.
  var hasFours = false

  static let all = [
    // Marks, then the 3,755 characters of level 1 by sound.
    DoubleByteEncoding(
      name: "GB18030", leads: [0x81...0xFE], trails: [0x40...0x7E, 0x80...0xFE],
      commonLeads: [0xA1...0xA3, 0xB0...0xD7], commonTrails: [0xA1...0xFE], hasFours: true),
    // Marks, then the 5,401 characters of level 1 by strokes.
    DoubleByteEncoding(
      name: "BIG5", leads: [0x81...0xFE], trails: [0x40...0x7E, 0xA1...0xFE], commonLeads: [0xA1...0xA2, 0xA4...0xC6],
      commonTrails: [0x40...0x7E, 0xA1...0xFE]),
    // Marks and kana, then the 2,965 characters of level 1 by sound.
    DoubleByteEncoding(
      name: "SHIFT_JIS", leads: [0x81...0x9F, 0xE0...0xFC], trails: [0x40...0x7E, 0x80...0xFC],
      commonLeads: [0x81...0x83, 0x88...0x97], commonTrails: [0x40...0x7E, 0x80...0xFC], singles: [0xA1...0xDF]),
  ]

  /// The share of characters above ASCII that are common, 0 where a pair is none of this encoding or there are none. A file
  /// that was cut off may end within a character.
  func shareOfCommon(in bytes: [UInt8]) -> Double {
    var common = 0
    var all = 0
    var at = 0
    while at < bytes.count {
      let lead = bytes[at]
      if lead < 0x80 {
        at += 1
        continue
      }
      all += 1
      if singles.contains(lead) {
        at += 1
        continue
      }
      guard leads.contains(lead) else { return 0 }
      guard at + 1 < bytes.count else { break }
      let trail = bytes[at + 1]
      if hasFours, trail &- 0x30 < 10 {
        at += 4
        continue
      }
      guard trails.contains(trail) else { return 0 }
      if commonLeads.contains(lead), commonTrails.contains(trail) { common += 1 }
      at += 2
    }
    return all == 0 ? 0 : Double(common) / Double(all)
  }
}

extension [ClosedRange<UInt8>] {
  fileprivate func contains(_ byte: UInt8) -> Bool { contains { $0.contains(byte) } }
}
