import SourceText

/// A growing set of features, each a hash of its name. One set serves all names of a note, one after the other.
package struct NameFeatures {
  /// Number of different hashes.
  package static let count = 1 << 14
  /// The first feature made of words; signs come before.
  package static let firstWord = UInt16(count / 2)

  private var hashes: [UInt16] = []
  /// A bit for each feature; all zero but while they are taken.
  private var bits = [UInt64](repeating: 0, count: Self.count / 64)
  /// What the titles of the last names came to: the names of a note share a few.
  private var titles: [(title: ExactText, hashes: [UInt16])] = []

  /// No feature.
  init() { hashes.reserveCapacity(64) }

  /// Adds the sign called `name`: one of a small number that somebody thought of.
  mutating func add(sign name: StaticString) {
    var hash = NameHash()
    hash.add(name)
    hashes.append(hash.folded)
  }

  /// Adds the sign whose name is these parts together.
  mutating func add(_ first: StaticString, _ second: String, _ third: StaticString = "") {
    var hash = NameHash()
    hash.add(first)
    hash.add(second)
    hash.add(third)
    hashes.append(hash.folded)
  }

  /// Adds the features of `title`, worked out by `add` unless it was the title of one of the last names.
  mutating func add(title: String, _ add: (inout NameFeatures) -> Void) {
    let exact = ExactText(title)
    if let known = titles.firstIndex(where: { $0.title == exact }) {
      hashes.append(contentsOf: titles[known].hashes)
      return
    }
    let first = hashes.count
    add(&self)
    if titles.count == Self.remembered { titles.removeFirst() }
    titles.append((exact, Array(hashes[first...])))
  }

  /// Titles that are remembered.
  private static let remembered = 8

  /// Adds the sign that `signs` has for `concept`.
  mutating func add(_ concept: Concept, _ signs: [UInt16]) { hashes.append(signs[Int(concept.index)]) }

  /// Adds the sign with a hash.
  mutating func add(_ hash: NameHash) { hashes.append(hash.folded) }

  /// Adds a feature made of words that happen to stand there.
  mutating func add(word hash: NameHash) { hashes.append(hash.folded | Self.firstWord) }

  /// Adds a feature made of `scalars` in lower case, behind what tells their place.
  mutating func add(word place: StaticString, _ scalars: ArraySlice<UInt32>) {
    var hash = NameHash()
    hash.add(place)
    for scalar in scalars { hash.add(scalar: LatinNames.lowercased(scalar)) }
    add(word: hash)
  }

  /// Adds a sign made of `scalars` in lower case, behind what tells their place.
  mutating func add(sign place: StaticString, _ scalars: ArraySlice<UInt32>) {
    var hash = NameHash()
    hash.add(place)
    for scalar in scalars { hash.add(scalar: LatinNames.lowercased(scalar)) }
    add(hash)
  }

  /// The features, ascending, each once; none are left.
  mutating func taken() -> [UInt16] {
    var different = 0
    // A bit for each word of `bits` that holds any.
    var filled: (UInt64, UInt64, UInt64, UInt64) = (0, 0, 0, 0)
    for hash in hashes {
      let word = Int(hash >> 6)
      let bit = UInt64(1) << UInt64(hash & 63)
      different += bits[word] & bit == 0 ? 1 : 0
      bits[word] |= bit
      let place = UInt64(1) << UInt64(word & 63)
      switch word >> 6 {
      case 0: filled.0 |= place
      case 1: filled.1 |= place
      case 2: filled.2 |= place
      default: filled.3 |= place
      }
    }
    hashes.removeAll(keepingCapacity: true)
    var taken: [UInt16] = []
    taken.reserveCapacity(different)
    take(words: filled.0, from: 0, into: &taken)
    take(words: filled.1, from: 64, into: &taken)
    take(words: filled.2, from: 128, into: &taken)
    take(words: filled.3, from: 192, into: &taken)
    return taken
  }

  /// Moves the features of some words of `bits` to `taken`: those whose bits are set, counted from `first`.
  private mutating func take(words: UInt64, from first: Int, into taken: inout [UInt16]) {
    var words = words
    while words != 0 {
      let word = first + words.trailingZeroBitCount
      words &= words &- 1
      var rest = bits[word]
      while rest != 0 {
        taken.append(UInt16(word << 6 | rest.trailingZeroBitCount))
        rest &= rest &- 1
      }
      bits[word] = 0
    }
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

  mutating func add(_ text: StaticString) { text.withUTF8Buffer { for byte in $0 { add(byte) } } }

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

  /// That it opens a list of names, with nothing but names or with more in between.
  static let strictList = NameLexicon.builtin.functions.concepts.map { NameFeatures.hash("\($0) strict") }
  static let looseList = NameLexicon.builtin.functions.concepts.map { NameFeatures.hash("\($0) loose") }
  /// That the title told with a name holds it.
  static let held = signs("has", NameLexicon.builtin.functions)

  private static func signs(_ place: String, _ lexicon: Lexicon) -> [UInt16] {
    lexicon.concepts.map { NameFeatures.hash("\(place):\($0)") }
  }
}
