import FactReading
import NoteSyntax
import SourceText
import Testing

@testable import DealJournal

@Suite struct JournalCalendarTests {
  /// The day of every entry of a journal, in order of path and line.
  func days(_ notes: [(path: String, text: String)], asOf: String = "2026-11-20") throws -> [String] {
    let readings = notes.map { NoteReading(of: Note(parsing: SourceFile(path: $0.path, text: $0.text))) }
    let calendar = JournalCalendar(readings, asOf: try #require(Day(iso: asOf)))
    return readings.indices.flatMap { note in
      readings[note].entries.indices.map { calendar.day(ofEntry: $0, inNote: note)?.iso ?? "?" }
    }
  }

  @Test func aDayOverTwelveTellsTheOrder() throws {
    #expect(try days([("a.md", "# 14/10 visit\nx"), ("b.md", "# 3/11 call\nx")]) == ["2026-10-14", "2026-11-03"])
    #expect(try days([("a.md", "# 10/14 visit\nx"), ("b.md", "# 11/3 call\nx")]) == ["2026-10-14", "2026-11-03"])
  }

  @Test func aWeekdayTellsTheOrder() throws {
    #expect(try days([("a.md", "# Mon 9/11\nx"), ("b.md", "# 3/8\nx")]) == ["2026-11-09", "2026-08-03"])
  }

  @Test func aFileNameTellsTheOrder() throws {
    #expect(try days([("2026-03-09.md", "# 9/3 call\nx"), ("b.md", "# 4/5\nx")]) == ["2026-03-09", "2026-05-04"])
  }

  @Test func completeDatesTellTheYearOfTheOthers() throws {
    #expect(
      try days([("2024-12-20 a.md", "x"), ("b.md", "1/8 y"), ("c.md", "11/30 z")]) == [
        "2024-12-20", "2025-01-08", "2024-11-30",
      ])
  }

  @Test func weekdaysTellTheYear() throws {
    // 2025: 3 September was a Wednesday, 10 October a Friday.
    #expect(try days([("a.md", "## 9.3 周三\nx\n\n## 10.10 周五\ny")]) == ["2025-09-03", "2025-10-10"])
  }

  @Test func asOfTellsTheYearWhereNothingDoes() throws {
    #expect(try days([("a.md", "12/28 x"), ("b.md", "1/5 y")], asOf: "2026-01-10") == ["2025-12-28", "2026-01-05"])
  }

  @Test func aDiaryCountsFromTheEntryBefore() throws {
    let diary = "Mon 28th rang Dave.\n\nThurs 1st saw Emma.\n\nFriday nothing.\n"
    #expect(try days([("week of 28 sept.txt", diary)]) == ["2026-09-28", "2026-10-01", "2026-10-02"])
  }

  @Test func aWeekIsDatedByItsLastWorkingDay() throws {
    #expect(try days([("W38.md", "# W38\nx"), ("b.md", "# 10/19 - 10/23\ny")]) == ["2026-09-18", "2026-10-23"])
  }
}
