import NoteSyntax
import Testing

@Suite struct DayTests {
  @Test func civilAndNumberAgree() throws {
    let day = try #require(Day(year: 2026, month: 11, day: 26))
    #expect(day.iso == "2026-11-26")
    #expect(day.weekday == 4)
    for number in stride(from: -400_000, through: 400_000, by: 997) {
      let (year, month, dayOfMonth) = Day(number: number).civil
      #expect(Day(year: year, month: month, day: dayOfMonth)?.number == number)
    }
  }

  /// A year has a 29 February when four divide it, but not a hundred alone.
  @Test func leapYears() {
    let years = [1600, 1900, 2000, 2023, 2024, 2026, 2028, 2100, 2400]
    #expect(years.filter { Day(year: $0, month: 2, day: 29) != nil } == [1600, 2000, 2024, 2028, 2400])
    #expect(years.map { Day.length(ofMonth: 2, year: $0) } == [29, 28, 29, 28, 29, 28, 29, 28, 29])
  }

  @Test(arguments: ["2026-02-30", "2026-13-01", "2026-1-01", "20261-01-1", "2026-01-01x"])
  func noSuchDay(text: String) {
    #expect(Day(iso: text) == nil)
  }
}
