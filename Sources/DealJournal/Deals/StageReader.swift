import FactReading
import NoteSyntax

/// Tells the stage that a deal's facts bear out.
enum StageReader {
  /// The stage at `asOf` of a deal with these facts, in order of day.
  static func stage(of facts: [JournalFact], asOf: Day) -> Stage { .lead }
}
