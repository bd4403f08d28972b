/// A keyed hash of bytes as they come, in any pieces: SipHash-2-4 (Aumasson and Bernstein, "SipHash: a fast short-input
/// PRF", 2012).
package struct SipHash: Sendable {
  private var v0: UInt64
  private var v1: UInt64
  private var v2: UInt64
  private var v3: UInt64
  /// Bytes that do not fill a word yet, the first one lowest.
  private var rest: UInt64 = 0
  private var count = 0

  /// A hash under `key`, still of nothing.
  package init(key: (UInt64, UInt64)) {
    v0 = key.0 ^ 0x736f_6d65_7073_6575
    v1 = key.1 ^ 0x646f_7261_6e64_6f6d
    v2 = key.0 ^ 0x6c79_6765_6e65_7261
    v3 = key.1 ^ 0x7465_6462_7974_6573
  }

  /// Takes `bytes` as well.
  package mutating func update(_ bytes: some Sequence<UInt8>) {
    if bytes.withContiguousStorageIfAvailable({ update(UnsafeRawBufferPointer($0)) }) == nil {
      for byte in bytes { take(byte) }
    }
  }

  /// Takes a number as well, as eight bytes.
  package mutating func update(_ number: UInt64) {
    withUnsafeBytes(of: number.littleEndian) { update($0) }
  }

  private mutating func update(_ bytes: UnsafeRawBufferPointer) {
    var next = 0
    while next < bytes.count, count % 8 != 0 {
      take(bytes[next])
      next += 1
    }
    while next + 8 <= bytes.count {
      take(word: UInt64(littleEndian: bytes.loadUnaligned(fromByteOffset: next, as: UInt64.self)))
      count += 8
      next += 8
    }
    while next < bytes.count {
      take(bytes[next])
      next += 1
    }
  }

  private mutating func take(_ byte: UInt8) {
    rest |= UInt64(byte) << UInt64(count % 8 * 8)
    count += 1
    guard count % 8 == 0 else { return }
    take(word: rest)
    rest = 0
  }

  private mutating func take(word: UInt64) {
    v3 ^= word
    round()
    round()
    v0 ^= word
  }

  private mutating func round() {
    v0 &+= v1
    v1 = (v1 << 13 | v1 >> 51) ^ v0
    v0 = v0 << 32 | v0 >> 32
    v2 &+= v3
    v3 = (v3 << 16 | v3 >> 48) ^ v2
    v0 &+= v3
    v3 = (v3 << 21 | v3 >> 43) ^ v0
    v2 &+= v1
    v1 = (v1 << 17 | v1 >> 47) ^ v2
    v2 = v2 << 32 | v2 >> 32
  }

  /// The 64 bits for what was taken.
  package var bits64: UInt64 {
    var last = self
    last.take(word: rest | UInt64(count & 0xFF) << 56)
    last.v2 ^= 0xFF
    for _ in 0..<4 { last.round() }
    return last.v0 ^ last.v1 ^ last.v2 ^ last.v3
  }
}

extension SipHash {
  /// The 64 bits for `bytes`.
  package static func bits64(_ bytes: some Sequence<UInt8>, key: (UInt64, UInt64)) -> UInt64 {
    var hash = SipHash(key: key)
    hash.update(bytes)
    return hash.bits64
  }
}
