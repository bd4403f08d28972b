import FactReading
import SourceText

/// Whether one name is another with a slip of the pen, or of the input method. In doubt it is not: brothers have like names.
enum SpellingSlip {
  /// How often at most somebody is named whose name is a slip.
  static let rare = 2

  /// With what a name and every slip of it begin, so that names need not be compared all with all.
  static func letter(of name: String) -> Character? { name.first.flatMap { $0.lowercased().first } }

  static func isLikely(_ written: String, for name: String) -> Bool {
    guard abs(written.utf8.count - name.utf8.count) <= 1, written != name else { return false }
    let isHan = name.unicodeScalars.allSatisfy { (0x4E00...0x9FFF).contains($0.value) }
    return isHan ? isHomophone(written, name) : isSlip(written, name)
  }

  /// 王力群 for 王立群: of three characters or more one, behind the first, is another that sounds the same.
  private static func isHomophone(_ written: String, _ name: String) -> Bool {
    let (left, right) = (Array(written.unicodeScalars), Array(name.unicodeScalars))
    guard left.count == right.count, left.count >= 3, left[0] == right[0],
      zip(left, right).count(where: { $0 != $1 }) == 1
    else { return false }
    let sounds = [written, name].map { PinyinReadings.builtin.spellings(of: $0).first }
    return sounds[0] != nil && sounds[0] == sounds[1]
  }

  /// `Helen Marsch` for `Helen Marsh`: of the same words one is another, of five letters or more, by a letter that was left
  /// out, doubled, mistyped or swapped. Behind all but two letters of a word it may be another name, Martin and Martina.
  private static func isSlip(_ written: String, _ name: String) -> Bool {
    let left = written.lowercased().split(separator: " ")
    let right = name.lowercased().split(separator: " ")
    guard left.count == right.count else { return false }
    let differing = zip(left, right).filter { $0 != $1 }
    guard differing.count == 1, let (one, two) = differing.first, min(one.utf8.count, two.utf8.count) >= 5,
      left.count > 1 || one.utf8.count >= 7, (one + two).utf8.allSatisfy({ $0 &- 0x61 < 26 }),
      one.utf8.first == two.utf8.first, Spelling.distance(String(one), String(two)) == 1
    else { return false }
    let common = zip(one.utf8, two.utf8).prefix { $0 == $1 }.count
    let ends = Array(one.utf8.suffix(2)) + Array(two.utf8.suffix(2))
    return common + 2 < max(one.utf8.count, two.utf8.count) || ends.allSatisfy { !"aeiouy".utf8.contains($0) }
  }
}
