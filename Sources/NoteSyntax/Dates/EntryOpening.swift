/// A date at the beginning of a line or paragraph that may open an entry: `9/15 Corvane, Jess`, `Mon 12th did it`.
struct EntryOpening {
  let expression: DateExpression
  /// The date in the text.
  let range: Range<Int>
  /// Whether what follows sets the date apart: the end of the line, a stop, a comma, a colon; or a weekday stands beside.
  let isSetApart: Bool
  /// Whether it is a weekday alone, which opens an entry only in a diary.
  let isBareWeekday: Bool

  init?(_ reader: DateReader) {
    let text = reader.text
    let start = text.skip(reader.lower, "【|[|(") ?? reader.lower
    guard let found = reader.date(text.skipBlanks(start)) else { return nil }
    let end = found.range.upperBound
    var weekday: Int?
    var isBare = false
    switch found.expression {
    case .day, .through: break
    case .monthDay(_, _, let beside), .ambiguous(_, _, _, let beside): weekday = beside
    case .dayOfMonth(_, let beside, nil):
      guard beside != nil else { return nil }
      weekday = beside
    case .weekday(_, nil): isBare = true
    default: return nil
    }
    // A deadline or a start tells of the day; it was not written on it.
    if text.skip(
      text.skipBlanks(end), "前|之前|以前|截止|起|开始|到期|以后|之后|后|的|那|is |was |of ")
      != nil
    {
      return nil
    }
    expression = found.expression
    range = found.range
    isBareWeekday = isBare
    let next = text[end]
    isSetApart =
      weekday != nil || next == 0 || [0x0A, 0x2C, 0x2E, 0x3A, 0x3B, 0x29, 0x5D].contains(next)
      || text.skip(end, "】|、") != nil
  }
}
