/// Finds runs of capitalised words: `Oak & Harrow`, `St. Brendan's`, `Tri-Rivers`, `DSCP`.
struct CapitalRuns {
  /// More words in a row are a headline or somebody's list, and no name.
  private static let mostWords = 12

  let text: [UInt8]
  /// Bytes of `text` at which emphasis begins or ends; no name goes on there.
  var edges: Set<Int> = []

  /// A word: where it stands without a possessive ending, and its first byte past it.
  private struct Word {
    let range: Range<Int>
    let end: Int
    let isCapital: Bool
  }

  /// The names in `text[range]`, in order. At the head of a sentence, a common word is not part of a name.
  func names(in range: Range<Int>) -> [Range<Int>] {
    let words = words(in: range)
    var found: [Range<Int>] = []
    var at = 0
    while at < words.count {
      guard words[at].isCapital else {
        at += 1
        continue
      }
      var last = at
      while let next = follower(of: last, in: words) { last = next }
      let end = last
      if end - at >= Self.mostWords {
        at = end + 1
        continue
      }
      var first = at
      // `Told Beth`, `Friday Mansfield`: common words before a name are its sentence's, unless joined by `&`; `at Two Forks`
      // is a name from end to end.
      let isInside =
        words[at].range.lowerBound > range.lowerBound + 1 && text[words[at].range.lowerBound - 1] == 0x20
        && text[words[at].range.lowerBound - 2].isWordByte && last > at && !isDay(text[words[at].range])
      while !isInside, first < last, isCommon(words[first].range), !Self.isSaint(text[words[first].range]),
        text[words[first].end] == 0x20, text[words[first].end + 1] != 0x26
      {
        first += 1
      }
      while last > first, Self.isActivity(text[words[last].range]) { last -= 1 }
      if !(first == last && isCommon(words[first].range)) {
        found.append(words[first].range.lowerBound..<words[last].range.upperBound)
      }
      at = end + 1
    }
    return found
  }

  /// A day of the week or a month, whole or abbreviated.
  private func isDay(_ word: ArraySlice<UInt8>) -> Bool {
    guard word.count >= 3 else { return false }
    let head = word.prefix(3).map(\.lowercased)
    return Self.days.contains(head) && CommonWords.english.contains(word)
  }

  private static let days = Set(
    "mon tue wed thu fri sat sun jan feb mar apr may jun jul aug sep oct nov dec".utf8.split(separator: 0x20).map(
      Array.init))

  private static let activity = Concept("account.activity")
  private static let kind = Concept("account.kind")

  private static func isActivity(_ word: ArraySlice<UInt8>) -> Bool {
    Lexicon.builtin.concepts(ofWhole: word).contains(activity)
  }

  /// Whether a word says what sort of organisation a name is of.
  private static func isKind(_ word: ArraySlice<UInt8>) -> Bool {
    Lexicon.builtin.concepts(ofWhole: word).contains(kind)
  }

  /// The words at the head of `text[range]` that are not common ones, in any case: names in notes without capitals.
  func leadingUncommonWords(in range: Range<Int>, limit: Int) -> Range<Int>? {
    let head = words(in: range.lowerBound..<min(range.upperBound, range.lowerBound + 80), limit: limit)
    let own = head.prefix { !isCommon($0.range) && !text[$0.range.lowerBound].isDigit }
    guard let first = own.first, let last = own.last else { return nil }
    return first.range.lowerBound..<last.range.upperBound
  }

  /// Every run of words that are not common ones, in any case.
  func uncommonWords(in range: Range<Int>) -> [Range<Int>] {
    var runs: [Range<Int>] = []
    var isOpen = false
    for word in words(in: range) {
      let isOwn = !isCommon(word.range) && !text[word.range.lowerBound].isDigit
      if isOwn, isOpen, let last = runs.last {
        runs[runs.count - 1] = last.lowerBound..<word.range.upperBound
      } else if isOwn {
        runs.append(word.range)
      }
      isOpen = isOwn && word.end == word.range.upperBound
    }
    return runs
  }

  private func follower(of index: Int, in words: [Word]) -> Int? {
    let word = words[index]
    guard index + 1 < words.count else { return nil }
    let next = words[index + 1]
    guard !edges.contains(word.end), !edges.contains(next.range.lowerBound) else { return nil }
    // `Bewley's Hotel` is a name, `Bewley's Tom` is not.
    guard word.end == word.range.upperBound || next.isCapital && Self.isKind(text[next.range]) else { return nil }
    let gap = text[word.end..<next.range.lowerBound]
    if next.isCapital {
      if gap.elementsEqual([0x20]) || gap.elementsEqual([0x2D]) || gap.elementsEqual([0x20, 0x26, 0x20]) {
        return index + 1
      }
      return gap.elementsEqual([0x2E, 0x20]) && Self.isSaint(text[word.range]) ? index + 1 : nil
    }
    guard gap.elementsEqual([0x20]), text[next.range].elementsEqual([0x6F, 0x66]), index + 2 < words.count,
      words[index + 2].isCapital, text[next.end..<words[index + 2].range.lowerBound].elementsEqual([0x20])
    else { return nil }
    return index + 2
  }

  private static func isSaint(_ word: ArraySlice<UInt8>) -> Bool {
    word.count == 2 && [[0x73, 0x74], [0x6D, 0x74], [0x66, 0x74]].contains(word.map(\.lowercased))
  }

  private func words(in range: Range<Int>, limit: Int = .max) -> [Word] {
    var words: [Word] = []
    text.withUnsafeBufferPointer { text in
      var at = range.lowerBound
      while at < range.upperBound, words.count < limit {
        guard Self.isLetterOrDigit(text[at]) else {
          at += text[at].scalarLength
          continue
        }
        let start = at
        var isJoined = true
        while at < range.upperBound, isJoined {
          if Self.isLetterOrDigit(text[at]) {
            at += text[at].scalarLength
          } else if text[at] == 0x26 || text[at] == 0x27 {
            // `F&F`, `O'Dea`.
            isJoined = at + 1 < range.upperBound && Self.isLetter(text[at + 1])
            if isJoined { at += 1 }
          } else if text[at] == 0x2D, isCapital(start), at + 1 < range.upperBound, text[at + 1] &- 0x61 < 26 {
            // `Co-op`; what goes on with a capital is a word of its own: `Tri-Rivers`.
            at += 1
          } else if text[at] == 0xE2, at + 3 < range.upperBound, text[at + 1] == 0x80, text[at + 2] == 0x99 {
            isJoined = Self.isLetter(text[at + 3])
            if isJoined { at += 3 }
          } else {
            isJoined = false
          }
        }
        let end = min(at, range.upperBound)
        let bare = start..<end - possessiveLength(start..<end)
        if words.isEmpty { words.reserveCapacity(min(limit, (range.upperBound - start) / 4 + 1)) }
        words.append(Word(range: bare, end: end, isCapital: isCapital(start)))
      }
    }
    return words
  }

  /// Whether it is an everyday word, a contraction of one (`I've`) or a single letter.
  private func isCommon(_ word: Range<Int>) -> Bool {
    if word.count == 1 || CommonWords.english.contains(text[word]) { return true }
    if text[word].suffix(2).elementsEqual([0x6E, 0x74]), CommonWords.english.contains(text[word].dropLast(2)) {
      return true
    }
    // `Kick-off`, `Follow-up`, but `Co-op`.
    if let hyphen = text[word].firstIndex(of: 0x2D), hyphen - word.lowerBound > 2 {
      return CommonWords.english.contains(text[word.lowerBound..<hyphen])
    }
    guard let apostrophe = text[word].firstIndex(where: { $0 == 0x27 || $0 == 0xE2 }) else { return false }
    return apostrophe - word.lowerBound == 1 && text[word.lowerBound].lowercased == 0x69
      || CommonWords.english.contains(text[word.lowerBound..<apostrophe])
  }

  /// Bytes of a trailing `'s` or `’s`.
  private func possessiveLength(_ word: Range<Int>) -> Int {
    guard word.count > 3, text[word.upperBound - 1].lowercased == 0x73 else { return 0 }
    if text[word.upperBound - 2] == 0x27 { return 2 }
    return word.count > 5 && text[word.upperBound - 2] == 0x99 && text[word.upperBound - 3] == 0x80
      && text[word.upperBound - 4] == 0xE2 ? 4 : 0
  }

  /// Whether a letter of the Latin alphabet, accented or not, begins with `byte`.
  private static func isLetter(_ byte: UInt8) -> Bool { byte.lowercased &- 0x61 < 26 || byte &- 0xC3 < 7 }

  private static func isLetterOrDigit(_ byte: UInt8) -> Bool { byte.isWordByte || byte &- 0xC3 < 7 }

  private func isCapital(_ at: Int) -> Bool {
    text[at] &- 0x41 < 26 || (text[at] == 0xC3 && at + 1 < text.count && (0x80...0x9E).contains(text[at + 1]))
  }
}

extension UInt8 {
  /// Whether it is an ASCII digit.
  var isDigit: Bool { self &- 0x30 < 10 }
}
