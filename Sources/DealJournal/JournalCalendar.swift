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
    days = readings.map { reading in
      reading.entries.map { $0.date?.resolved(anchor: nil, convention: convention)?.first }
    }
  }

  /// The day of entry `entry` of note `note`, both by position in what the calendar was made of.
  func day(ofEntry entry: Int, inNote note: Int) -> Day? { days[note][entry] }
}
