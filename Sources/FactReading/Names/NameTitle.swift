extension NameScan {
  /// Whether a letter, digit or sign that makes one word stands right before `position`: an address, a path, a tag.
  func isJoined(_ position: Int) -> Bool { [0x40, 0x2F, 0x2E, 0x5F, 0x23].contains(scalar(position - 1)) }

  /// The function told right behind a name: in brackets, or behind a comma, a dash or an equals sign.
  func titleBehind(_ position: Int) -> Range<Int>? {
    var at = position
    while scalar(at) == 0x20 { at += 1 }
    var sign = scalar(at)
    if let office = officeBehind(at) { return office }
    if ![0x28, 0x2C, 0x2D, 0x3D, 0x7C, 0x2013, 0x2014, 0xFF0C].contains(sign) {
      guard let copula = copulaEnd(at) else { return nil }
      // What follows `is` is read like what stands behind a dash.
      at = copula - 1
      sign = 0x2D
    }
    let concepts = NameLexicon.concepts
    let limit = min(count, at + (sign == 0x28 ? 40 : 28))
    var words = 0
    var inside = at + 1
    while inside < limit {
      let scalar = scalars[inside]
      if [0x29, 0x3B, 0x3002, 0x28].contains(scalar) || scalar == 0x2C && inside > at + 1 { return nil }
      if scalar == 0x20 {
        inside += 1
        continue
      }
      for concept in [concepts.englishTitle, concepts.title, concepts.role, concepts.department] {
        guard let end = end(of: concept, at: inside) else { continue }
        // A Han title counts only at the start or the end of its clause: 王总，采购总监 but not 王总，问了一下主任.
        if HanSet.covers(scalar), sign != 0x28, end < count, NameScan.isWordScalar(scalars[end]) { continue }
        return inside..<end
      }
      if HanSet.covers(scalar) {
        words += 1
        inside += 1
        if words > 8 || sign != 0x28 && words > 4 { return nil }
      } else {
        words += 1
        if words > 4 { return nil }
        while inside < limit, scalars[inside] != 0x20, ![0x29, 0x2C, 0x3B, 0x3002].contains(scalars[inside]) {
          inside += 1
        }
      }
    }
    return nil
  }

  private static let officeWords: [StaticString] = ["the ", "in ", "from ", "on "]

  /// The function behind `the`, `in`, `from` or `on` at a position: Len the plumber, Anil in compliance, Shaz on reception.
  private func officeBehind(_ position: Int) -> Range<Int>? {
    var at = position
    guard scalar(at - 1) == 0x20, Self.isLatinLetter(scalar(at)) else { return nil }
    for word in Self.officeWords where starts(with: word, at: at) {
      at += word.utf8CodeUnitCount
      for _ in 0..<3 {
        for concept in [NameLexicon.concepts.englishTitle, NameLexicon.concepts.englishRole] {
          if let end = end(of: concept, at: at), !Self.isLatinLetter(scalar(end)) { return at..<end }
        }
        while Self.isLatinLetter(scalar(at)) { at += 1 }
        guard scalar(at) == 0x20 else { return nil }
        at += 1
      }
    }
    return nil
  }

  private func starts(with word: StaticString, at position: Int) -> Bool {
    word.withUTF8Buffer { bytes in
      position + bytes.count <= count && bytes.indices.allSatisfy { scalars[position + $0] == UInt32(bytes[$0]) }
    }
  }

  /// The end of a word at `position` that says what somebody is or does: is, runs, 是, 管.
  private func copulaEnd(_ position: Int) -> Int? {
    if HanSet.covers(scalar(position)) {
      // 是 管 任
      return [0x662F, 0x7BA1, 0x4EFB].contains(scalar(position))
        ? position + 1 : end(of: NameLexicon.concepts.office, at: position)
    }
    return end(of: NameLexicon.concepts.office, at: position).flatMap { $0 < count ? $0 : nil }
  }
}
