import NoteSyntax

/// A sentence as scalars in lower case, with every name and every number replaced by one sign, and its n-grams.
struct MaskedText {
  private var scalars: [UInt32] = []

  private enum Sign {
    static let number: UInt32 = 0x30
    static let name: UInt32 = 0x01
    static let space: UInt32 = 0x20
  }

  /// Takes in a sentence.
  mutating func fill(_ bytes: [UInt8], _ range: Range<Int>, names: [Range<Int>]) {
    scalars.removeAll(keepingCapacity: true)
    scalars.append(Sign.space)
    var name = 0
    var at = range.lowerBound
    bytes.withUnsafeBufferPointer { bytes in
      while at < range.upperBound {
        while name < names.count, names[name].upperBound <= at { name += 1 }
        if name < names.count, names[name].contains(at) {
          scalars.append(Sign.name)
          at = names[name].upperBound
          continue
        }
        let (written, length) = bytes.scalar(at: at, end: range.upperBound)
        at += length
        let scalar = Self.masked(written)
        if scalar == Sign.space || scalar == Sign.number, scalars.last == scalar { continue }
        scalars.append(scalar)
      }
    }
    scalars.append(Sign.space)
  }

  /// A digit as the sign of numbers, a control character as a space, a capital of ASCII as its small letter.
  @inline(__always)
  private static func masked(_ scalar: UInt32) -> UInt32 {
    guard scalar < 0x80 else { return scalar }
    return scalar &- 0x30 < 10 ? Sign.number : scalar < 0x21 ? Sign.space : scalar &- 0x41 < 26 ? scalar | 0x20 : scalar
  }

  /// Character n-grams of length 1 to 4: the shorter ones only where they hold a Han character or a name.
  func addGrams(to sink: inout some FeatureSink) {
    let start = FeatureHash.seed(FeatureGroup.grams.rawValue &+ 1)
    // Hashes first, look-ups behind: neither waits for the other's memory.
    withUnsafeTemporaryAllocation(of: UInt32.self, capacity: scalars.count * 4) { grams in
      var count = 0
      scalars.withUnsafeBufferPointer { scalars in
        for at in scalars.indices {
          var hash = start
          var hasHan = false
          for length in 0..<min(4, scalars.count - at) {
            let scalar = scalars[at + length]
            hash = FeatureHash.step(hash, scalar)
            hasHan = hasHan || scalar > 0x2E80 || scalar == Sign.name
            guard length >= 2 || hasHan else { continue }
            grams.initializeElement(at: count, to: FeatureHash.finish(hash))
            count += 1
          }
        }
      }
      sink.add(UnsafeBufferPointer(rebasing: grams[..<count]), .grams)
    }
  }

  /// Words in Latin letters, and pairs of neighbouring ones; a run of Han characters counts as one unnamed word.
  func addWords(to sink: inout some FeatureSink) {
    let start = FeatureHash.seed(FeatureGroup.words.rawValue &+ 1)
    var previous: UInt32?
    var word: UInt32?
    func close(_ word: UInt32) {
      sink.add(FeatureHash.finish(word), .words)
      if let previous { sink.add(FeatureHash.finish(FeatureHash.step(previous, word)), .words) }
    }
    scalars.withUnsafeBufferPointer { scalars in
      for scalar in scalars {
        let isLetter = scalar &- 0x61 < 26 || scalar == Sign.number || scalar == Sign.name || scalar == 0x27
        if isLetter {
          word = FeatureHash.step(word ?? start, scalar)
        } else {
          if let whole = word {
            close(whole)
            previous = whole
            word = nil
          }
          if scalar != Sign.space { previous = nil }
        }
      }
    }
    if let word { close(word) }
  }
}
