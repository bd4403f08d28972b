/// The date that a file is named for: `2026-09-03 宏泰.md`, `0911.md`, `凌跃 0923.md`, `oct07.md`, `week of 12 oct.txt`.
public enum FileNameDate {
  /// The only day that the last part of `path` writes in full, be it grown together with what stands beside it, so that
  /// reading leaves it alone: `20261112acme.md`, `acme2026-11-12b.txt`. Nil for none and for several.
  public static func day(gluedIn path: String) -> Day? {
    let name = Array(path.utf8.suffix(from: path.utf8.lastIndex(of: 0x2F) ?? path.utf8.startIndex))
    var days: Set<Day> = []
    var at = 0
    while at < name.count {
      guard name[at].isASCIIDigit else {
        at += 1
        continue
      }
      let start = at
      // Digits, and single hyphens or full stops between them.
      while at < name.count,
        name[at].isASCIIDigit
          || (name[at] == 0x2D || name[at] == 0x2E) && at + 1 < name.count && name[at + 1].isASCIIDigit
      {
        at += 1
      }
      let parts = name[start..<at].split { $0 == 0x2D || $0 == 0x2E }.map { Array($0) }
      let digits = Array(parts.joined())
      guard digits.count == 8, parts.count == 1 || parts.map(\.count) == [4, 2, 2] else { continue }
      let numbers = digits.map { Int($0 - 0x30) }
      let year = numbers[0..<4].reduce(0) { $0 * 10 + $1 }
      if (1990...2099).contains(year),
        let day = Day(year: year, month: numbers[4] * 10 + numbers[5], day: numbers[6] * 10 + numbers[7])
      {
        days.insert(day)
      }
    }
    return days.count == 1 ? days.first : nil
  }

  /// The most complete date of the last part of `path`, its extension left out; nil when it has none.
  static func date(in path: String) -> DateExpression? {
    var name = Array(path.utf8)
    if let slash = name.lastIndex(of: 0x2F) { name.removeSubrange(...slash) }
    if let dot = name.lastIndex(of: 0x2E), dot > 0 { name.removeSubrange(dot...) }
    for index in name.indices where name[index] == 0x5F { name[index] = 0x20 }
    var text = ProseText()
    name.withUnsafeBufferPointer { text.appendFolded($0, $0.indices) }
    let found = text.bytes.withUnsafeBufferPointer { bytes in
      DateReader(bytes, bytes.indices, isDatePlace: true).all().map(\.expression) + bareNumbers(bytes)
    }
    return found.filter(\.mayDateFile).enumerated()
      .min { ($0.element.fileRank, $0.offset) < ($1.element.fileRank, $1.offset) }?.element
  }

  /// `0911`, `260911` and `09-11`: digits that are a date because a file is named so.
  private static func bareNumbers(_ bytes: UnsafeBufferPointer<UInt8>) -> [DateExpression] {
    var found: [DateExpression] = []
    var at = 0
    while at < bytes.count {
      guard bytes[at].isASCIIDigit else {
        at += 1
        continue
      }
      var end = at
      while end < bytes.count, bytes[end].isASCIIDigit { end += 1 }
      let isWord = at > 0 && bytes[at - 1].isASCIIAlphanumeric || end < bytes.count && bytes[end].isASCIILetter
      let digits = bytes[at..<end].map { Int($0 - 0x30) }
      if !isWord, digits.count == 4 {
        let (first, second) = (digits[0] * 10 + digits[1], digits[2] * 10 + digits[3])
        let isYear = (1990...2099).contains(first * 100 + second)
        if !isYear, let (month, day) = DateExpression.order(first, second, dayFirst: false), (1...12).contains(month),
          (1...31).contains(day)
        {
          found.append(.ambiguous(first: first, second: second, year: nil, weekday: nil))
        }
      } else if !isWord, digits.count == 6,
        let day = Day(
          year: 2000 + digits[0] * 10 + digits[1], month: digits[2] * 10 + digits[3], day: digits[4] * 10 + digits[5]),
        (20...39).contains(digits[0] * 10 + digits[1])
      {
        found.append(.day(day))
      }
      if !isWord, let date = dashed(bytes, at, end) { found.append(date) }
      at = end
    }
    return found
  }

  /// `10-09`: two numbers and no third.
  private static func dashed(_ bytes: UnsafeBufferPointer<UInt8>, _ start: Int, _ end: Int) -> DateExpression? {
    let text = TextCursor(bytes, limit: bytes.count)
    guard end - start <= 2, text[end] == 0x2D, text[start - 1] != 0x2D,
      let second = text.number(end + 1, digits: 2...2),
      text[second.end] != 0x2D, !text[second.end].isASCIIAlphanumeric,
      let first = text.number(start, digits: 1...2)?.value,
      let (month, day) = DateExpression.order(first, second.value, dayFirst: false),
      Day(year: 2024, month: month, day: day) != nil
    else { return nil }
    return .ambiguous(first: first, second: second.value, year: nil, weekday: nil)
  }
}

extension DateExpression {
  fileprivate var mayDateFile: Bool {
    switch self {
    case .day, .monthDay, .ambiguous, .month, .week, .through: true
    default: false
    }
  }

  /// The more a file name says, the lower.
  fileprivate var fileRank: Int {
    switch self {
    case .day: 0
    case .ambiguous(_, _, .some, _): 0
    case .through: 1
    case .monthDay, .ambiguous: 2
    case .week: 3
    default: 4
    }
  }
}
