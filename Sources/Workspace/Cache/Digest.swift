import SourceText

/// A number that stands for what was taken, item by item: two hashes of the same, for one alone would have to be expected to
/// say the same of different things now and then.
struct Digest: Sendable {
  private var first = SipHash(key: (0x7261_7070, 0x6f72_7433))
  private var second = SipHash(key: (0x7261_7070, 0x6f72_7434))

  mutating func take(_ number: UInt64) {
    first.update(number)
    second.update(number)
  }

  mutating func take(_ bytes: [UInt8]) {
    take(UInt64(bytes.count))
    first.update(bytes)
    second.update(bytes)
  }

  mutating func take(_ texts: [[UInt8]]) {
    take(UInt64(texts.count))
    for text in texts { take(text) }
  }

  mutating func take(_ version: FileSystem.Version) {
    take(version.identity.device)
    take(version.identity.inode)
    take(UInt64(bitPattern: version.size))
    for time in [version.written, version.changed] {
      take(UInt64(bitPattern: Int64(time.seconds)))
      take(UInt64(bitPattern: Int64(time.nanoseconds)))
    }
  }

  /// The number.
  var bits: (UInt64, UInt64) { (first.bits64, second.bits64) }

  /// The number as 16 bytes.
  var bytes: [UInt8] { bits.0.fileBytes + bits.1.fileBytes }

  /// The number as 32 hexadecimal digits.
  var text: String {
    [bits.0, bits.1].map { half in
      let digits = String(half, radix: 16)
      return String(repeating: "0", count: 16 - digits.count) + digits
    }.joined()
  }
}
