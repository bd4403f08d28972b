/// A growing set of features, each a hash of its name.
package struct NameFeatures {
  /// Number of different hashes.
  package static let count = 1 << 14
  /// The first feature made of words; signs come before.
  package static let firstWord = UInt16(count / 2)

  private var hashes: [UInt16] = []

  /// No feature.
  init() { hashes.reserveCapacity(64) }

  /// Adds the sign called `name`: one of a small number that somebody thought of.
  mutating func add(_ name: String) { hashes.append(Self.hash(name)) }

  /// Adds the sign whose name is these parts together.
  mutating func add(_ first: String, _ second: String, _ third: String = "") {
    var hash = NameHash()
    hash.add(first)
    hash.add(second)
    hash.add(third)
    hashes.append(hash.folded)
  }

  /// Adds the sign that `signs` has for `concept`.
  mutating func add(_ concept: Concept, _ signs: [UInt16]) { hashes.append(signs[Int(concept.index)]) }

  /// Adds the sign with a hash.
  mutating func add(_ hash: NameHash) { hashes.append(hash.folded) }

  /// Adds a feature made of words that happen to stand there.
  mutating func add(word hash: NameHash) { hashes.append(hash.folded | Self.firstWord) }

  /// Adds a feature made of `scalars` in lower case, behind what tells their place.
  mutating func add(word place: StaticString, _ scalars: ArraySlice<UInt32>) {
    var hash = NameHash()
    place.withUTF8Buffer { for byte in $0 { hash.add(byte) } }
    for scalar in scalars { hash.add(scalar: LatinNames.lowercased(scalar)) }
    add(word: hash)
  }

  /// Adds a sign made of `scalars` in lower case, behind what tells their place.
  mutating func add(sign place: StaticString, _ scalars: ArraySlice<UInt32>) {
    var hash = NameHash()
    place.withUTF8Buffer { for byte in $0 { hash.add(byte) } }
    for scalar in scalars { hash.add(scalar: LatinNames.lowercased(scalar)) }
    add(hash)
  }

  /// The features, ascending, each once.
  consuming func sorted() -> [UInt16] {
    var all = hashes
    let kept = all.withUnsafeMutableBufferPointer { all in
      all.sort()
      var kept = 0
      for index in all.indices where index == 0 || all[index] != all[kept - 1] {
        all[kept] = all[index]
        kept += 1
      }
      return kept
    }
    all.removeLast(all.count - kept)
    return all
  }

  /// The hash of a sign's name.
  package static func hash(_ name: String) -> UInt16 {
    var hash = NameHash()
    hash.add(name)
    return hash.folded
  }
}

/// The hash of a feature's name, taken in piece by piece: FNV-1a, folded to the number of signs.
struct NameHash {
  private var state: UInt64 = 0xCBF2_9CE4_8422_2325

  @inline(__always) mutating func add(_ byte: UInt8) { state = (state ^ UInt64(byte)) &* 0x100_0000_01B3 }

  mutating func add(_ text: String) {
    var text = text
    text.withUTF8 { for byte in $0 { add(byte) } }
  }

  /// Takes in a number, as it is written in digits.
  mutating func add(number: UInt32) {
    if number > 9 { add(number: number / 10) }
    add(UInt8(0x30 + number % 10))
  }

  mutating func add(scalar: UInt32) {
    switch scalar {
    case 0..<0x80: add(UInt8(scalar))
    case 0x80..<0x800:
      add(UInt8(0xC0 | scalar >> 6))
      add(UInt8(0x80 | scalar & 0x3F))
    case 0x800..<0x10000:
      add(UInt8(0xE0 | scalar >> 12))
      add(UInt8(0x80 | scalar >> 6 & 0x3F))
      add(UInt8(0x80 | scalar & 0x3F))
    default:
      add(UInt8(truncatingIfNeeded: 0xF0 | scalar >> 18))
      add(UInt8(0x80 | scalar >> 12 & 0x3F))
      add(UInt8(0x80 | scalar >> 6 & 0x3F))
      add(UInt8(0x80 | scalar & 0x3F))
    }
  }

  /// All of it, never 0.
  var whole: UInt64 { state == 0 ? 1 : state }

  /// As a feature.
  var folded: UInt16 { UInt16((state ^ state >> 32) & UInt64(NameFeatures.count / 2 - 1)) }
}

/// For each concept of a lexicon, the sign that it stands on some side of a name.
enum CueSigns {
  static let before = signs("cue<", Lexicon.builtin)
  static let behind = signs("cue>", Lexicon.builtin)
  static let functionBefore = signs("before", NameLexicon.builtin.functions)
  static let functionBehind = signs("behind", NameLexicon.builtin.functions)
  static let functionJustBefore = signs("just before", NameLexicon.builtin.functions)
  static let functionJustBehind = signs("just behind", NameLexicon.builtin.functions)

  /// That the title told with a name holds it.
  static let held = signs("has", NameLexicon.builtin.functions)

  private static func signs(_ place: String, _ lexicon: Lexicon) -> [UInt16] {
    lexicon.concepts.map { NameFeatures.hash("\(place):\($0)") }
  }
}
