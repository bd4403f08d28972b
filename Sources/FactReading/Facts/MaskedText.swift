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
    Self.forEachScalar(of: bytes, range, names: names) { scalar, _ in
      if scalar == Sign.space || scalar == Sign.number, scalars.last == scalar { return }
      scalars.append(scalar)
    }
    scalars.append(Sign.space)
  }

  /// Where the scalars of the sentence that was taken in last stand in `bytes`; those before and behind it stand nowhere.
  func places(in bytes: [UInt8], _ range: Range<Int>, names: [Range<Int>]) -> [Range<Int>] {
    var places = [range.lowerBound..<range.lowerBound]
    Self.forEachScalar(of: bytes, range, names: names) { scalar, place in
      let before = scalars[places.count - 1]
      if scalar == Sign.space || scalar == Sign.number, before == scalar {
        places[places.count - 1] = places[places.count - 1].lowerBound..<place.upperBound
      } else {
        places.append(place)
      }
    }
    places.append(range.upperBound..<range.upperBound)
    return places
  }

  /// Whether a scalar is a letter of a word in Latin letters.
  func isLetter(_ index: Int) -> Bool { scalars[index] &- 0x61 < 26 || scalars[index] == 0x27 }
  /// Whether it is a Han character.
  func isHan(_ index: Int) -> Bool { 0x3400...0x9FFF ~= scalars[index] }

  @inline(__always)
  private static func forEachScalar(
    of bytes: [UInt8], _ range: Range<Int>, names: [Range<Int>], _ take: (UInt32, Range<Int>) -> Void
  ) {
    var name = 0
    var at = range.lowerBound
    bytes.withUnsafeBufferPointer { bytes in
      while at < range.upperBound {
        while name < names.count, names[name].upperBound <= at { name += 1 }
        if name < names.count, names[name].contains(at) {
          take(Sign.name, at..<names[name].upperBound)
          at = names[name].upperBound
          continue
        }
        let (written, length) = bytes.scalar(at: at, end: range.upperBound)
        take(masked(written), at..<at + length)
        at += length
      }
    }
  }

  /// A digit as the sign of numbers, a control character as a space, a capital of ASCII as its small letter.
  @inline(__always)
  private static func masked(_ scalar: UInt32) -> UInt32 {
    guard scalar < 0x80 else { return scalar }
    return scalar &- 0x30 < 10 ? Sign.number : scalar < 0x21 ? Sign.space : scalar &- 0x41 < 26 ? scalar | 0x20 : scalar
  }

  /// Character n-grams of length 1 to 4: the shorter ones only where they hold a Han character or a name.
  func addGrams(to sink: inout some FeatureSink) {
    // Hashes first, look-ups behind: neither waits for the other's memory.
    withUnsafeTemporaryAllocation(of: UInt32.self, capacity: scalars.count * 4) { grams in
      var count = 0
      forEachGram { gram, _ in
        grams.initializeElement(at: count, to: gram)
        count += 1
      }
      sink.add(UnsafeBufferPointer(rebasing: grams[..<count]), .grams)
    }
  }

  /// Calls `take` with the feature of each n-gram and its scalars.
  @inline(__always)
  func forEachGram(_ take: (UInt32, Range<Int>) -> Void) {
    let start = FeatureHash.seed(FeatureGroup.grams.rawValue &+ 1)
    scalars.withUnsafeBufferPointer { scalars in
      for at in scalars.indices {
        var hash = start
        var hasHan = false
        for length in 0..<min(4, scalars.count - at) {
          let scalar = scalars[at + length]
          hash = FeatureHash.step(hash, scalar)
          hasHan = hasHan || scalar > 0x2E80 || scalar == Sign.name
          guard length >= 2 || hasHan else { continue }
          take(FeatureHash.finish(hash), at..<at + length + 1)
        }
      }
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
