import ArgumentParser
import HealthReports
import NoteSyntax
import Workspace

/// `rapport weekly`: what moved in a week.
struct Weekly: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Writes what moved in a week, what blocks and what is due, as Markdown.",
    discussion: """
      Weeks are those of ISO 8601, from Monday to Sunday. Both the week and the one before are rebuilt from the dated \
      entries, so that any week can be told at any time.

      EXAMPLES
        rapport weekly notes
        rapport weekly notes --week 2026-W47 > weekly.md
      """)

  @OptionGroup var options: JournalOptions
  @OptionGroup var output: OutputOptions

  @Option(help: ArgumentHelp("The week to tell. (default: the one of --as-of)", valueName: "YYYY-Www"))
  var week: Week?

  func run() throws {
    let day = options.day
    let week = week ?? Week(containing: day)
    guard week.first <= day else {
      throw Failure(message: "week \(week.iso) begins on \(week.first.iso), after \(day.iso); choose an earlier one")
    }
    let reading = try options.read(output)
    let report = WeeklyReport(
      now: reading.assessment(asOf: min(week.last, day)), before: reading.assessment(asOf: week.first - 1), week: week,
      language: output.lang)
    try StandardStream.output.write(report.markdown())
    try reading.tellUnreadable(in: report.language)
  }
}

extension Week: ExpressibleByArgument {
  /// A week as `--week` takes it.
  public init?(argument: String) { self.init(argument) }
}
