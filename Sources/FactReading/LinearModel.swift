/// A small linear model: for each of its rows a bias and one weight per feature.
///
/// The file holds `RPL1`, the numbers of rows and of weights, then for each row its bias and weights; all of four bytes,
/// little endian.
package struct LinearModel: Sendable {
  /// A bias and weights.
  package struct Row: Sendable {
    package let bias: Float
    package let weights: [Float]

    package init(bias: Float, weights: [Float]) {
      self.bias = bias
      self.weights = weights
    }

    /// Bias and weighted sum; features beyond the weights, and weights beyond the features, count nothing.
    package func score(_ features: [Double]) -> Double {
      zip(weights, features).reduce(Double(bias)) { $0 + Double($1.0) * $1.1 }
    }
  }

  package let rows: [Row]

  /// Which names are customers': the first row before anything is known of the other names, the second with what it leaves.
  package static let accounts = UnsafeRawBufferPointer.embeddedModel("accounts").flatMap { LinearModel($0) }
  /// How far a deal has come: one row per `Stage`.
  package static let stages = UnsafeRawBufferPointer.embeddedModel("stages").flatMap { LinearModel($0) }

  /// What deals are likely to lack: one row per gap, then one per gap of a person, above zero where it is worth saying.
  package static let gaps = UnsafeRawBufferPointer.embeddedModel("gaps").flatMap { LinearModel($0) }

  private static let magic: UInt32 = 0x314C_5052

  /// Rows of equal length; shorter ones are filled with zeros.
  package init(rows: [Row]) { self.rows = rows }

  /// A model file; nil when the bytes are none.
  package init?(_ bytes: UnsafeRawBufferPointer) {
    func word(_ index: Int) -> UInt32 {
      UInt32(littleEndian: bytes.loadUnaligned(fromByteOffset: index * 4, as: UInt32.self))
    }
    guard bytes.count >= 12, word(0) == Self.magic else { return nil }
    let (count, columns) = (Int(word(1)), Int(word(2)))
    guard count < 64, columns < 4096, bytes.count == 12 + count * (columns + 1) * 4 else { return nil }
    rows = (0..<count).map { row in
      let start = 3 + row * (columns + 1)
      return Row(
        bias: Float(bitPattern: word(start)),
        weights: (1...columns).map { Float(bitPattern: word(start + $0)) })
    }
  }

  /// How much a number of things counts as a feature: 0, 0.5, 0.75, 0.875, … The first one says most, and the function needs
  /// no logarithm.
  package static func share(_ count: Int) -> Double { 1 - 1 / Double(1 << min(count, 30)) }

  /// The file.
  package var bytes: [UInt8] {
    let columns = rows.map(\.weights.count).max() ?? 0
    var bytes: [UInt8] = []
    func put(_ word: UInt32) { withUnsafeBytes(of: word.littleEndian) { bytes.append(contentsOf: $0) } }
    put(Self.magic)
    put(UInt32(rows.count))
    put(UInt32(columns))
    for row in rows {
      put(row.bias.bitPattern)
      for column in 0..<columns { put((column < row.weights.count ? row.weights[column] : 0).bitPattern) }
    }
    return bytes
  }
}
