/// A date as somebody wrote it, before anything outside the words is known.
///
/// A note rarely says the year, and `10/11` may be either way round: what the expression leaves open is closed by
/// `DateConvention`, which is learnt from the whole journal, and by the day of the entry that it stands in.
public indirect enum DateExpression: Hashable, Sendable {
  /// A complete date.
  case day(Day)
  /// Month and day without a year; the weekday (1 Monday – 7 Sunday) when it stands beside.
  case monthDay(month: Int, day: Int, weekday: Int?)
  /// Two numbers that may be month/day or day/month; year and weekday when written.
  case ambiguous(first: Int, second: Int, year: Int?, weekday: Int?)
  /// `the 12th`, `20号`, `Mon 12th`; months away from the entry's month when said (`下月5号`), else the nearest.
  case dayOfMonth(Int, weekday: Int?, month: Int?)
  /// `周三`, `next Fri`: 1 Monday – 7 Sunday; weeks away from the entry's week when said.
  case weekday(Int, week: Int?)
  /// `明天`, `yesterday`, `in two weeks`: days after the entry's day.
  case offset(days: Int)
  /// `下周`, `月底`, `EOW`, `next quarter`: a period of the calendar, so many periods away from the entry's.
  case period(Period, offset: Int, part: Part)
  /// `October`, `10月底`, `明年3月`.
  case month(Int, year: Year?, part: Part)
  /// `Q3`, `明年一季度`.
  case quarter(Int, year: Year?, part: Part)
  /// `W38`, `week 40`: an ISO week.
  case week(Int, year: Int?)
  /// `8/3 - 8/7`, `9月8日至12日`.
  case through(DateExpression, DateExpression)
  /// `国庆后`, `before Christmas`, `去年国庆`.
  case holiday(Holiday, side: Side, year: Year?)
  /// `by Friday`, `20号前`: a date that something has to be done by. Of the days that may be meant, the next one is.
  case by(DateExpression)
  /// `heard Thursday`, `周四他说`: a date that lies behind. Of the days that may be meant, the last one is.
  case latest(DateExpression)

  /// A unit of the calendar.
  public enum Period: CaseIterable, Hashable, Sendable { case week, month, quarter, year }
  /// A part of a period.
  public enum Part: CaseIterable, Hashable, Sendable { case whole, start, middle, end }
  /// A year: as a number, or years away from the entry's.
  public enum Year: Hashable, Sendable {
    case number(Int)
    case offset(Int)
  }
  /// Before, at or after a holiday.
  public enum Side: CaseIterable, Hashable, Sendable { case before, at, after }

  /// Holidays that people date things by. Only those of a fixed date can be resolved.
  public enum Holiday: Hashable, Sendable {
    /// 元旦, 五一, 国庆, Christmas: month, first and last day of the holiday.
    case fixed(month: Int, first: Int, last: Int)
    /// 春节, 中秋, Thanksgiving: another day every year, which only `DateConvention.holidays` can tell; nil where no name
    /// is told (节后).
    case movable(MovableHoliday?)
  }

  /// Holidays of another day every year.
  public enum MovableHoliday: CaseIterable, Hashable, Sendable {
    case springFestival, qingming, dragonBoat, midAutumn, easter, thanksgiving, diwali
  }
}

/// What a journal shows about the way its dates are written.
public struct DateConvention: Hashable, Sendable {
  /// Whether `10/11` is 10 November.
  public var dayFirst: Bool
  /// The year of dates without one, when nothing nearer tells it: dates fall in the twelve months up to this day,
  /// or at most 60 days past it.
  public var reference: Day
  /// When holidays were and will be, as far as a team tells.
  public var holidays: [DateExpression.Holiday: [DayRange]]
  /// The day on which weeks begin: 1 Monday – 7 Sunday.
  public var weekStart: Int

  /// A convention.
  public init(
    dayFirst: Bool = false, reference: Day, holidays: [DateExpression.Holiday: [DayRange]] = [:], weekStart: Int = 1
  ) {
    self.dayFirst = dayFirst
    self.reference = reference
    self.holidays = holidays
    self.weekStart = weekStart
  }
}

/// A run of days, both ends included.
public struct DayRange: Hashable, Sendable {
  /// First day.
  public let first: Day
  /// Last day; for a deadline, the day that counts.
  public let last: Day

  /// From `first` to `last`.
  public init(_ first: Day, _ last: Day) {
    self.first = first
    self.last = max(first, last)
  }

  /// One day.
  public init(_ day: Day) { self.init(day, day) }
}

/// A date in the text.
public struct DateMention: Sendable {
  /// The words.
  public let expression: DateExpression
  /// Where they stand in `Note.text`.
  public let range: Range<Int>
  /// The sentence they stand in, as an index of `Note.sentences`.
  public let sentence: Int?
}
