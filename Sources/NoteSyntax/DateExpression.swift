/// A date as somebody wrote it, before anything outside the words is known.
///
/// A note rarely says the year, and `10/11` may be either way round: what the expression leaves open is closed by
/// `DateConvention`, which is learnt from the whole journal.
public enum DateExpression: Hashable, Sendable {
  /// A complete date.
  case day(Day)
  /// Month and day without a year; the weekday (1 Monday – 7 Sunday) when it stands beside.
  case monthDay(month: Int, day: Int, weekday: Int?)
  /// Two numbers that may be month/day or day/month; year when written.
  case ambiguous(first: Int, second: Int, year: Int?)
}

/// What a journal shows about the way its dates are written.
public struct DateConvention: Hashable, Sendable {
  /// Whether `10/11` is 10 November.
  public var dayFirst: Bool
  /// The year of dates without one, when nothing nearer tells it: dates fall in the twelve months up to this day,
  /// or at most 60 days past it.
  public var reference: Day

  /// A convention.
  public init(dayFirst: Bool = false, reference: Day) {
    self.dayFirst = dayFirst
    self.reference = reference
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

extension DateExpression {
  /// The days meant, when they can be told: relative words count from `anchor`, the entry's day. Nil stays unresolved.
  public func resolved(anchor: Day?, convention: DateConvention) -> DayRange? {
    switch self {
    case .day(let day): return DayRange(day, day)
    case .monthDay(let month, let day, _):
      return Self.nearest(month: month, day: day, to: anchor ?? convention.reference)
    case .ambiguous(let first, let second, let year):
      let (month, day) = convention.dayFirst ? (second, first) : (first, second)
      if let year { return Day(year: year, month: month, day: day).map { DayRange($0, $0) } }
      return Self.nearest(month: month, day: day, to: anchor ?? convention.reference)
    }
  }

  private static func nearest(month: Int, day: Int, to reference: Day) -> DayRange? {
    let year = reference.civil.year
    return (year - 1...year + 1)
      .compactMap { Day(year: $0, month: month, day: day) }
      .min { abs($0 - reference) < abs($1 - reference) }
      .map { DayRange($0, $0) }
  }
}
