import FactReading
import NoteSyntax

/// What a journal's dates tell about the way they are written.
struct DateEvidence {
  /// Signs that `10/11` is 10 November, less those that it is 11 October.
  private var dayFirst = 0
  /// Dates with a month's name that say the day first, less those that say it behind: a habit that numbers share.
  private var dayFirstByName = 0
  /// Complete days that notes and entries are dated with.
  private var days: [Day] = []
  /// Month, day and weekday of dates without a year.
  private var weekdays: [(month: Int, day: Int, weekday: Int)] = []
  /// Pairs of numbers that may be either way round, with their weekday.
  private var pairs: [(first: Int, second: Int, weekday: Int)] = []
  /// What stands first and second in pairs of numbers that may be either way round: in a few weeks of notes the days differ
  /// more than the months. Chinese notes write `9/8` month first, but `9/8/2026` may be of Hong Kong.
  private var firsts: Set<Int> = []
  private var seconds: Set<Int> = []

  /// The complete days that notes and entries are dated with, in order.
  var knownDays: [Day] { days.sorted() }

  /// Takes the dates of one note into account.
  mutating func add(_ reading: NoteReading) {
    let own = reading.date
    dayFirstByName += reading.dayFirstDates
    if let own {
      add(own, isEntry: true)
      addSpread(own, reading.language)
    }
    for entry in reading.entries {
      guard let date = entry.date, date != own else { continue }
      add(date, isEntry: true)
      addSpread(date, reading.language)
      if let own { compare(date, own) }
    }
    for sentence in reading.sentences.indices {
      for date in reading.sentences[sentence].dates { add(date, isEntry: false) }
    }
  }

  private mutating func add(_ date: DateExpression, isEntry: Bool) {
    switch date {
    case .day(let day): if isEntry { days.append(day) }
    case .monthDay(let month, let day, let weekday?): weekdays.append((month, day, weekday))
    case .ambiguous(let first, let second, let year, let weekday):
      if first > 12, second <= 12 { dayFirst += 1 }
      if second > 12, first <= 12 { dayFirst -= 1 }
      if let weekday { pairs.append((first, second, weekday)) }
      if isEntry, let year, let (month, day) = order(first, second), let date = Day(year: year, month: month, day: day)
      {
        days.append(date)
      }
    case .through(let first, let last):
      add(first, isEntry: isEntry)
      add(last, isEntry: isEntry)
    case .by(let date): add(date, isEntry: false)
    default: break
    }
  }

  /// The only way round, when one of two numbers is no month.
  private func order(_ first: Int, _ second: Int) -> (month: Int, day: Int)? {
    if first > 12, second <= 12 { return (second, first) }
    return second > 12 && first <= 12 || first == second ? (first, second) : nil
  }

  private mutating func addSpread(_ date: DateExpression, _ language: Language) {
    guard case .ambiguous(let first, let second, let year, _) = date, first <= 12, second <= 12,
      year != nil || language == .en
    else { return }
    firsts.insert(first)
    seconds.insert(second)
  }

  /// A heading that agrees with its file's name in one way round only tells which it is.
  private mutating func compare(_ date: DateExpression, _ own: DateExpression) {
    guard case .ambiguous(let first, let second, _, _) = date, first != second else { return }
    let month: Int
    let day: Int
    switch own {
    case .day(let known): (month, day) = (known.civil.month, known.civil.day)
    case .monthDay(let ownMonth, let ownDay, _): (month, day) = (ownMonth, ownDay)
    default: return
    }
    if (first, second) == (month, day) { dayFirst -= 2 }
    if (first, second) == (day, month) { dayFirst += 2 }
  }

  /// The convention that the evidence speaks for. `asOf` tells the year only where nothing in the journal does.
  func convention(asOf: Day) -> DateConvention {
    let year = self.year(asOf: asOf)
    var votes = dayFirst
    for pair in pairs where pair.first <= 12 && pair.second <= 12 && pair.first != pair.second {
      let monthFirst = Day(year: year, month: pair.first, day: pair.second)?.weekday == pair.weekday
      let dayFirst = Day(year: year, month: pair.second, day: pair.first)?.weekday == pair.weekday
      if monthFirst != dayFirst { votes += dayFirst ? 1 : -1 }
    }
    for vote in [dayFirstByName, firsts.count - seconds.count] where votes == 0 { votes = vote }
    return DateConvention(dayFirst: votes > 0, reference: reference(year, asOf: asOf))
  }

  /// The latest complete day; without one, a day of the year that the weekdays agree with.
  private func reference(_ year: Int, asOf: Day) -> Day {
    if let latest = days.max() { return latest }
    return year == asOf.civil.year ? asOf : Day(year: year, month: 12, day: 31) ?? asOf
  }

  /// The year whose weekdays agree best with those written beside dates; of two, the one nearer to `asOf`.
  private func year(asOf: Day) -> Int {
    if let latest = days.max() { return latest.civil.year }
    let own = asOf.civil.year
    let known =
      weekdays
      + pairs.compactMap { pair in order(pair.first, pair.second).map { ($0.month, $0.day, pair.weekday) } }
    guard !known.isEmpty else { return own }
    var best = (year: own, agreeing: -1)
    for year in [own, own - 1, own + 1, own - 2, own - 3, own - 4] {
      let agreeing = known.count { Day(year: year, month: $0.month, day: $0.day)?.weekday == $0.weekday }
      if agreeing > best.agreeing { best = (year, agreeing) }
    }
    return best.year
  }
}
