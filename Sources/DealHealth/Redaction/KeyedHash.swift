/// A short hash that nobody can compute without the key: SipHash-2-4 (Aumasson and Bernstein, "SipHash: a fast
/// short-input PRF", 2012).
struct KeyedHash {
  private let key: (UInt64, UInt64)

  /// Hashes under `key`, of any length.
  init(key: [UInt8]) {
    // Both halves are made of the whole key.
    self.key = (Self.sip((0x7261_7070, 0x6f72_7431), key), Self.sip((0x7261_7070, 0x6f72_7432), key))
  }

  /// The 64 bits for `bytes`.
  func hash(_ bytes: [UInt8]) -> UInt64 { Self.sip(key, bytes) }

  /// SipHash-2-4 of `bytes` under `key`.
  static func sip(_ key: (UInt64, UInt64), _ bytes: [UInt8]) -> UInt64 {
    var v = [
      key.0 ^ 0x736f_6d65_7073_6575, key.1 ^ 0x646f_7261_6e64_6f6d, key.0 ^ 0x6c79_6765_6e65_7261,
      key.1 ^ 0x7465_6462_7974_6573,
    ]
    func rotated(_ word: UInt64, _ count: UInt64) -> UInt64 { word << count | word >> (64 - count) }
    func round() {
      v[0] &+= v[1]
      v[1] = rotated(v[1], 13) ^ v[0]
      v[0] = rotated(v[0], 32)
      v[2] &+= v[3]
      v[3] = rotated(v[3], 16) ^ v[2]
      v[0] &+= v[3]
      v[3] = rotated(v[3], 21) ^ v[0]
      v[2] &+= v[1]
      v[1] = rotated(v[1], 17) ^ v[2]
      v[2] = rotated(v[2], 32)
    }
    func word(_ part: ArraySlice<UInt8>) -> UInt64 { part.reversed().reduce(0) { $0 << 8 | UInt64($1) } }
    func take(_ word: UInt64) {
      v[3] ^= word
      round()
      round()
      v[0] ^= word
    }
    let whole = bytes.count / 8 * 8
    for start in stride(from: 0, to: whole, by: 8) { take(word(bytes[start..<start + 8])) }
    take(word(bytes[whole...]) | UInt64(bytes.count & 0xFF) << 56)
    v[2] ^= 0xFF
    for _ in 0..<4 { round() }
    return v[0] ^ v[1] ^ v[2] ^ v[3]
  }
}
