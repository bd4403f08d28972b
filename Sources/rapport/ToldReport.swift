import DealHealth
import HealthReports
import NoteSyntax
import Workspace

/// A report on notes, and the site that can be made of it.
struct ToldReport {
  /// How the deals stand.
  let report: HealthReport
  /// What it tells of, before any name was taken out.
  let assessment: Assessment
  private let shown: Assessment
  private let reading: JournalReading
  private let day: Day
  private let disclosure: Disclosure
  /// Weeks that a site tells of.
  private static let weekCount = 8

  /// Tells of `assessment`, that of `reading` at the end of `day`.
  init(
    reading: JournalReading, day: Day, disclosure: Disclosure, assessment: Assessment, selection: HealthReport.Selection
  ) {
    self.reading = reading
    self.day = day
    self.disclosure = disclosure
    self.assessment = assessment
    shown = disclosure.shown(assessment)
    report = HealthReport(shown, language: disclosure.language).selected(selection)
  }

  /// The pages of a site: the deals, their people, and the latest weeks of which notes tell.
  func pages(links: EvidenceLinks) -> [WebSite.File] {
    WebSite(report, weeks: weeks, links: links).files()
  }

  private var weeks: [WeeklyReport] {
    let start = reading.settings.reading.weekStart
    var weeks: [WeeklyReport] = []
    var week = Week(containing: day, startingOn: start)
    var end = shown
    for _ in 0..<Self.weekCount {
      let before = disclosure.shown(reading.assessment(asOf: week.first - 1))
      guard !before.journal.deals.isEmpty || !end.journal.deals.isEmpty else { break }
      weeks.append(
        WeeklyReport(
          now: end, before: before, period: Period(week), wanted: report.dealIDs, language: report.language))
      guard before.journal.entries.contains(where: { $0.day.map { $0 < week.first } ?? false }) else { break }
      week = Week(containing: week.first - 1, startingOn: start)
      end = before
    }
    return weeks
  }
}
