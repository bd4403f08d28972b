/// The words that names of Latin letters are made of.
extension LatinNames {
  /// A word of Latin letters.
  struct Word {
    let start: Int
    /// Past its last letter; a possessive `'s` stands behind it.
    let end: Int
    /// Past the possessive, when there is one.
    let wholeEnd: Int
    let isCapital: Bool
    let isAllCapitals: Bool
    let kind: NameLexicon.WordClass

    var length: Int { end - start }
  }

  /// The words of the text, in order.
  func words() -> [Word] {
    var words: [Word] = []
    var at = 0
    while at < scan.count {
      guard NameScan.isLatinLetter(scan.scalars[at]) else {
        at += 1
        continue
      }
      let start = at
      while at < scan.count {
        let scalar = scan.scalars[at]
        let joins = scalar == 0x27 || scalar == 0x2019 || scalar == 0x2D
        if NameScan.isLatinLetter(scalar) || joins && NameScan.isLatinLetter(scan.scalar(at + 1)) {
          at += 1
        } else {
          break
        }
      }
      // A word with digits in it is a code.
      if start > 0, (0x30...0x39).contains(scan.scalars[start - 1]) { continue }
      if (0x30...0x39).contains(scan.scalar(at)) { continue }
      var end = at
      if end - start > 2, scan.scalars[end - 1] | 0x20 == 0x73, [0x27, 0x2019].contains(scan.scalars[end - 2]) {
        end -= 2
      }
      let word = scan.scalars[start..<end]
      let isCapital = Self.isUpper(scan.scalars[start])
      let isAllCapitals =
        isCapital && word.allSatisfy { Self.isUpper($0) || !NameScan.isLatinLetter($0) }
        && word.dropFirst().contains(where: NameScan.isLatinLetter)
      if words.isEmpty { words.reserveCapacity((scan.count - start) / 4 + 1) }
      words.append(
        Word(
          start: start, end: end, wholeEnd: at, isCapital: isCapital, isAllCapitals: isAllCapitals,
          kind: kind(of: word)))
    }
    return words
  }

  /// What is known of a word; of Marie-Louise and Jan-Willem, what is known of Marie and Jan.
  private func kind(of word: ArraySlice<UInt32>) -> NameLexicon.WordClass {
    let kind = lexicon.wordClass(word)
    guard kind.isEmpty, let hyphen = word.firstIndex(of: 0x2D), hyphen + 1 < word.endIndex,
      Self.isUpper(word[word.startIndex]), Self.isUpper(word[hyphen + 1])
    else { return kind }
    return lexicon.wordClass(word[..<hyphen]).intersection(.given)
  }

  /// A word in lower case.
  func lower(_ word: Word) -> String { Self.lowercased(scan.scalars[word.start..<word.end]) }

  static func isUpper(_ scalar: UInt32) -> Bool {
    (0x41...0x5A).contains(scalar) || (0xC0...0xDE).contains(scalar)
      || (0x100...0x17F).contains(scalar) && Unicode.Scalar(scalar)?.properties.isUppercase == true
  }

  /// Scalars in lower case.
  static func lowercased(_ scalars: ArraySlice<UInt32>) -> String {
    String(unsafeUninitializedCapacity: scalars.count * 4) { bytes in
      var count = 0
      for scalar in scalars {
        guard let unicode = Unicode.Scalar(lowercased(scalar)) else { continue }
        for byte in UTF8.encode(unicode) ?? UTF8.encodedReplacementCharacter {
          bytes.initializeElement(at: count, to: byte)
          count += 1
        }
      }
      return count
    }
  }

  /// The small letter of one scalar; itself where it has none of its own.
  static func lowercased(_ scalar: UInt32) -> UInt32 {
    if (0x41...0x5A).contains(scalar) || (0xC0...0xDE).contains(scalar) && scalar != 0xD7 { return scalar + 0x20 }
    // Beyond Latin-1 and short of Han.
    guard (0x100..<0x2E80).contains(scalar),
      let mapping = Unicode.Scalar(scalar)?.properties.lowercaseMapping.unicodeScalars
    else { return scalar }
    return mapping.count == 1 ? mapping.first?.value ?? scalar : scalar
  }
}
