import SourceText

/// A short hash that nobody can compute without the key.
struct KeyedHash {
  private let key: (UInt64, UInt64)

  /// Hashes under `key`, of any length.
  init(key: [UInt8]) {
    // Both halves are made of the whole key.
    self.key = (
      SipHash.bits64(key, key: (0x7261_7070, 0x6f72_7431)), SipHash.bits64(key, key: (0x7261_7070, 0x6f72_7432))
    )
  }

  /// The 64 bits for `bytes`.
  func hash(_ bytes: [UInt8]) -> UInt64 { SipHash.bits64(bytes, key: key) }
}
