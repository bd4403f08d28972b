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

  @Test(arguments: ["2026-02-30", "2026-13-01", "2026-1-01", "20261-01-1", "2026-01-01x"])
  func noSuchDay(text: String) {
    #expect(Day(iso: text) == nil)
  }
}
