/// The words of a sentence, for telling how much two have in common: Latin words of four letters or more, numbers,
/// and pairs of neighbouring Han characters.
package struct WordSet: Sendable {
  fileprivate var hashes: Set<UInt64> = []
  /// Words in common with which two sentences may well speak of one thing, as of a promise and of its keeping: a single one
  /// could be any.
  package static let ofOneThing = 2

  /// The words without those of `others`.
  package func subtracting(_ others: WordSet) -> WordSet {
    var rest = self
    rest.hashes.subtract(others.hashes)
    return rest
  }

  /// The words of several texts.
  package init(_ texts: [String]) { self.init(texts.joined(separator: "\n")) }

  /// The words of a text.
  package init(_ text: String) {
    var word: UInt64 = 0
    var length = 0
    var lastHan: UInt32?
    for scalar in text.unicodeScalars {
      let isHan = (0x3400...0x9FFF).contains(scalar.value)
      let isLatin =
        scalar.isASCII
        ? ("0"..."9").contains(scalar) || ("a"..."z").contains(scalar) || ("A"..."Z").contains(scalar)
        : !isHan && scalar.properties.isAlphabetic
      if isLatin {
        // FNV-1a over scalars, ASCII letters in lower case.
        let folded = ("A"..."Z").contains(scalar) ? scalar.value | 0x20 : scalar.value
        word = ((length == 0 ? 0xCBF2_9CE4_8422_2325 : word) ^ UInt64(folded)) &* 0x100_0000_01B3
        length += 1
      } else if length > 0 {
        if length >= 4 { hashes.insert(word) }
        length = 0
      }
      if isHan, let lastHan { hashes.insert(UInt64(lastHan) << 32 | UInt64(scalar.value)) }
      lastHan = isHan ? scalar.value : nil
    }
    if length >= 4 { hashes.insert(word) }
  }
}

/// Texts by their words, so that those which share words with another one are found without comparing it with each.
package struct WordIndex: Sendable {
  /// For each word, the numbers of the texts that hold it, in order.
  private var textsOfWord: [UInt64: [Int]] = [:]
  /// How many words each text shares with the one at hand; all zero in between.
  private var shared: [Int] = []

  /// An index of no text.
  package init() {}

  /// Adds a text; the first one has the number 0.
  package mutating func append(_ words: WordSet) {
    for word in words.hashes { textsOfWord[word, default: []].append(shared.count) }
    shared.append(0)
  }

  /// The texts that share words with another one, and how many. Those that are gone are forgotten.
  package mutating func sharing(
    _ words: WordSet, forgetting isGone: (Int) -> Bool = { _ in false }
  ) -> [(position: Int, shared: Int)] {
    var touched: [Int] = []
    for word in words.hashes {
      textsOfWord[word]?.removeAll(where: isGone)
      for position in textsOfWord[word] ?? [] {
        if shared[position] == 0 { touched.append(position) }
        shared[position] += 1
      }
    }
    return touched.map { position in
      defer { shared[position] = 0 }
      return (position, shared[position])
    }
  }
}
