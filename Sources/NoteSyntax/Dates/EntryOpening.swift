/// A date at the beginning of a line or paragraph that may open an entry: `9/15 Corvane, Jess`, `Mon 12th did it`.
struct EntryOpening {
  /// How much the date says by itself.
  enum Kind {
    /// A month and day at least, or a day and its weekday.
    case date
    /// A weekday alone, which opens an entry in a diary only.
    case weekday
    /// A day of the month alone, which opens one where the month is known.
    case day
  }

  let expression: DateExpression
  let kind: Kind
  /// Whether what follows sets the date apart: the end of the line, a stop, a comma, a colon; or a weekday stands beside.
  let isSetApart: Bool
  /// Whether something was added later: `Update 10/12:`, `10/12 补充`.
  let isUpdate: Bool

  init?(_ reader: DateReader) {
    let text = reader.text
    var start = text.skip(reader.lower, "【|[|(") ?? reader.lower
    var isUpdate = false
    if let past = text.skip(
      start, "Update |update |UPDATE |Updated |updated |Added |added |Later |later |Edit |edit |更新|补充|补记|追记|后记|补")
    {
      isUpdate = true
      start = text.skip(text.skipBlanks(past), "(|[|:") ?? past
    }
    guard let found = reader.date(text.skipBlanks(start)) else { return nil }
    let end = found.range.upperBound
    var weekday: Int?
    switch found.expression {
    case .day, .through: kind = .date
    case .monthDay(_, _, let beside), .ambiguous(_, _, _, let beside):
      weekday = beside
      kind = .date
    case .dayOfMonth(_, let beside, nil):
      weekday = beside
      kind = beside == nil ? .day : .date
    case .weekday(_, nil): kind = .weekday
    default: return nil
    }
    let next = text.skipBlanks(end)
    // A deadline or a start tells of the day; it was not written on it.
    if text.skip(next, "前|之前|以前|截止|起|开始|到期|以后|之后|后|的|那|is |was |of ") != nil { return nil }
    expression = found.expression
    self.isUpdate = isUpdate || text.skip(next, "Update|update|UPDATE|更新|补充|补记|追记|补:") != nil
    isSetApart =
      weekday != nil || [0, 0x0A, 0x2C, 0x2E, 0x3A, 0x3B, 0x29, 0x5D].contains(text[end])
      || text.skip(end, "】|、") != nil
      || text.skip(next, "- |– |— |——") != nil
  }
}
