/// Dates that begin with a Han character: `周三`, `下周五`, `月底`, `十月中旬`, `明年3月`, `两周后`, `国庆前`.
extension DateReader {
  func chinese(_ at: Int) -> (expression: DateExpression, end: Int)? {
    switch text.scalar(at).scalar {
    case 0x5468, 0x661F, 0x793C: return weekday(at)  // 周 星 礼
    case 0x4E0A, 0x4E0B, 0x672C, 0x8FD9: return periodFromHere(at)  // 上 下 本 这
    case 0x4ECA, 0x660E, 0x6628, 0x540E, 0x524D, 0x5927, 0x53BB, 0x5F53: return relativeDay(at)  // 今 明 昨 后 前 大 去 当
    case 0x6708: return thisMonthPart(at)  // 月
    case 0x5E74: return yearPart(at)  // 年
    case 0x7B2C, 0x5B63: return quarterOrSeason(at)  // 第 季
    case 0x56FD, 0x6625, 0x5143, 0x4E2D, 0x7AEF, 0x6E05, 0x52B3, 0x5723, 0x53CC, 0x8282: return holiday(at)
    default: return counted(at)
    }
  }

  /// A number in digits or Han numerals up to 99.
  func count(_ at: Int) -> (value: Int, end: Int)? {
    if text[at].isASCIIDigit { return text.number(at, digits: 1...2) }
    var at = at
    var value = 0
    var isRead = false
    while let digit = hanDigit(at) {
      if digit == 10 {
        value = value == 0 ? 10 : value * 10
      } else if value >= 10, value % 10 == 0 {
        value += digit
      } else if !isRead {
        value = digit
      } else {
        return nil
      }
      isRead = true
      at += 3
      if value > 99 { return nil }
    }
    return isRead ? (value, at) : nil
  }

  private func hanDigit(_ at: Int) -> Int? {
    switch text.scalar(at).scalar {
    case 0x4E00: 1  // 一
    case 0x4E8C, 0x4E24: 2  // 二 两
    case 0x4E09: 3  // 三
    case 0x56DB: 4  // 四
    case 0x4E94: 5  // 五
    case 0x516D: 6  // 六
    case 0x4E03: 7  // 七
    case 0x516B: 8  // 八
    case 0x4E5D: 9  // 九
    case 0x5341: 10  // 十
    default: nil
    }
  }

  private func counted(_ at: Int) -> (expression: DateExpression, end: Int)? {
    guard hanDigit(at) != nil, !text.ends(at, "第|每"), !(at > lower && text[at - 1].isASCIIDigit),
      hanDigitBefore(at) == nil, let number = count(at)
    else { return nil }
    // 十一 and 五一 are holidays where something says so.
    if let side = holidaySide(number.end), text.starts(at, "十一") || text.starts(at, "五一"),
      number.end == at + 6 || text.starts(at, "五一")
    {
      let isOctober = text.starts(at, "十一")
      return (.holiday(isOctober ? .nationalDay : .labourDay, side: side.side, year: nil), side.end)
    }
    if let named = text.skip(number.end, "月"), (1...12).contains(number.value) {
      return monthAndDay(number.value, named, year: nil)
    }
    if let past = text.skip(number.end, "季度"), (1...4).contains(number.value) {
      return (.quarter(number.value, year: nil, part: .whole), past)
    }
    // 三号 alone is rather a name than a day; 十二号 is a day.
    if number.value < 10, text.skip(number.end, "日") != nil { return nil }
    return dayOrDistance(at, number.value, number.end)
  }

  private func hanDigitBefore(_ at: Int) -> Int? { at - 3 >= lower ? hanDigit(at - 3) : nil }

  private func weekday(_ at: Int) -> (expression: DateExpression, end: Int)? {
    guard let name = text.skip(at, "周|星期|礼拜") else { return nil }
    // 每周三 names no day, and 两周一次 no weekday.
    if text.ends(at, "每|每个|几|多|整|半|个|双|单")
      || at > lower && (text[at - 1].isASCIIDigit || hanDigitBefore(at) != nil)
    {
      return nil
    }
    if text.starts(name, "末") { return (.weekday(6, week: nil), name + 3) }
    guard let day = chineseWeekday(name) else { return nil }
    // 周一鸣 is a person, and so is 周天成; a weekday is followed by something else than a given name.
    if name - at == 3, text.skip(day.end, "鸣|凡|帆|平|文|新|生|成|宇|翔|航|围|身|到四处") != nil {
      return nil
    }
    return (.weekday(day.weekday, week: nil), day.end)
  }

  /// 上周, 下周五, 本月底, 这个礼拜, 下个月初, 下下周.
  private func periodFromHere(_ at: Int) -> (expression: DateExpression, end: Int)? {
    var end: Int
    var offset: Int
    if let past = text.skip(at, "上上") {
      (offset, end) = (-2, past)
    } else if let past = text.skip(at, "下下") {
      (offset, end) = (2, past)
    } else if let past = text.skip(at, "上") {
      (offset, end) = (-1, past)
    } else if let past = text.skip(at, "下") {
      (offset, end) = (1, past)
    } else if let past = text.skip(at, "本|这") {
      (offset, end) = (0, past)
    } else {
      return nil
    }
    let isCounted = text.starts(end, "个")
    end = text.skip(end, "个") ?? end
    if let named = text.skip(end, "周|星期|礼拜") {
      if let day = chineseWeekday(named) { return (.weekday(day.weekday, week: offset), day.end) }
      if let past = text.skip(named, "末") { return (.weekday(6, week: offset), past) }
      // 这个周 is somebody called 周.
      guard !isCounted || named - end > 3 else { return nil }
      return (.period(.week, offset: offset, part: .whole), named)
    }
    if let named = text.skip(end, "月") {
      if let day = count(named), let past = text.skip(day.end, "号|日"), (1...31).contains(day.value) {
        return (.dayOfMonth(day.value, weekday: nil, month: offset), past)
      }
      let part = monthPart(named)
      return (.period(.month, offset: offset, part: part?.part ?? .whole), part?.end ?? named)
    }
    if let named = text.skip(end, "季度|季") {
      let past = text.skip(named, "末|底")
      return (.period(.quarter, offset: offset, part: past == nil ? .whole : .end), past ?? named)
    }
    return nil
  }

  private func relativeDay(_ at: Int) -> (expression: DateExpression, end: Int)? {
    let next = at + 3
    func day(_ offset: Int, _ end: Int?) -> (expression: DateExpression, end: Int)? {
      end.map { (.offset(days: offset), $0) }
    }
    func year(_ offset: Int) -> (expression: DateExpression, end: Int)? {
      text.skip(next, "年").flatMap { inYear($0, .offset(offset), offset) }
    }
    switch text.scalar(at).scalar {
    case 0x4ECA: return day(0, text.skip(next, "天|日|晚|早|晨")) ?? year(0)  // 今
    case 0x660E:  // 明
      // 说明晚了 explains a delay.
      if text.starts(next, "晚了") { return nil }
      return day(1, text.skip(next, "天|日|早|晚|后天")) ?? year(1)
    case 0x6628: return day(-1, text.skip(next, "天|日|晚|夜"))  // 昨
    case 0x540E: return day(2, text.skip(next, "天")) ?? year(2)  // 后
    case 0x524D: return day(-2, text.skip(next, "天|晚")) ?? year(-2)  // 前
    case 0x5927: return day(3, text.skip(next, "后天")) ?? day(-3, text.skip(next, "前天"))  // 大
    case 0x53BB: return year(-1)  // 去
    case 0x5F53: return year(0)  // 当
    default: return nil
    }
  }

  /// 3月, 一季度, Q1, 底 behind 明年; a year by itself is no date.
  private func inYear(_ end: Int, _ year: DateExpression.Year, _ offset: Int) -> (expression: DateExpression, end: Int)?
  {
    let next = text.skipBlanks(text.skip(end, "的") ?? end)
    if let past = text.skip(next, "年底|底|末") { return (.period(.year, offset: offset, part: .end), past) }
    if let past = text.skip(next, "年初|初") { return (.period(.year, offset: offset, part: .start), past) }
    if let past = text.skip(next, "年中") { return (.period(.year, offset: offset, part: .middle), past) }
    let number = text.skip(next, "第").map { count($0) } ?? count(next)
    if let number {
      if let named = text.skip(text.skipBlanks(number.end), "月"), (1...12).contains(number.value) {
        return monthAndDay(number.value, named, year: year)
      }
      if let past = text.skip(number.end, "季度"), (1...4).contains(number.value) {
        return (.quarter(number.value, year: year, part: .whole), past)
      }
    }
    if let holiday = holiday(next), case .holiday(let name, let side, nil) = holiday.expression {
      return (.holiday(name, side: side, year: year), holiday.end)
    }
    if text[next] | 0x20 == 0x71, let quarter = text.number(next + 1, digits: 1...1), (1...4).contains(quarter.value) {
      return (.quarter(quarter.value, year: year, part: .whole), quarter.end)
    }
    return nil
  }

  private func thisMonthPart(_ at: Int) -> (expression: DateExpression, end: Int)? {
    // 三个月底 and 10月底 are read from their number.
    if text.ends(at, "个") || at > lower && (text[at - 1].isASCIIDigit || hanDigitBefore(at) != nil) { return nil }
    if let past = text.skip(at, "月底|月末") { return (.period(.month, offset: 0, part: .end), past) }
    if let past = text.skip(at, "月初") { return (.period(.month, offset: 0, part: .start), past) }
    if let past = text.skip(at, "月中") { return (.period(.month, offset: 0, part: .middle), past) }
    return nil
  }

  private func yearPart(_ at: Int) -> (expression: DateExpression, end: Int)? {
    if at > lower,
      text[at - 1].isASCIIDigit || hanDigitBefore(at) != nil
        || text.ends(at, "去|明|今|后|当|半|多|几|每|百|千|万")
    {
      return nil
    }
    if let past = text.skip(at, "年底|年末|年内") { return (.period(.year, offset: 0, part: .end), past) }
    if let past = text.skip(at, "年初") { return (.period(.year, offset: 0, part: .start), past) }
    // 年前 and 年后 count from the Spring Festival.
    if let past = text.skip(at, "年前") { return (.holiday(.movable(.springFestival), side: .before, year: nil), past) }
    if let past = text.skip(at, "年后") { return (.holiday(.movable(.springFestival), side: .after, year: nil), past) }
    return nil
  }

  private func quarterOrSeason(_ at: Int) -> (expression: DateExpression, end: Int)? {
    if let past = text.skip(at, "季度末|季末|季度底"), hanDigitBefore(at) == nil {
      return (.period(.quarter, offset: 0, part: .end), past)
    }
    guard let number = text.skip(at, "第").flatMap({ count($0) }), (1...4).contains(number.value),
      let past = text.skip(number.end, "季度")
    else { return nil }
    return (.quarter(number.value, year: nil, part: .whole), past)
  }

  private func holiday(_ at: Int) -> (expression: DateExpression, end: Int)? {
    guard let (holiday, name) = holidayName(at) else {
      // 节后 without a name: the holiday that everybody knows is meant.
      guard let past = text.skip(at, "节前|节后"), at == lower || !text.scalar(at - 3).scalar.isHan || text.ends(at, "过")
      else { return nil }
      return (.holiday(.movable(nil), side: text.starts(at, "节前") ? .before : .after, year: nil), past)
    }
    let end = text.skip(name, "节") ?? name
    let side = holidaySide(end)
    return (.holiday(holiday, side: side?.side ?? .at, year: nil), side?.end ?? end)
  }

  private func holidayName(_ at: Int) -> (holiday: DateExpression.Holiday, end: Int)? {
    let next = at + 3
    switch text.scalar(at).scalar {
    case 0x56FD: return text.skip(next, "庆").map { (.nationalDay, $0) }
    case 0x5143: return text.skip(next, "旦").map { (.newYear, $0) }
    case 0x52B3: return text.skip(next, "动节").map { (.labourDay, $0) }
    case 0x5723: return text.skip(next, "诞").map { (.fixed(month: 12, first: 25, last: 25), $0) }
    case 0x53CC:  // 双
      if let past = text.skip(next, "十一|11") { return (.fixed(month: 11, first: 11, last: 11), past) }
      return text.skip(next, "十二|12").map { (.fixed(month: 12, first: 12, last: 12), $0) }
    case 0x6625: return text.skip(next, "节").map { (.movable(.springFestival), $0) }
    case 0x4E2D: return text.skip(next, "秋").map { (.movable(.midAutumn), $0) }
    case 0x7AEF: return text.skip(next, "午").map { (.movable(.dragonBoat), $0) }
    case 0x6E05: return text.skip(next, "明节|明前|明后|明假").map { (.movable(.qingming), min($0, next + 3)) }
    default: return nil
    }
  }

  /// 前, 之后, 期间 behind a holiday.
  private func holidaySide(_ end: Int) -> (side: DateExpression.Side, end: Int)? {
    if let past = text.skip(end, "之前|以前|前") { return (.before, past) }
    if let past = text.skip(end, "之后|以后|过后|后") { return (.after, past) }
    if let past = text.skip(end, "期间|假期|长假|放假") { return (.at, past) }
    return nil
  }
}

extension DateExpression.Holiday {
  /// 元旦, 1 January.
  static let newYear = Self.fixed(month: 1, first: 1, last: 1)
  /// 五一, 1 to 5 May.
  static let labourDay = Self.fixed(month: 5, first: 1, last: 5)
  /// 国庆, 1 to 7 October.
  static let nationalDay = Self.fixed(month: 10, first: 1, last: 7)
}
