/// Short names for things that have to be met again: of the same parts always the same.
public enum Fingerprint {
  /// Sixteen hexadecimal digits: FNV-1a (Fowler, Noll, Vo) of the parts, each ended by a zero byte.
  public static func of(_ parts: [String]) -> String {
    var hash: UInt64 = 0xCBF2_9CE4_8422_2325
    for part in parts {
      for byte in part.utf8 { hash = (hash ^ UInt64(byte)) &* 0x100_0000_01B3 }
      hash = hash &* 0x100_0000_01B3
    }
    let digits = String(hash, radix: 16)
    return String(repeating: "0", count: 16 - digits.count) + digits
  }
}
