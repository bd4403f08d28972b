/// A set of single Han characters (U+4E00–U+9FFF), as bits.
struct HanSet: Sendable {
  private var words = [UInt64](repeating: 0, count: 0x5200 / 64)

  /// The characters of those `phrases` that consist of one.
  init(_ phrases: [ArraySlice<UInt8>]) {
    for phrase in phrases where phrase.count == 3 {
      let bytes = Array(phrase)
      let scalar = UInt32(bytes[0] & 0x0F) << 12 | UInt32(bytes[1] & 0x3F) << 6 | UInt32(bytes[2] & 0x3F)
      guard Self.covers(scalar) else { continue }
      let index = Int(scalar - 0x4E00)
      words[index / 64] |= 1 << UInt64(index % 64)
    }
  }

  /// The characters of a string.
  init(_ characters: String) { self.init(characters.unicodeScalars.map { Array($0.utf8)[...] }) }

  /// Whether `scalar` is one of them.
  func contains(_ scalar: UInt32) -> Bool {
    guard Self.covers(scalar) else { return false }
    let index = Int(scalar - 0x4E00)
    return words[index / 64] >> UInt64(index % 64) & 1 == 1
  }

  /// Whether `scalar` is a Han character of the basic block.
  static func covers(_ scalar: UInt32) -> Bool { (0x4E00...0x9FFF).contains(scalar) }
}
