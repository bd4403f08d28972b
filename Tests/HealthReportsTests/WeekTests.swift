import HealthReports
import NoteSyntax
import Testing

@Suite struct WeekTests {
  @Test(
    arguments: [
      ("2026-11-20", "2026-W47", "2026-11-16"), ("2027-01-01", "2026-W53", "2026-12-28"),
      ("2024-12-30", "2025-W01", "2024-12-30"), ("2026-01-01", "2026-W01", "2025-12-29"),
    ])
  func iso8601(day: String, name: String, monday: String) throws {
    let week = Week(containing: try #require(Day(iso: day)))
    #expect(week.iso == name)
    #expect(week.first.iso == monday)
    #expect(week.last.iso == (week.first + 6).iso)
    #expect(Week(name) == week)
  }

  @Test(arguments: ["2026-W54", "2025-W53", "2026-W00", "2026-47", "W47", "", "2026-W4", "2026-W+7"])
  func noSuchWeek(text: String) {
    #expect(Week(text) == nil)
  }

  @Test func aPeriodIsNamedAfterItsWeek() throws {
    let monday = try #require(Day(iso: "2026-11-16"))
    #expect(Period(first: monday, last: monday + 6)?.name == "2026-W47")
    #expect(Period(first: monday, last: monday + 7)?.name == "2026-11-16/2026-11-23")
    #expect(Period(first: monday, last: monday - 1) == nil)
    #expect(Period(first: monday, last: monday + 9)?.previous.name == "2026-11-06/2026-11-15")
  }
}
