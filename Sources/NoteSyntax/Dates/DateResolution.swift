extension DateExpression {
  /// The days meant, when they can be told: relative words count from `anchor`, the entry's day. Nil stays unresolved.
  ///
  /// Of a weekday by itself the one nearest to `anchor` is meant, and the last one where the words look back; of a day of the month one a week away or else that of
  /// the anchor's month; of a deadline (`by Friday`, `20号前`, or what the caller knows to be one) the first that is not
  /// over yet.
  public func resolved(anchor: Day?, convention: DateConvention, asDeadline: Bool = false) -> DayRange? {
    switch self {
    case .day(let day): return DayRange(day)
    case .monthDay(let month, let day, let weekday):
      return Self.monthDay(month, day, weekday, anchor, convention)
    case .ambiguous(let first, let second, let year, let weekday):
      guard let (month, day) = Self.order(first, second, dayFirst: convention.dayFirst) else { return nil }
      if let year { return Day(year: year, month: month, day: day).map { DayRange($0) } }
      return Self.monthDay(month, day, weekday, anchor, convention)
    case .through(let first, let last):
      guard let first = first.resolved(anchor: anchor, convention: convention),
        let last = last.resolved(anchor: first.first, convention: convention, asDeadline: true)
      else { return nil }
      return DayRange(first.first, last.last)
    case .week(let number, let year):
      return Self.isoWeek(number, year: year, near: anchor ?? convention.reference)
    case .month(let month, let year, let part):
      return Self.month(month, year, part, anchor, convention, asDeadline)
    case .quarter(let quarter, let year, let part):
      guard let year = Self.year(year, near: anchor ?? convention.reference, month: quarter * 3 - 1) else { return nil }
      return Self.months(from: quarter * 3 - 2, count: 3, year: year)?.part(part)
    case .holiday(let holiday, let side, let year):
      return Self.holiday(holiday, side, year, near: anchor ?? convention.reference, told: convention.holidays)
    case .by(let date): return date.resolved(anchor: anchor, convention: convention, asDeadline: true)
    case .latest(let date):
      guard case .weekday(let weekday, nil) = date, let anchor else {
        return date.resolved(anchor: anchor, convention: convention)
      }
      return DayRange(anchor - (anchor.weekday - weekday + 7) % 7)
    case .dayOfMonth, .weekday, .offset, .period:
      return anchor.flatMap { relative(to: $0, asDeadline, weekStart: convention.weekStart) }
    }
  }

  /// The day that an entry headed by this date was written on: of a week or a stretch of days, its last working day.
  public func entryDay(anchor: Day?, convention: DateConvention) -> Day? {
    guard let days = resolved(anchor: anchor, convention: convention, asDeadline: isWeekdayAlone) else { return nil }
    switch self {
    case .through: return days.last
    case .week, .period(.week, _, _): return days.last.weekday > 5 ? days.last - (days.last.weekday - 5) : days.last
    default: return days.first
    }
  }

  /// In a diary a weekday alone comes after the day before it.
  private var isWeekdayAlone: Bool {
    if case .weekday(_, nil) = self { return true }
    return false
  }

  /// Month and day of two numbers; the only way round when one of them is no month.
  static func order(_ first: Int, _ second: Int, dayFirst: Bool) -> (month: Int, day: Int)? {
    if first > 12 { return second <= 12 ? (second, first) : nil }
    if second > 12 { return (first, second) }
    return dayFirst ? (second, first) : (first, second)
  }

  private static func monthDay(
    _ month: Int, _ day: Int, _ weekday: Int?, _ anchor: Day?, _ convention: DateConvention
  ) -> DayRange? {
    let center = anchor ?? convention.reference
    let year = center.civil.year
    let days = (year - 1...year + 1).compactMap { Day(year: $0, month: month, day: day) }
    if let weekday, let exact = days.filter({ $0.weekday == weekday }).min(by: { abs($0 - center) < abs($1 - center) })
    {
      return DayRange(exact)
    }
    guard anchor == nil else { return days.min { abs($0 - center) < abs($1 - center) }.map { DayRange($0) } }
    return days.last { $0 - center <= 60 }.map { DayRange($0) }
  }

  private static func isoWeek(_ number: Int, year: Int?, near center: Day) -> DayRange? {
    func monday(_ year: Int) -> Day? {
      // The week that holds 4 January is the year's first.
      Day(year: year, month: 1, day: 4).map { $0 - ($0.weekday - 1) + (number - 1) * 7 }
    }
    let years = year.map { [$0] } ?? [center.civil.year - 1, center.civil.year, center.civil.year + 1]
    return years.compactMap(monday).min { abs($0 - center) < abs($1 - center) }.map { DayRange($0, $0 + 6) }
  }

  private static func month(
    _ month: Int, _ year: Year?, _ part: Part, _ anchor: Day?, _ convention: DateConvention, _ asDeadline: Bool
  ) -> DayRange? {
    let center = anchor ?? convention.reference
    if year == nil, asDeadline, let anchor {
      return (anchor.civil.year...anchor.civil.year + 1)
        .compactMap { months(from: month, count: 1, year: $0)?.part(part) }.first { $0.last >= anchor }
    }
    return Self.year(year, near: center, month: month).flatMap { months(from: month, count: 1, year: $0)?.part(part) }
  }

  /// The year meant; without one, that of the occurrence of `month` nearest to `center`.
  private static func year(_ year: Year?, near center: Day, month: Int) -> Int? {
    switch year {
    case .number(let number): return number
    case .offset(let offset): return center.civil.year + offset
    case nil:
      let own = center.civil
      let away = month - own.month
      return away > 6 ? own.year - 1 : away < -6 ? own.year + 1 : own.year
    }
  }

  private static func months(from month: Int, count: Int, year: Int) -> DayRange? {
    let first = year * 12 + month - 1
    let next = first + count
    guard let start = Day(year: first / 12, month: first % 12 + 1, day: 1),
      let end = Day(year: next / 12, month: next % 12 + 1, day: 1)
    else { return nil }
    return DayRange(start, end - 1)
  }

  private static func holiday(
    _ holiday: Holiday, _ side: Side, _ year: Year?, near center: Day, told: [Holiday: [DayRange]]
  ) -> DayRange? {
    let own = center.civil.year
    if let days = self.holiday(told[holiday] ?? [], year, near: center) {
      switch side {
      case .at: return days
      case .before: return DayRange(days.first - 1)
      case .after: return DayRange(days.last + 1, days.last + 7)
      }
    }
    guard case .fixed(let month, let first, let last) = holiday else { return nil }
    let years =
      switch year {
      case .number(let number): number...number
      case .offset(let offset): own + offset...own + offset
      case nil: own - 1...own + 1
      }
    let start = years.compactMap { Day(year: $0, month: month, day: first) }
      .min { abs($0 - center) < abs($1 - center) }
    guard let start else { return nil }
    switch side {
    case .at: return DayRange(start, start + (last - first))
    case .before: return DayRange(start - 1)
    case .after: return DayRange(start + (last - first) + 1, start + (last - first) + 7)
    }
  }

  /// Of the days that a team tells for a holiday, those of the year that is meant, or the nearest within half a year.
  private static func holiday(_ told: [DayRange], _ year: Year?, near center: Day) -> DayRange? {
    let own = center.civil.year
    let wanted: Int? =
      switch year {
      case .number(let number): number
      case .offset(let offset): own + offset
      case nil: nil
      }
    return told.filter { wanted == nil ? abs($0.first - center) <= 183 : $0.first.civil.year == wanted }
      .min { abs($0.first - center) < abs($1.first - center) }
  }

  private func relative(to anchor: Day, _ asDeadline: Bool, weekStart: Int) -> DayRange? {
    /// The first day of the anchor's week.
    let start = anchor - (anchor.weekday - weekStart + 7) % 7
    let civil = anchor.civil
    switch self {
    case .offset(let days): return DayRange(anchor + days)
    case .weekday(let weekday, let week):
      if let week { return DayRange(start + week * 7 + (weekday - weekStart + 7) % 7) }
      let ahead = (weekday - anchor.weekday + 7) % 7
      return DayRange(anchor + (asDeadline || ahead <= 3 ? ahead : ahead - 7))
    case .dayOfMonth(let day, let weekday, let offset):
      let month = civil.year * 12 + civil.month - 1
      let candidates = (offset.map { [$0] } ?? [-1, 0, 1]).compactMap { away in
        Day(year: (month + away) / 12, month: (month + away) % 12 + 1, day: day)
      }
      if let weekday, let exact = candidates.first(where: { $0.weekday == weekday }) { return DayRange(exact) }
      if asDeadline, offset == nil { return candidates.first { $0 >= anchor }.map { DayRange($0) } }
      let near = candidates.min { abs($0 - anchor) < abs($1 - anchor) }
      if let near, abs(near - anchor) <= 8 || offset != nil { return DayRange(near) }
      return (Day(year: civil.year, month: civil.month, day: day) ?? near).map { DayRange($0) }
    case .period(let period, let offset, let part):
      switch period {
      case .week:
        let first = start + offset * 7
        let monday = first + (8 - weekStart) % 7
        // A week's end is its Friday: nobody's deadline is a Sunday.
        return part == .end
          ? DayRange(monday + 4)
          : part == .start
            ? DayRange(monday, monday + 1) : part == .middle ? DayRange(monday + 2) : DayRange(first, first + 6)
      case .month:
        let month = civil.year * 12 + civil.month - 1 + offset
        return Self.months(from: month % 12 + 1, count: 1, year: month / 12)?.part(part)
      case .quarter:
        let quarter = civil.year * 4 + (civil.month - 1) / 3 + offset
        return Self.months(from: quarter % 4 * 3 + 1, count: 3, year: quarter / 4)?.part(part)
      case .year:
        let year = civil.year + offset
        switch part {
        case .whole: return Self.months(from: 1, count: 12, year: year)
        case .start: return Self.months(from: 1, count: 3, year: year)
        case .middle: return Self.months(from: 6, count: 2, year: year)
        case .end: return Self.months(from: 12, count: 1, year: year)
        }
      }
    default: return nil
    }
  }
}

extension DayRange {
  /// The first or last third of the days, or the middle one.
  fileprivate func part(_ part: DateExpression.Part) -> DayRange {
    let count = last - first + 1
    switch part {
    case .whole: return self
    case .start: return DayRange(first, first + (count / 3 - 1))
    case .middle: return DayRange(first + count / 3, first + (count * 2 / 3 - 1))
    case .end: return DayRange(first + count * 2 / 3, last)
    }
  }
}
