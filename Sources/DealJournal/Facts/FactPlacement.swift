import FactReading
import NoteSyntax

/// Puts what was read from single sentences into its place: whose, which deal's, when.
enum FactPlacement {
  /// Every fact of the journal, ordered by path, line, kind; `readings` are ordered by path.
  static func place(_ readings: [NoteReading], cast: Cast, map: DealMap, calendar: JournalCalendar) -> [JournalFact] {
    []
  }
}
