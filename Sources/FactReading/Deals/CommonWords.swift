import CReadingData

/// The words that a language uses in every journal, so that what is left over may be a name.
///
/// Entries are kept as 64-bit FNV-1a hashes in an open-addressed table: a journal's own words meet one of the few
/// thousand entries by accident about once in 10^15.
public struct CommonWords: Sendable {
  private let slots: [UInt64]
  private let mask: Int

  /// English words in lower case, with months, titles and business abbreviations.
  public static let english = CommonWords(Self.embedded { rapport_common_words_en($0) })
  /// Pairs of Han characters, Simplified.
  public static let hanPairs = CommonWords(Self.embedded { rapport_common_pairs_zh($0) })

  /// Takes one entry a line; a line that begins with `#` is a comment.
  public init(_ list: [UInt8]) {
    let lines = list.split(separator: 0x0A).filter { $0.first != 0x23 }
    var size = 16
    while size < lines.count * 3 { size *= 2 }
    var slots = [UInt64](repeating: 0, count: size)
    for line in lines {
      let hash = Self.hash(line)
      var at = Int(truncatingIfNeeded: hash) & (size - 1)
      while slots[at] != 0, slots[at] != hash { at = (at + 1) & (size - 1) }
      slots[at] = hash
    }
    self.slots = slots
    mask = size - 1
  }

  /// Whether `word` is an entry; ASCII case is ignored.
  public func contains(_ word: some Sequence<UInt8>) -> Bool {
    let hash = Self.hash(word)
    var at = Int(truncatingIfNeeded: hash) & mask
    while slots[at] != 0 {
      if slots[at] == hash { return true }
      at = (at + 1) & mask
    }
    return false
  }

  private static func hash(_ bytes: some Sequence<UInt8>) -> UInt64 {
    var hash: UInt64 = 0xCBF2_9CE4_8422_2325
    for byte in bytes { hash = (hash ^ UInt64(byte.lowercased)) &* 0x0000_0100_0000_01B3 }
    return hash == 0 ? 1 : hash
  }

  private static func embedded(_ data: (UnsafeMutablePointer<Int>) -> UnsafePointer<UInt8>?) -> [UInt8] {
    var count = 0
    guard let bytes = data(&count) else { return [] }
    return Array(UnsafeBufferPointer(start: bytes, count: count))
  }
}
