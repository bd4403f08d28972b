/// Dates that begin with a digit: `2026-10-09`, `20261009`, `10/9`, `10.9`, `10月9日`, `9 Oct`, `12th`, `3天后`.
extension DateReader {
  /// The date whose first digit is at `at`; `endsRange` when a dash and another date stand before it.
  func numeric(_ at: Int, endsRange: Bool = false) -> (expression: DateExpression, end: Int)? {
    let before = text[at - 1]
    if at > lower, !endsRange {
      // Part of a word, a price, a hash or a longer number.
      if before.isASCIIAlphanumeric || [0x24, 0x23, 0x5F].contains(before) { return nil }
      if [0x2E, 0x2F, 0x2D, 0x2C, 0x3A].contains(before), text[at - 2].isASCIIDigit { return nil }
      if text.ends(at, "¥|£|€") { return nil }
    }
    var end = at
    while text[end].isASCIIDigit { end += 1 }
    switch end - at {
    case 8: return compact(at, end)
    case 4: return yearFirst(at, end)
    case 1, 2: return short(at, end)
    default: return nil
    }
  }

  private func value(_ range: Range<Int>) -> Int {
    range.reduce(0) { $0 * 10 + Int(text[$1] - 0x30) }
  }

  private func compact(_ at: Int, _ end: Int) -> (expression: DateExpression, end: Int)? {
    let year = value(at..<at + 4)
    guard (1990...2099).contains(year), !text[end].isASCIIAlphanumeric,
      let day = Day(year: year, month: value(at + 4..<at + 6), day: value(at + 6..<at + 8))
    else { return nil }
    return (.day(day), end)
  }

  private func yearFirst(_ at: Int, _ end: Int) -> (expression: DateExpression, end: Int)? {
    let year = value(at..<end)
    guard (1990...2099).contains(year) else { return nil }
    let separator = text[end]
    if [0x2D, 0x2F, 0x2E, 0x5F].contains(separator), let month = text.number(end + 1, digits: 1...2),
      (1...12).contains(month.value)
    {
      if text[month.end] == separator, let day = text.number(month.end + 1, digits: 1...2),
        let date = Day(year: year, month: month.value, day: day.value)
      {
        return (.day(date), weekdayBehind(day.end)?.end ?? day.end)
      }
      // `2026-09`: a month, unless more digits make it a number.
      guard month.end - end == 3, separator == 0x2D || separator == 0x2F, text[month.end] != separator,
        !text[month.end].isASCIIAlphanumeric, text[month.end] != 0x25
      else { return nil }
      return (.month(month.value, year: .number(year), part: .whole), month.end)
    }
    guard let past = text.skip(text.skipBlanks(end), "年") else { return nil }
    let next = text.skipBlanks(past)
    guard let month = count(next), (1...12).contains(month.value),
      let named = text.skip(text.skipBlanks(month.end), "月")
    else { return nil }
    return monthAndDay(month.value, named, year: .number(year))
  }

  /// What follows `月`: a day, a part of the month, or nothing.
  func monthAndDay(_ month: Int, _ end: Int, year: DateExpression.Year?) -> (expression: DateExpression, end: Int)? {
    let next = text.skipBlanks(end)
    if let day = count(next), (1...31).contains(day.value) {
      let named = text.skip(text.skipBlanks(day.end), "日|号")
      // `10月9` alone is a day too, but not `10月3家`, `10月80吨`; so is `10 月 9` of those who part numbers from words.
      let isSpaced = next > end && text.ends(end, " 月")
      if named != nil || isSpaced && endsClause(day.end)
        || (text[day.end] == 0x20 || text[day.end] == 0x2C || day.end == text.limit) && next == end
      {
        let past = named ?? day.end
        let behind = weekdayBehind(past)
        switch year {
        case .number(let year):
          guard let date = Day(year: year, month: month, day: day.value) else { return nil }
          return (.day(date), behind?.end ?? past)
        case .offset: return (.month(month, year: year, part: .whole), past)
        case nil:
          guard day.value <= Day.length(ofMonth: month, year: 2024) else { return nil }
          return (.monthDay(month: month, day: day.value, weekday: behind?.weekday), behind?.end ?? past)
        }
      }
    }
    if let part = monthPart(text.skip(end, "份") ?? end) {
      return (.month(month, year: year, part: part.part), part.end)
    }
    return (.month(month, year: year, part: .whole), text.skip(end, "份") ?? end)
  }

  /// Whether nothing, a stop or a comma follows.
  private func endsClause(_ end: Int) -> Bool {
    end >= text.limit || text.skip(end, ",|.|;|)|。|，|；|、|）|\n") != nil && !text[end + 1].isASCIIDigit
  }

  /// `底`, `初`, `中旬` behind a month.
  func monthPart(_ end: Int) -> (part: DateExpression.Part, end: Int)? {
    if let past = text.skip(end, "底|末|下旬") { return (.end, past) }
    if let past = text.skip(end, "初|上旬") { return (.start, past) }
    if let past = text.skip(end, "中旬") { return (.middle, past) }
    if let past = text.skip(end, "中"),
      !text.scalar(past).scalar.isHan
        || text.skip(past, "改|到|前|后|左右|出|开|上|交|签|再|之") != nil
    {
      return (.middle, past)
    }
    return nil
  }

  private func short(_ at: Int, _ end: Int) -> (expression: DateExpression, end: Int)? {
    let first = value(at..<end)
    switch text[end] {
    case 0x2F: return slashed(at, first, end)
    case 0x2E: return dotted(at, first, end)
    case 0x3A, 0x2C, 0x25: return nil
    default: break
    }
    if let ordinal = ordinal(at, first, end) { return ordinal }
    let next = text.skipBlanks(end)
    if text[next] >= 0xE4 { return beforeHan(at, first, next) }
    // `9 Oct`, `28 Jan 2026`, `9-Oct`.
    let name = text[end] == 0x2D ? end + 1 : next
    guard (1...31).contains(first), text[name].isASCIILetter, let word = DateWord(text, name) else { return nil }
    switch word.meaning {
    case .month(let month):
      guard word.isCertainMonth(text, name) || text[name].isASCIIUpper else { return nil }
      return dayOfNamedMonth(first, month, word.end)
    case .unit(let unit):
      let ago = text.skipBlanks(word.end)
      guard let past = DateWord(text, ago), case .ago(let sign) = past.meaning else { return nil }
      return (.offset(days: sign * first * unit), past.end)
    default: return nil
    }
  }

  /// A day and a month by name, with the year when it follows.
  func dayOfNamedMonth(_ day: Int, _ month: Int, _ end: Int) -> (expression: DateExpression, end: Int)? {
    let end = text[end] == 0x2E && text[end + 1] == 0x20 && text[end + 2].isASCIIDigit ? end + 1 : end
    var next = text.skipBlanks(end)
    if text[next] == 0x2C { next = text.skipBlanks(next + 1) }
    if let year = text.number(next, digits: 4...4), (1990...2099).contains(year.value),
      let date = Day(year: year.value, month: month, day: day)
    {
      return (.day(date), year.end)
    }
    guard day <= Day.length(ofMonth: month, year: 2024) else { return nil }
    let behind = weekdayBehind(end)
    return (.monthDay(month: month, day: day, weekday: behind?.weekday), behind?.end ?? end)
  }

  private func slashed(_ at: Int, _ first: Int, _ end: Int) -> (expression: DateExpression, end: Int)? {
    guard let second = text.number(end + 1, digits: 1...2), Self.mayBeDay(first, second.value) else { return nil }
    if text[second.end] == 0x2F {
      guard let year = text.number(second.end + 1, digits: 2...4), year.end - second.end != 4,
        !text[year.end].isASCIIAlphanumeric
      else { return nil }
      let full = year.value < 100 ? 2000 + year.value : year.value
      guard (1990...2099).contains(full) else { return nil }
      let behind = weekdayBehind(year.end)
      return (
        .ambiguous(first: first, second: second.value, year: full, weekday: behind?.weekday), behind?.end ?? year.end
      )
    }
    guard !text[second.end].isASCIIAlphanumeric, text[second.end] != 0x25,
      text[second.end] != 0x2E || !text[second.end + 1].isASCIIDigit, !(first == 24 && second.value == 7)
    else { return nil }
    let behind = weekdayBehind(second.end)
    let isPlain = isDatePlace || behind != nil || at == lower || text[at - 1] == 0x0A || speaksForDate(at, second.end)
    // A small fraction, a score or a count out of so many needs more than its looks.
    let isFraction = first < second.value && (second.value <= 5 || second.value == 10)
    let isCount =
      text.skip(text.skipBlanks(second.end), "of |家|个|项|条|完成|分|的|done|passed") != nil
    if isCount || (isFraction && !isPlain) { return nil }
    return (
      .ambiguous(first: first, second: second.value, year: nil, weekday: behind?.weekday), behind?.end ?? second.end
    )
  }

  /// Whether two numbers are a month and one of its days, either way round.
  private static func mayBeDay(_ first: Int, _ second: Int) -> Bool {
    Day(year: 2024, month: first, day: second) != nil || Day(year: 2024, month: second, day: first) != nil
  }

  private func dotted(_ at: Int, _ first: Int, _ end: Int) -> (expression: DateExpression, end: Int)? {
    guard let second = text.number(end + 1, digits: 1...2), Self.mayBeDay(first, second.value) else { return nil }
    let day = first > 12 ? first : second.value
    if text[second.end] == 0x2E, let year = text.number(second.end + 1, digits: 4...4),
      (1990...2099).contains(year.value)
    {
      return (.ambiguous(first: first, second: second.value, year: year.value, weekday: nil), year.end)
    }
    // `12.10.26`, but not version 1.2.26.
    if text[second.end] == 0x2E, end - at == 2, second.end - end == 3,
      let year = text.number(second.end + 1, digits: 2...2),
      (20...39).contains(year.value), text[year.end] != 0x2E, !text[year.end].isASCIIAlphanumeric
    {
      return (.ambiguous(first: first, second: second.value, year: 2000 + year.value, weekday: nil), year.end)
    }
    guard !text[second.end].isASCIIAlphanumeric, text[second.end] != 0x25,
      text[second.end] != 0x2E || !text[second.end + 1].isASCIIDigit
    else { return nil }
    let behind = weekdayBehind(second.end)
    let next = text.skipBlanks(second.end)
    let isQuantity =
      text.skip(
        next, "万|亿|千|元|块|倍|折|分|个|点|小时|米|吨|公斤|毫米|年|度|k|K|折|秒|天|版|x|%|M|m |h |w|W|盘") != nil
    guard !isQuantity else { return nil }
    let isLineStart = at == lower || text[at - 1] == 0x0A
    // `1.2 Budget` numbers a section; `10.20`, `9.2 周三` and `11.18,` date one, and so does `10.9 路过`: no note has so many sections.
    let mayNumberSection =
      day < 10 && second.end - end == 2 && !(first > 5 && text.scalar(next).scalar.isHan)
    let follows = second.end >= text.limit || text[second.end] == 0x2C
    guard
      behind != nil || (isLineStart || isDatePlace) && (!mayNumberSection || follows)
        || (day >= 10 && second.end - end == 3) && speaksForDate(at, second.end)
    else { return nil }
    return (
      .ambiguous(first: first, second: second.value, year: nil, weekday: behind?.weekday), behind?.end ?? second.end
    )
  }

  /// Whether the words around two numbers say that they are a date.
  private func speaksForDate(_ at: Int, _ end: Int) -> Bool {
    var before = at
    while before > lower, text[before - 1] == 0x20 { before -= 1 }
    if before > lower, text.ends(before, "到|至|于|在|从|定|约|截止") { return true }
    let word = text.limit > before && before > lower ? lastWord(before) : ""
    if ["on", "by", "before", "after", "since", "until", "till", "from", "due", "for", "til"].contains(word) {
      return true
    }
    let next = text.skipBlanks(end)
    return text.skip(next, "前|之前|后|之后|起|晚|上午|下午|早|号|日|那天|当天|交|发|见") != nil
  }

  /// The ASCII word that ends at `end`, in lower case; empty when there is none or it is long.
  func lastWord(_ end: Int) -> String {
    var start = end
    while start > lower, text[start - 1].isASCIILetter, end - start < 10 { start -= 1 }
    return String(decoding: text.bytes[start..<end].map(\.asciiLower), as: UTF8.self)
  }

  private func ordinal(_ at: Int, _ day: Int, _ end: Int) -> (expression: DateExpression, end: Int)? {
    guard (1...31).contains(day), let past = text.skip(end, "st|nd|rd|th|ST|ND|RD|TH"),
      !text[past].isASCIIAlphanumeric
    else { return nil }
    // `12th of October`, `6th Oct`.
    var next = text.skipBlanks(past)
    if text.starts(next, "of ") { next = text.skipBlanks(next + 3) }
    if text[next].isASCIILetter, let word = DateWord(text, next), case .month(let month) = word.meaning,
      word.isCertainMonth(text, next) || text[next].isASCIIUpper
    {
      return dayOfNamedMonth(day, month, word.end)
    }
    guard isDatePlace || followsDateArticle(at), !countsSomething(past) else { return nil }
    return (.dayOfMonth(day, weekday: nil, month: nil), past)
  }

  /// Whether `the`, a preposition or a weekday stands before an ordinal.
  private func followsDateArticle(_ at: Int) -> Bool {
    var before = at
    while before > lower, text[before - 1] == 0x20 || text[before - 1] == 0x2C { before -= 1 }
    guard before > lower else { return true }
    let word = lastWord(before)
    return ["the", "on", "by", "till", "til", "until", "from", "since", "before", "after", "and", "to", "sent", "or"]
      .contains(word)
  }

  /// Whether a noun follows an ordinal, as in `the 3rd visit`, `3rd of 8`.
  private func countsSomething(_ end: Int) -> Bool {
    guard text[end] == 0x20 || text[end] == 0x2D else { return false }
    let next = text.skipBlanks(end)
    guard text[end] != 0x2D else { return true }
    guard text[next].isASCIILetter else { return text[next].isASCIIDigit }
    let word = lastWord(text.wordEnd(next))
    return !Self.wordsBehindDay.contains(word)
  }

  private static let wordsBehindDay: Set<String> = [
    "and", "or", "at", "for", "to", "is", "was", "if", "but", "she", "he", "i", "we", "they", "so", "in", "with",
    "when",
    "still", "w", "only", "then", "not", "because", "bc", "as", "his", "her", "our", "from", "by", "on", "per", "it",
    "did",
    "said", "got", "will", "which", "who", "before", "after", "though", "instead", "latest", "maybe", "please", "pls",
  ]

  /// `10月9日`, `20号`, `3天后`, `2周内` behind the number.
  private func beforeHan(_ at: Int, _ value: Int, _ next: Int) -> (expression: DateExpression, end: Int)? {
    if let named = text.skip(next, "月"), (1...12).contains(value) { return monthAndDay(value, named, year: nil) }
    return dayOrDistance(at, value, next)
  }

  /// `20号`, `天后`, `周内`, `个月后`, `年后` behind a number.
  func dayOrDistance(_ at: Int, _ value: Int, _ next: Int) -> (expression: DateExpression, end: Int)? {
    if let past = text.skip(next, "号|日"), (1...31).contains(value) {
      let isThing =
        text.skip(
          past, "楼|线|机|门|厅|会议|馆|车|柜|店|仓|院|员|码|文|桌|产线|库|窗|位|人物|地|房|内|游|常|均|厂|炉|站|井|矿|标|合同|料|样|元") != nil
      guard !isThing else { return nil }
      let behind = weekdayBehind(past)
      return (.dayOfMonth(value, weekday: behind?.weekday, month: nil), behind?.end ?? past)
    }
    let unit: Int
    let end: Int
    if let past = text.skip(next, "天") {
      (unit, end) = (1, past)
    } else if let past = text.skip(next, "个星期|个礼拜|星期|礼拜|周") {
      (unit, end) = (7, past)
    } else if let past = text.skip(next, "个月") {
      (unit, end) = (30, past)
    } else {
      return nil
    }
    // 缩到5天以内 asks for a speed, not for a day.
    guard value <= 400, !text.ends(at, "到|在|缩|控制|为") else { return nil }
    if let past = text.skip(end, "之后|以后|之内|以内|后|内") { return (.offset(days: value * unit), past) }
    if let past = text.skip(end, "之前|以前|前") { return (.offset(days: -value * unit), past) }
    return nil
  }
}
