/// A linear model with hashed features, read in place: a few numbers, then int16 weights.
///
/// Two features that fall on one weight share it; with far more weights than features that costs little.
package struct WeightTable: Sendable {
  /// Weights of one part; a power of two.
  package static let buckets = 8192
  /// Scale, offset, threshold: four bytes each, little endian; then the weights of each part.
  package static let header = 12

  // Read-only memory that outlives the program's use of it: the executable's own bytes, or a trainer's buffer.
  nonisolated(unsafe) private let base: UnsafeRawPointer
  private let parts: Int
  /// What one unit of a weight counts.
  package let scale: Float
  /// Added to every sum.
  package let offset: Float
  /// Probability from which the model says yes.
  package let threshold: Float

  /// A table in memory that stays where it is; nil when its length is not that of `parts` parts.
  package init?(_ bytes: UnsafeRawBufferPointer, parts: Int) {
    guard let base = bytes.baseAddress, bytes.count == Self.header + parts * Self.buckets * 2 else { return nil }
    func number(_ at: Int) -> Float {
      Float(bitPattern: UInt32(littleEndian: base.loadUnaligned(fromByteOffset: at, as: UInt32.self)))
    }
    self.base = base
    self.parts = parts
    scale = number(0)
    offset = number(4)
    threshold = number(8)
  }

  /// Where a feature's weight stands, counted over all parts.
  package static func index(_ feature: UInt32, part: Int) -> Int { part * buckets + (Int(feature) & (buckets - 1)) }

  /// The weight of a feature in a part.
  package func weight(_ feature: UInt32, part: Int) -> Int32 {
    guard part < parts else { return 0 }
    let at = Self.header + Self.index(feature, part: part) * 2
    return Int32(Int16(littleEndian: base.loadUnaligned(fromByteOffset: at, as: Int16.self)))
  }
}
