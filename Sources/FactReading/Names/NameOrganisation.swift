extension NameScan {
  /// The organisation told right beside a name: 神州联创 of 神州联创汪总, 仲量行 of Linda（仲量行）, Keystone Mail of
  /// `Gus at Keystone Mail`. What it is called is for the journal to judge.
  func organisation(besideNameFrom start: Int, to end: Int) -> Range<Int>? {
    bracketed(behind: end) ?? workplace(behind: end) ?? prefix(before: start)
  }

  /// Words in brackets right behind a name that tell no function.
  private func bracketed(behind end: Int) -> Range<Int>? {
    guard scalar(end) == 0x28, titleBehind(end) == nil else { return nil }
    var close = end + 1
    while close < count, scalars[close] != 0x29 {
      guard close - end <= 24, Self.isWordScalar(scalars[close]) || scalars[close] == 0x20 else { return nil }
      close += 1
    }
    return close < count && close - end > 2 ? end + 1..<close : nil
  }

  /// Capitalised words behind `at`, `from` or `of`.
  private func workplace(behind end: Int) -> Range<Int>? {
    guard scalar(end) == 0x20 else { return nil }
    let word = Array(scalars[min(end + 1, count)..<min(end + 6, count)])
    let length: Int
    if word.starts(with: [0x61, 0x74, 0x20]) {  // at
      length = 3
    } else if word.starts(with: [0x66, 0x72, 0x6F, 0x6D, 0x20]) {  // from
      length = 5
    } else {
      return nil
    }
    let start = end + 1 + length
    guard LatinNames.isUpper(scalar(start)) else { return nil }
    var last = start
    var at = start
    while at < count, at - start < 40 {
      guard LatinNames.isUpper(scalars[at]) || (0x30...0x39).contains(scalars[at]) || scalars[at] == 0x26 else { break }
      while at < count, Self.isWordScalar(scalars[at]) || scalars[at] == 0x26 { at += 1 }
      last = at
      if scalar(at) == 0x20 { at += 1 } else { break }
    }
    return start..<last
  }

  /// Han characters glued to the front of a name, up to a word that organisations do not end with.
  private func prefix(before start: Int) -> Range<Int>? {
    var end = start
    if scalar(end - 1) == 0x7684 /* 的 */ { end -= 1 }
    guard HanSet.covers(scalar(start)) || end == start, !ending(at: end).contains(.before) else { return nil }
    var first = end
    let lexicon = NameLexicon.builtin
    while first > 0, end - first < 8 {
      let scalar = scalars[first - 1]
      if HanSet.covers(scalar) {
        if lexicon.neverGiven.contains(scalar) && scalar != 0x5382 /* 厂 */ { break }
      } else if !Self.isLatinLetter(scalar) {
        break
      }
      first -= 1
    }
    return end - first > 1 ? first..<end : nil
  }
}
