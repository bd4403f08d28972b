import FactReading

/// Writes a trained model in the layout that `FactModel` reads in place.
struct FactModelFile {
  let bytes: [UInt8]

  init(_ trainer: FactTrainer, slope: Float, offset: Float, threshold: Float) {
    let features = trainer.vocabulary.features
    var slots = 1024
    while slots < features.count * 2 { slots *= 2 }
    let layout = FactModel.Layout(rows: features.count, slots: slots)
    var bytes: [UInt8] = []
    bytes.reserveCapacity(layout.end)
    func put(_ word: UInt32) { withUnsafeBytes(of: word.littleEndian) { bytes.append(contentsOf: $0) } }
    put(FactModel.Layout.magic)
    put(UInt32(layout.rows))
    put(UInt32(layout.slots))
    put(slope.bitPattern)
    put(offset.bitPattern)
    put(threshold.bitPattern)

    let isDense = trainer.denseRows
    var quanta: [[Int8]] = []
    for weights in [trainer.sentence, trainer.line] {
      var scales = [FactTrainer.Columns(repeating: 1e-6), FactTrainer.Columns(repeating: 1e-6)]
      for (row, values) in weights.rows.enumerated() {
        let part = isDense[row] ? 0 : 1
        for column in 0..<FactModel.columns { scales[part][column] = max(scales[part][column], abs(values[column])) }
      }
      for column in 0..<FactModel.columns { put(weights.bias[column].bitPattern) }
      for part in 0..<2 {
        scales[part] /= 127
        let gain = part == 0 ? trainer.gains.dense : trainer.gains.sparse
        for column in 0..<FactModel.columns { put((scales[part][column] * gain).bitPattern) }
      }
      quanta.append(
        weights.rows.enumerated().flatMap { row, values in
          (0..<FactModel.columns).map { Int8((values[$0] / scales[isDense[row] ? 0 : 1][$0]).rounded()) }
        })
    }
    var table = [UInt16](repeating: 0, count: slots)
    for (row, feature) in features.enumerated() {
      var slot = Int(feature) & (slots - 1)
      while table[slot] != 0 { slot = (slot + 1) & (slots - 1) }
      table[slot] = UInt16(row + 1)
    }
    for entry in table { withUnsafeBytes(of: entry.littleEndian) { bytes.append(contentsOf: $0) } }
    for feature in features { put(feature) }
    for row in features.indices {
      for model in quanta {
        bytes.append(
          contentsOf: model[row * FactModel.columns..<(row + 1) * FactModel.columns].map { UInt8(bitPattern: $0) })
      }
    }
    self.bytes = bytes
  }

  /// The model itself.
  func model() -> FactModel? { FactModel(bytes.pinned()) }
}
