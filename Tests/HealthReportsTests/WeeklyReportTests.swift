import DealHealth
import FactReading
import NoteSyntax
import SourceText
import TestSupport
import Testing

@testable import HealthReports

@Suite struct WeeklyReportTests {
  /// The same notes as of a day: what comes later has no part in states, as the fold has it.
  func assessment(asOf: String) -> Assessment {
    var builder = JournalBuilder(asOf: asOf)
    builder.fact(.contact, "Tom Reed", on: "2026-11-10")
    builder.fact(.needRequirement, "Tom Reed", on: "2026-11-10")
    builder.fact(.contact, "Tom Reed", on: "2026-11-17")
    builder.fact(.needConfirmed, "Tom Reed", on: "2026-11-17")
    builder.fact(.contact, "Li Min", on: "2026-11-18")
    builder.fact(.trustDown, "Li Min", on: "2026-11-18")
    builder.fact(.valueBenefit, "Tom Reed", on: "2026-11-18")
    builder.influencer("Tom Reed", .user)
    if asOf >= "2026-11-18" { builder.influencer("Li Min", .economic) }
    builder.promise(.ours, on: "2026-11-18", due: "2026-11-24", .open, "send the *plan*")
    return Assessment(of: builder.journal(asOf >= "2026-11-18" ? .value : .needs))
  }

  func report(_ language: Language) throws -> WeeklyReport {
    let week = try #require(Week("2026-W47"))
    return WeeklyReport(
      now: assessment(asOf: "2026-11-20"), before: assessment(asOf: "2026-11-15"), period: Period(week),
      language: language)
  }

  @Test func whatTheWeekBrought() throws {
    let text = try report(.en).markdown()
    for line in [
      "# Week 2026-W47", "2026-11-16 to 2026-11-20\\",
      "- **Larkfield** needs → value; met Li Min for the first time; Tom Reed's need confirmed; "
        + "Tom Reed shown what they gain (notes.md:3, notes.md:5, notes.md:4)",
      "- **Larkfield** Li Min's trust −1 (notes.md:6)",
      "- **Tue 2026-11-24** Larkfield, we: “send the \\*plan\\*” (notes.md:10)",
    ] {
      #expect(text.split(separator: "\n").map(String.init).contains(line), "\(line)\n\(text)")
    }
  }

  @Test func inChinese() throws {
    let text = try report(.zh).markdown()
    #expect(text.contains("确认需求 → 传递价值；第一次接触 Li Min；Tom Reed 的需求确认过"))
    #expect(text.contains("- **2026-11-24 周二** Larkfield，我方：“send the"))
  }

  @Test func aWeekWithoutMovement() throws {
    let week = try #require(Week("2026-W48"))
    let still = WeeklyReport(
      now: assessment(asOf: "2026-11-23"), before: assessment(asOf: "2026-11-22"), period: Period(week), language: .en)
    #expect(still.markdown().contains("## Due, by day"))
    #expect(!still.markdown().contains("## Moved"))
  }

  /// What waits on an earlier cause was missing all the time: it is neither cleared when it begins to wait nor new when it
  /// speaks.
  @Test func whatWaitedIsNoNews() throws {
    func assessment(asOf: String, isAsked: Bool) -> Assessment {
      var builder = JournalBuilder(asOf: asOf)
      builder.fact(.needRequirement, "Ann", on: "2026-11-10")
      if isAsked {
        builder.fact(.contact, "Ann", on: "2026-11-17")
        builder.fact(.needConfirmed, "Ann", on: "2026-11-17")
      }
      builder.influencer("Ann", .economic)
      return Assessment(of: builder.journal(.value))
    }
    let week = try #require(Week("2026-W47"))
    let text = WeeklyReport(
      now: assessment(asOf: "2026-11-20", isAsked: true), before: assessment(asOf: "2026-11-15", isAsked: false),
      period: Period(week), language: .en
    ).markdown()
    let value = "Ann has not been shown what is in it for them."
    #expect(assessment(asOf: "2026-11-15", isAsked: false).waiting.map(\.message.en).contains(value))
    #expect(assessment(asOf: "2026-11-20", isAsked: true).findings.map(\.message.en).contains(value))
    #expect(text.contains("Ann may well have the final say, and we have not heard from them what they need."))
    #expect(!text.contains("V401"))
  }

  @Test func besideThePeriodBefore() throws {
    let week = try #require(Week("2026-W47"))
    let report = WeeklyReport(
      now: assessment(asOf: "2026-11-20"), before: assessment(asOf: "2026-11-15"), period: Period(week),
      earlier: assessment(asOf: "2026-11-08"), language: .en)
    let text = report.terminal(TerminalStyle())
    // Tom was met for the first time in the week before, Li Min in this one.
    #expect(text.contains("  people           1       1\n"))
    #expect(text.contains("  value            0       1\n"))
    #expect(!(try self.report(.en).terminal(TerminalStyle()).contains("Beside the period before")))
  }

  @Test(arguments: Language.allCases, [40, 80]) func noLineIsWiderThanThePage(language: Language, width: Int) throws {
    for line in try report(language).terminal(TerminalStyle(width: width)).split(separator: "\n") {
      #expect(DisplayWidth.columns(of: line) <= width)
    }
  }

  @Test func colourIsOnlyPaint() throws {
    let plain = try report(.zh).terminal(TerminalStyle(width: 50))
    let painted = try report(.zh).terminal(TerminalStyle(hasColor: true, width: 50))
    let bare = painted.split(separator: "\u{1B}", omittingEmptySubsequences: false).enumerated()
      .map { $0.offset == 0 ? $0.element : $0.element.drop { $0 != "m" }.dropFirst() }.joined()
    #expect(painted != plain)
    #expect(bare == plain)
  }
}
