/// What stands beside a Latin name and shows that it is a person's.
extension LatinNames {
  /// Whether ", who runs …" follows: of one person and no firm, for what firms do stands in the plural behind it.
  func isToldOf(_ end: Int) -> Bool {
    var at = end
    if scan.scalar(at) == 0x2C { at += 1 }
    for letter in " who ".unicodeScalars {
      guard scan.scalar(at) == letter.value else { return false }
      at += 1
    }
    let start = at
    while NameScan.isLatinLetter(scan.scalar(at)) { at += 1 }
    return at - start > 1 && scan.scalar(at - 1) == 0x73
  }

  /// A function beside the name: `Angela Moss, CIO`, `Sarah (VP Ops)`, `CFO Joan`.
  func hasTitle(around start: Int, _ end: Int) -> Bool {
    if start > 1, scan.scalars[start - 1] == 0x20,
      scan.start(of: [concepts.englishTitle, concepts.title, concepts.department], endingAt: start - 1) != nil
    {
      return true
    }
    return scan.titleBehind(end) != nil
  }
}
