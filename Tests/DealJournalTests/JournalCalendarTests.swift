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

  /// In a few weeks of notes days differ more than months.
  @Test(arguments: [
    ("# 6/10 visit\nx\n\n# 8/10 call\ny", ["2026-10-06", "2026-10-08"]),
    ("# 10/6 visit\nx\n\n# 10/8 call\ny", ["2026-10-06", "2026-10-08"]),
    ("6/10/2026 見咗陳經理，佢話想裝冷庫。\n\n8/10/2026 陳經理覆咗，要報價。", ["2026-10-06", "2026-10-08"]),
    ("# 9/8 宏泰\n见了王经理。\n\n# 10/8 宏泰\n王经理要报价。", ["2026-09-08", "2026-10-08"]),
  ])
  func whatDiffersMoreIsTheDay(_ text: String, _ expected: [String]) throws {
    #expect(try days([("a.md", text)]) == expected)
  }

  @Test func namedMonthsTellTheOrderWhereNumbersDoNot() throws {
    #expect(try days([("a.md", "# 3/11 call\nback on 9 November or 2 Dec")]) == ["2026-11-03"])
    #expect(try days([("a.md", "# 3/11 call\nback on November 9 or Dec 2")]) == ["2026-03-11"])
  }

  @Test(arguments: [
    ("week.md", "# Week of 12 Oct\n\n## Monday\na\n\n## Wed - Fenside\nb", ["2026-10-12", "2026-10-12", "2026-10-14"]),
    ("week of 12 oct.txt", "Monday\nrang Dave\n\nTuesday\nsaw Emma", ["2026-10-12", "2026-10-13"]),
    ("2026-09.md", "# 9月\n\n12号：见了张总\n\n20号：演示", ["2026-09-01", "2026-09-12", "2026-09-20"]),
    ("2026-10-09 a.md", "Met Dana.\n\nUpdate 10/12: she called back.", ["2026-10-09", "2026-10-12"]),
    ("2026-10-09 a.md", "Met Dana.\n\n10/12 demo at their place.", ["2026-10-09"]),
    ("2026-10-09 a.md", "Met Dana.\n\n10/2, he said, was the last day.", ["2026-10-09"]),
    ("log.md", "| 日期 | 客户 |\n|---|---|\n| 10/9 | 宏泰 |\n| 10/12 | 恒达 |", ["?", "2026-10-09", "2026-10-12"]),
    ("2026-10-09.md", "| 事项 | 日期 |\n|---|---|\n| 方案 | 10/20 |", ["2026-10-09"]),
    ("a.txt", "【拜访纪要】2026-07-28 华峰\n参会：陈总\n\n【拜访纪要】2026-08-02 华峰\n参会：陈总", ["2026-07-28", "2026-08-02"]),
    ("a.md", "- 2026-08-01: 首次拜访\n- 2026-08-09: 报价\n- 还在等", ["2026-08-01", "2026-08-09"]),
    ("a.md", "2026-08-01 kick-off\n\nNext steps:\n- 2026-08-09 demo\n- 2026-08-12 quote", ["2026-08-01"]),
    ("a.md", "## Discovery Call — 28 Jan 2026\nx\n\n## Pricing (3 Feb 2026)\ny", ["2026-01-28", "2026-02-03"]),
    ("a.md", "# [2026-08-01] 宏泰\n时间：14:00\nx", ["2026-08-01"]),
    ("10-09 acme.md", "x", ["2026-10-09"]),
    ("a.md", "Date: Mon, 12 Oct 2026 09:13 +0800\nSubject: quote\n\nHi", ["2026-10-12"]),
  ])
  func entriesOf(path: String, text: String, expected: [String]) throws {
    #expect(try days([(path, text)]) == expected)
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
