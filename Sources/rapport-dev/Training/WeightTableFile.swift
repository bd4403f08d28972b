import FactReading

/// Writes weights in the layout that `WeightTable` reads in place.
struct WeightTableFile {
  let bytes: [UInt8]

  init(_ weights: [Float], offset: Float, threshold: Float) {
    let scale = max(weights.map(abs).max() ?? 0, 1e-6) / 32_000
    var bytes: [UInt8] = []
    for number in [scale, offset, threshold] {
      withUnsafeBytes(of: number.bitPattern.littleEndian) { bytes.append(contentsOf: $0) }
    }
    for weight in weights {
      withUnsafeBytes(of: Int16((weight / scale).rounded()).littleEndian) { bytes.append(contentsOf: $0) }
    }
    self.bytes = bytes
  }
}
