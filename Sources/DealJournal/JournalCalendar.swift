import FactReading
import NoteSyntax
import SourceText

/// The day of every entry of a journal.
package struct JournalCalendar: Sendable {
  /// How this journal writes its dates.
  let convention: DateConvention
  private let entries: Numbering
  private let days: [Day?]

  /// Learns how dates are written from all notes, then resolves every entry's own date.
  init(_ readings: [NoteReading], asOf: Day, settings: ReadingSettings = ReadingSettings()) {
    var evidence = DateEvidence()
    for reading in readings { evidence.add(reading) }
    var convention = evidence.convention(asOf: asOf)
    convention.holidays = settings.holidays
    convention.weekStart = settings.weekStart
    self.convention = convention
    let known = evidence.knownDays
    entries = Numbering(readings.indices.map { readings[$0].entries.count })
    days = concurrentMap(readings.indices) { [convention] in Self.days(of: readings[$0], convention, known: known) }
      .flatMap(\.self)
  }

  /// The day of the entry with a number of `JournalNotes.entries`.
  subscript(entry: Int) -> Day? { days[entry] }

  /// The day of entry `entry` of note `note`, both by position in what the calendar was made of.
  func day(ofEntry entry: Int, inNote note: Int) -> Day? { days[entries[note].lowerBound + entry] }

  /// In a diary, each entry counts from the one before: `Friday` after `Thurs 15th` is the 16th.
  private static func days(of reading: NoteReading, _ convention: DateConvention, known: [Day]) -> [Day?] {
    /// A date without a year is of the year that brings it nearest to a complete one of the journal.
    func neighbour(of date: DateExpression) -> Day? {
      guard let day = date.resolved(anchor: nil, convention: convention)?.first, !known.isEmpty else { return nil }
      return [-366, 0, 366].compactMap { known.nearest(to: day + $0) }
        .min { distance($0, day) < distance($1, day) }
    }
    /// Days between two days of which one may belong to another year.
    func distance(_ known: Day, _ day: Day) -> Int {
      let away = abs(known - day) % 365
      return min(away, 365 - away)
    }
    let own = reading.date.flatMap { $0.resolved(anchor: neighbour(of: $0), convention: convention)?.first }
    var anchor = own
    return reading.entries.map { entry in
      if let own, let date = entry.date, date.isEitherWayRound(own) {
        anchor = own
        return own
      }
      let day = entry.date?.entryDay(anchor: anchor ?? entry.date.flatMap(neighbour), convention: convention)
      anchor = day ?? anchor
      return day
    }
  }
}

extension DateExpression {
  /// Whether two numbers are month and day of `day`, in either order.
  fileprivate func isEitherWayRound(_ day: Day) -> Bool {
    guard case .ambiguous(let first, let second, nil, _) = self else { return false }
    let civil = day.civil
    return (first, second) == (civil.month, civil.day) || (first, second) == (civil.day, civil.month)
  }
}

extension [Day] {
  /// The day of an ordered list that is nearest to `day`.
  fileprivate func nearest(to day: Day) -> Day? {
    let first = firstIndexSorted { $0 >= day }
    let around = self[Swift.max(0, first - 1)..<Swift.min(count, first + 1)]
    return around.min { abs($0 - day) < abs($1 - day) }
  }
}
