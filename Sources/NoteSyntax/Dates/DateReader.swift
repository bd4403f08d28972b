/// Finds dates in folded text.
///
/// Notes are full of numbers that look like dates (`3.5`, `2/3 of it`, `v10.9`, `24/7`), so a form that could be
/// something else is only taken where its surroundings speak for a date.
struct DateReader {
  /// A date and where it stands.
  typealias Found = (expression: DateExpression, range: Range<Int>)

  let text: TextCursor
  /// Where the text that belongs together begins: a line, a heading, a label's value.
  let lower: Int
  /// Whether the place itself speaks for a date: a heading, the value of a date label.
  let isDatePlace: Bool

  init(_ bytes: UnsafeBufferPointer<UInt8>, _ range: Range<Int>, isDatePlace: Bool = false) {
    text = TextCursor(bytes, limit: range.upperBound)
    lower = range.lowerBound
    self.isDatePlace = isDatePlace
  }

  /// All dates, in order; none overlaps another.
  func all() -> [Found] {
    var found: [Found] = []
    var at = lower
    while at < text.limit {
      let byte = text[at]
      if byte.isASCIIDigit {
        if let date = date(at) {
          found.append(date)
          at = date.range.upperBound
        } else {
          at = numberTokenEnd(at)
        }
      } else if byte.isASCIILetter {
        if DateWord.mayOpen(byte, text[at + 1]), let date = date(at) {
          found.append(date)
          at = date.range.upperBound
        } else {
          at = text.wordEnd(at)
          // `v10.9`, `Q3b`, `a3f1`: digits that belong to a word are no date.
          if text[at].isASCIIDigit { at = numberTokenEnd(at) }
        }
      } else if byte >= 0xE4, byte <= 0xE9 {
        if Self.opensDate(text.scalar(at).scalar), let date = date(at) {
          found.append(date)
          at = date.range.upperBound
        } else {
          at += 3
        }
      } else {
        at += byte < 0xC0 ? 1 : byte < 0xE0 ? 2 : byte < 0xF0 ? 3 : 4
      }
    }
    return found
  }

  /// The date at the very beginning, when the text begins with one.
  func leading() -> Found? { date(text.skipBlanks(lower)) }

  /// The date that begins at `at`, with the weekday beside it, for a stretch of days its end, and whether it is a
  /// deadline.
  func date(_ at: Int) -> Found? {
    guard let found = stretch(at) else { return nil }
    return isDeadline(found.range) ? (.by(found.expression), found.range) : found
  }

  /// Whether `by`, `until`, `due` stands before a date, or `前`, `之前` behind it.
  private func isDeadline(_ range: Range<Int>) -> Bool {
    if text.skip(text.skipBlanks(range.upperBound), "前|之前|以前|截止|为止") != nil { return true }
    var before = range.lowerBound
    while before > lower, text[before - 1] == 0x20 { before -= 1 }
    guard before > lower else { return false }
    if text.ends(before, "📅|due::|due:|截止::|截止:|期限:|时限:|deadline:") { return true }
    if text.ends(before, "最晚|最迟|截至|截止|不晚于") { return true }
    return ["by", "until", "till", "til", "due", "before", "deadline"].contains(lastWord(before))
  }

  private func stretch(_ at: Int) -> Found? {
    guard let first = single(at) else { return nil }
    var dash = text.skipBlanks(first.end)
    guard let past = text.skip(dash, "-|–|—|~|～|至|到|to ") else {
      return (first.expression, at..<first.end)
    }
    dash = text.skipBlanks(past)
    guard text[dash].isASCIIDigit || text[dash].isASCIILetter || text[dash] >= 0xE4 else {
      return (first.expression, at..<first.end)
    }
    if let second = single(dash, endsRange: true), first.expression.mayOpenRange(to: second.expression) {
      return (.through(first.expression, second.expression), at..<second.end)
    }
    // `Oct 6-8`, `10/6-8`: a bare number closes the stretch when a month is known.
    if let day = text.number(dash, digits: 1...2), let last = first.expression.inSameMonth(day: day.value),
      !text[day.end].isASCIIAlphanumeric, text[day.end] != 0x2F,
      text[day.end] != 0x2E || !text[day.end + 1].isASCIIDigit,
      text[day.end] != 0x25, text[day.end] != 0x3A, text.starts(past - 1, "-")
    {
      return (.through(first.expression, last), at..<day.end)
    }
    return (first.expression, at..<first.end)
  }

  /// One date without a range.
  private func single(_ at: Int, endsRange: Bool = false) -> (expression: DateExpression, end: Int)? {
    let byte = text[at]
    if byte.isASCIIDigit { return numeric(at, endsRange: endsRange) }
    if byte.isASCIILetter {
      guard at == lower || !text[at - 1].isASCIIAlphanumeric else { return nil }
      return english(at)
    }
    return byte >= 0xE4 && byte <= 0xE9 ? chinese(at) : nil
  }

  private func numberTokenEnd(_ start: Int) -> Int {
    var at = start
    while at < text.limit {
      let byte = text[at]
      if byte.isASCIIAlphanumeric {
        at += 1
      } else if [0x2E, 0x2C, 0x2F, 0x2D, 0x3A].contains(byte), text[at + 1].isASCIIDigit {
        at += 2
      } else {
        break
      }
    }
    return at
  }

  /// Whether a Han character can begin a date: the first of every name in `ChineseDates`, and the numerals.
  private static func opensDate(_ scalar: UInt32) -> Bool {
    switch scalar {
    case 0x4E00, 0x4E03, 0x4E09, 0x4E0A, 0x4E0B, 0x4E24, 0x4E2D, 0x4E5D, 0x4E8C, 0x4E94, 0x4ECA, 0x5143, 0x516B, 0x516D,
      0x524D, 0x52B3, 0x5341, 0x53BB, 0x53CC, 0x540E, 0x5468, 0x56DB, 0x56FD, 0x5723, 0x5927, 0x5B63, 0x5E74, 0x5F53,
      0x6628, 0x660E, 0x661F, 0x6625, 0x6708, 0x672C, 0x6E05, 0x793C, 0x7AEF, 0x7B2C, 0x8282, 0x8FD9:
      true
    default: false
    }
  }

  // MARK: Weekdays beside a date

  /// The weekday that stands behind a date: `周三`, `(五)`, `, Saturday`, `thurs`.
  func weekdayBehind(_ end: Int) -> (weekday: Int, end: Int)? {
    var at = text.skipBlanks(end)
    if text[at] == 0x2C { at = text.skipBlanks(at + 1) }
    let isBracketed = text[at] == 0x28
    if isBracketed { at = text.skipBlanks(at + 1) }
    var found: (weekday: Int, end: Int)?
    if text[at] >= 0xE4 {
      if let name = text.skip(at, "周|星期|礼拜") {
        found = chineseWeekday(name)
      } else if isBracketed {
        found = chineseWeekday(at)
      }
    } else if text[at].isASCIILetter, let word = DateWord(text, at), case .weekday(let weekday) = word.meaning {
      found = (weekday, word.end)
    }
    guard var found else { return nil }
    if isBracketed {
      guard text[text.skipBlanks(found.end)] == 0x29 else { return nil }
      found.end = text.skipBlanks(found.end) + 1
    } else if at > end, text[at] >= 0xE4 || text[at].isASCIILetter {
      return found
    }
    return found
  }

  /// `一` to `日` at `at`, as 1 to 7.
  func chineseWeekday(_ at: Int) -> (weekday: Int, end: Int)? {
    let names: [StaticString] = ["一", "二", "三", "四", "五", "六", "日"]
    for (index, name) in names.enumerated() where text.starts(at, name) { return (index + 1, at + 3) }
    return text.starts(at, "天") ? (7, at + 3) : nil
  }
}

extension DateExpression {
  /// Whether a dash between two dates makes a stretch of days of them.
  fileprivate func mayOpenRange(to other: DateExpression) -> Bool {
    switch (self, other) {
    case (.day, .day), (.monthDay, .monthDay), (.monthDay, .dayOfMonth), (.ambiguous, .ambiguous), (.day, .monthDay),
      (.day, .dayOfMonth), (.weekday, .weekday), (.dayOfMonth, .dayOfMonth):
      true
    default: false
    }
  }

  /// The day `day` of the month of this date.
  fileprivate func inSameMonth(day: Int) -> DateExpression? {
    guard (1...31).contains(day) else { return nil }
    switch self {
    case .day(let first):
      return Day(year: first.civil.year, month: first.civil.month, day: day).map { .day($0) }
    case .monthDay(let month, let first, _): return day > first ? .monthDay(month: month, day: day, weekday: nil) : nil
    case .ambiguous(let first, let second, nil, _):
      return day > second ? .ambiguous(first: first, second: day, year: nil, weekday: nil) : nil
    default: return nil
    }
  }
}
