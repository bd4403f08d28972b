import FactReading
import NoteSyntax

/// The day of every entry of a journal.
struct JournalCalendar: Sendable {
  /// How this journal writes its dates.
  let convention: DateConvention
  private let days: [[Day?]]

  /// Learns how dates are written from all notes, then resolves every entry's own date.
  init(_ readings: [NoteReading], asOf: Day) {
    let convention = DateConvention(reference: asOf)
    self.convention = convention
    days = readings.map { Self.days(of: $0, convention) }
  }

  /// The day of entry `entry` of note `note`, both by position in what the calendar was made of.
  func day(ofEntry entry: Int, inNote note: Int) -> Day? { days[note][entry] }

  /// In a diary, each entry counts from the one before: `Friday` after `Thurs 15th` is the 16th.
  private static func days(of reading: NoteReading, _ convention: DateConvention) -> [Day?] {
    var anchor = reading.date.flatMap { $0.resolved(anchor: nil, convention: convention)?.first }
    return reading.entries.map { entry in
      let day = entry.date?.entryDay(anchor: anchor, convention: convention)
      anchor = day ?? anchor
      return day
    }
  }
}
