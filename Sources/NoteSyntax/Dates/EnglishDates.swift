/// Dates that begin with an English word: `Oct 3`, `Tues 6th`, `next Fri`, `EOW`, `end of October`, `in two weeks`, `Q3`.
extension DateReader {
  func english(_ at: Int) -> (expression: DateExpression, end: Int)? {
    guard let word = DateWord(text, at) else { return nil }
    // `may5` has no blank in file names.
    if text[word.end].isASCIIAlphanumeric, !text[word.end].isASCIIDigit { return nil }
    switch word.meaning {
    case .month(let month): return monthName(at, word, month)
    case .weekday(let weekday): return weekdayName(at, word, weekday)
    case .relativeDay(let days): return (.offset(days: days), word.end)
    case .endOf(let period): return (.period(period, offset: 0, part: .end), word.end)
    case .which(let which): return relative(at, word, which)
    case .part(let part, let needsOf): return partOf(word, part, needsOf)
    case .within: return distance(word)
    case .count(let count):
      guard let unit = DateWord(text, text.skipBlanks(word.end)), let days = unit.days,
        let ago = DateWord(text, text.skipBlanks(unit.end)), case .ago(let sign) = ago.meaning
      else { return nil }
      return (.offset(days: sign * count * days), ago.end)
    case .quarter: return quarter(word)
    case .week, .period(.week): return week(at, word)
    case .holiday(let holiday): return (.holiday(holiday, side: side(before: at), year: nil), word.end)
    case .period, .unit, .ago, .the: return nil
    }
  }

  private func monthName(_ at: Int, _ word: DateWord, _ month: Int) -> (expression: DateExpression, end: Int)? {
    var next = word.end
    if text[next] == 0x2E { next += 1 }
    while text[next] == 0x20 || text[next] == 0x2D || text[next] == 0x5F { next += 1 }
    let isCapital = text[at].isASCIIUpper
    guard word.isCertainMonth(text, at) || isCapital || isDatePlace || hasPreposition(at) else { return nil }
    if let day = text.number(next, digits: 1...2), (1...31).contains(day.value), text[day.end] != 0x25,
      text[day.end] != 0x3A || !text[day.end + 1].isASCIIDigit
    {
      let end = text.skip(day.end, "st|nd|rd|th") ?? day.end
      if !text[end].isASCIILetter, text[end] != 0x2F { return dayOfNamedMonth(day.value, month, end) }
    }
    if let year = text.number(next, digits: 4...4), (1990...2099).contains(year.value) {
      return (.month(month, year: .number(year.value), part: .whole), year.end)
    }
    guard hasPreposition(at) || isDatePlace && word.isFull else { return nil }
    return (.month(month, year: nil, part: .whole), word.end)
  }

  /// Whether a word that goes with dates stands before `at`: names of months are names of people too.
  private func hasPreposition(_ at: Int) -> Bool {
    var before = at
    while before > lower, text[before - 1] == 0x20 { before -= 1 }
    guard before > lower else { return false }
    return [
      "in", "by", "of", "from", "until", "till", "til", "since", "next", "last", "this", "before", "after", "through",
      "to", "for", "on", "mid", "early", "late", "around", "during",
    ].contains(lastWord(before))
  }

  private func weekdayName(_ at: Int, _ word: DateWord, _ weekday: Int) -> (expression: DateExpression, end: Int)? {
    var next = word.end
    if text[next] == 0x2E { next += 1 }
    next = text.skipBlanks(next)
    if text[next] == 0x2C { next = text.skipBlanks(next + 1) }
    if let the = DateWord(text, next), case .the = the.meaning { next = text.skipBlanks(the.end) }
    if let day = text.number(next, digits: 1...2), (1...31).contains(day.value),
      let past = text.skip(day.end, "st|nd|rd|th"), !text[past].isASCIIAlphanumeric
    {
      let month = text.skip(text.skipBlanks(past), "of ") ?? text.skipBlanks(past)
      if let name = DateWord(text, month), case .month(let month) = name.meaning {
        return dayOfNamedMonth(day.value, month, name.end).map { ($0.expression.on(weekday), $0.end) }
      }
      return (.dayOfMonth(day.value, weekday: weekday, month: nil), past)
    }
    if text[next].isASCIIDigit, let date = numeric(next) {
      switch date.expression {
      case .day, .monthDay, .ambiguous: return (date.expression.on(weekday), date.end)
      default: break
      }
    }
    if text[next].isASCIILetter, let name = DateWord(text, next), case .month(let month) = name.meaning,
      let date = monthName(next, name, month), case .monthDay = date.expression
    {
      return (date.expression.on(weekday), date.end)
    }
    // `Wednesdays`, `every Tues` name no day; `Sat in the kitchen` and `the sun` are no weekdays.
    guard !text[word.end].isASCIILetter else { return nil }
    var before = at
    while before > lower, text[before - 1] == 0x20 { before -= 1 }
    let previous = before > lower ? lastWord(before) : ""
    if previous == "every" || previous == "each" || previous == "other" { return nil }
    // `friday next wk`.
    if let which = DateWord(text, text.skipBlanks(word.end)), case .which(let offset) = which.meaning,
      let week = DateWord(text, text.skipBlanks(which.end)), case .period(.week) = week.meaning
    {
      return (.weekday(weekday, week: offset), week.end)
    }
    let isVerbal = !word.isFull && (weekday >= 6 || text.starts(at, "wed "))
    if isVerbal {
      let isAfterPreposition = ["on", "by", "till", "until", "from", "since", "to", "before", "after", "for"].contains(
        previous)
      guard isAfterPreposition || text[at].isASCIIUpper && text[word.end] != 0x20 else { return nil }
    }
    return (.weekday(weekday, week: nil), word.end)
  }

  private func relative(_ at: Int, _ word: DateWord, _ which: Int) -> (expression: DateExpression, end: Int)? {
    let next = text.skipBlanks(word.end)
    guard next > word.end, let name = DateWord(text, next) else {
      // `last night`, `this morning`.
      guard which <= 0 else { return nil }
      if which < 0, let past = text.skip(next, "night|nite") { return (.offset(days: -1), past) }
      guard which == 0, let past = text.skip(next, "morning|afternoon|evening|aft") else { return nil }
      return (.offset(days: 0), past)
    }
    switch name.meaning {
    case .weekday(let weekday):
      guard !text[name.end].isASCIILetter else { return nil }
      return (.weekday(weekday, week: which), name.end)
    case .period(let period): return (.period(period, offset: which, part: .whole), name.end)
    case .month(let month):
      guard let year = monthName(next, name, month) else { return nil }
      return year
    default: return nil
    }
  }

  private func partOf(_ word: DateWord, _ part: DateExpression.Part, _ needsOf: Bool)
    -> (expression: DateExpression, end: Int)?
  {
    var next = word.end
    while text[next] == 0x20 || text[next] == 0x2D { next += 1 }
    if text.starts(next, "of ") {
      next = text.skipBlanks(next + 3)
    } else if needsOf, !(part == .end && text[next].isASCIILetter) {
      return nil
    }
    guard next > word.end, var name = DateWord(text, next) else { return nil }
    if case .the = name.meaning {
      guard let second = DateWord(text, text.skipBlanks(name.end)) else { return nil }
      name = second
    }
    var offset = 0
    if case .which(let which) = name.meaning {
      guard let second = DateWord(text, text.skipBlanks(name.end)) else { return nil }
      offset = which
      name = second
    }
    switch name.meaning {
    case .period(let period): return (.period(period, offset: offset, part: part), name.end)
    case .month(let month): return (.month(month, year: nil, part: part), name.end)
    case .quarter:
      guard let found = quarter(name), case .quarter(let number, let year, _) = found.expression else { return nil }
      return (.quarter(number, year: year, part: part), found.end)
    default: return nil
    }
  }

  /// `in two weeks`, `within 10 days`.
  private func distance(_ word: DateWord) -> (expression: DateExpression, end: Int)? {
    let next = text.skipBlanks(word.end)
    let value: Int
    let end: Int
    if let number = text.number(next, digits: 1...2) {
      (value, end) = (number.value, number.end)
    } else if let name = DateWord(text, next), case .count(let count) = name.meaning {
      (value, end) = (count, name.end)
    } else if let past = text.skip(next, "a couple of |a ") {
      (value, end) = (past - next > 2 ? 2 : 1, past - 1)
    } else {
      return nil
    }
    // `in a day`, `twice in a year` tell how fast or how often, not when.
    guard let unit = DateWord(text, text.skipBlanks(end)), let days = unit.days, value * days > 1, days < 365 else {
      return nil
    }
    return (.offset(days: value * days), unit.end)
  }

  private func quarter(_ word: DateWord) -> (expression: DateExpression, end: Int)? {
    guard let number = text.number(word.end, digits: 1...1), (1...4).contains(number.value),
      !text[number.end].isASCIIAlphanumeric
    else { return nil }
    let next = text.skipBlanks(number.end)
    if let year = text.number(next, digits: 4...4), (1990...2099).contains(year.value) {
      return (.quarter(number.value, year: .number(year.value), part: .whole), year.end)
    }
    return (.quarter(number.value, year: nil, part: .whole), number.end)
  }

  /// `W38`, `week 40`: only where a date is expected. `Week of Aug 3` is the date that follows.
  private func week(_ at: Int, _ word: DateWord) -> (expression: DateExpression, end: Int)? {
    guard isDatePlace else { return nil }
    let isLetter = word.end - at == 1
    let next = isLetter ? word.end : text.skipBlanks(word.end)
    guard let number = text.number(next, digits: 1...2), (1...53).contains(number.value),
      !text[number.end].isASCIIAlphanumeric
    else { return nil }
    var year: Int?
    if text[at - 1] == 0x2D, at - 5 >= lower, let written = text.number(at - 5, digits: 4...4) { year = written.value }
    return (.week(number.value, year: year), number.end)
  }

  private func side(before at: Int) -> DateExpression.Side {
    var before = at
    while before > lower, text[before - 1] == 0x20 { before -= 1 }
    switch before > lower ? lastWord(before) : "" {
    case "before", "by", "pre": return .before
    case "after", "post": return .after
    default: return .at
    }
  }
}

extension DateWord {
  /// The days of a unit of time: `day`, `weeks`, `month`.
  var days: Int? {
    switch meaning {
    case .unit(let days): days
    case .period(.week): 7
    case .period(.month): 30
    case .period(.year): 365
    default: nil
    }
  }
}

extension DateExpression {
  /// The same date with the weekday that stands beside it.
  func on(_ weekday: Int) -> DateExpression {
    switch self {
    case .monthDay(let month, let day, nil): .monthDay(month: month, day: day, weekday: weekday)
    case .ambiguous(let first, let second, let year, nil):
      .ambiguous(first: first, second: second, year: year, weekday: weekday)
    default: self
    }
  }
}
