import ArgumentParser
import DealHealth
import HealthReports
import NoteSyntax
import Workspace

/// `rapport weekly`: what moved in a week.
struct Weekly: NotesQuestion {
  static let configuration = CommandConfiguration(
    abstract: "Tells what moved in a week, what slipped, what is due, and the one thing to do about each deal.",
    discussion: """
      Weeks are those of ISO 8601, from Monday to Sunday unless rapport.yml has another week-start. Both ends of the week \
      are rebuilt from the dated entries, so that any week can be told at any time; with --as-known, from what git had by then. Where each rep keeps notes in a folder \
      of their own, --rep tells the week of one.

      EXAMPLES
        rapport weekly notes
        rapport weekly notes --week 2026-W47 --format markdown > weekly.md
        rapport weekly notes --since 2026-11-01 --until 2026-11-30 --rep hannah
        rapport weekly notes --compare previous
        rapport weekly --print-template > week.md.mustache
        rapport weekly notes --template week.md.mustache
      """)

  /// What a week is held against.
  enum Comparison: String, ExpressibleByArgument, CaseIterable { case previous }

  @OptionGroup var options: JournalOptions
  @OptionGroup var store: StoreOptions
  @OptionGroup var output: OutputOptions

  @Option(help: ArgumentHelp("The week to tell. (default: the one of --as-of)", valueName: "YYYY-Www"))
  var week: Week?
  @Option(help: ArgumentHelp("The first day to tell of, in place of a week.", valueName: "YYYY-MM-DD")) var since: Day?
  @Option(help: ArgumentHelp("The last day to tell of. (default: that of --as-of)", valueName: "YYYY-MM-DD"))
  var until: Day?
  @OptionGroup var filter: DealFilterOptions
  @Option(help: "Count what moved beside the period before: previous.") var compare: Comparison?
  @Flag(help: "Tell each end of the week from the notes that git had by then.") var asKnown = false
  @OptionGroup var layout: LayoutOptions
  @OptionGroup var privacy: PrivacyOptions
  @OptionGroup var template: TemplatePrinting
  @OptionGroup var paging: PagingOptions

  var asked: JournalOptions? {
    template.isAsked || asKnown || store.place != nil || layout.template != nil || privacy.redact ? nil : options
  }

  func show(_ output: String) throws { try paging.show(output) }

  func validate() throws {
    if week != nil, since != nil || until != nil {
      throw ValidationError(
        en: "--week tells a whole week; leave out --since and --until", zh: "--week 就是一整周，不用再写 --since 和 --until")
    }
    if asKnown, store.place != nil {
      throw ValidationError(
        en: "--as-known asks git, which an export has no part of", zh: "--as-known 要看 git 的历史，导出的数据里没有")
    }
    if until != nil, since == nil { throw ValidationError(en: "--until needs --since", zh: "--until 要和 --since 一起用") }
  }

  func answer() throws -> Answer {
    if let text = try template.text(of: privacy, WeeklyReport.self, layout) { return Answer(text) }
    let reading = try store.read(options, output)
    let report = try report(on: reading)
    try privacy.requireOneCustomer(among: report.accounts)
    let printed: any PrintedReport = privacy.audience == .team ? report : CustomerReport(report)
    return Answer(
      try layout.text(of: printed, output.style), messages: reading.wordsOfUnreadable(in: report.language))
  }

  private func report(on reading: JournalReading) throws -> WeeklyReport {
    let period = try period(startingOn: reading.settings.reading.weekStart)
    func original(atEndOf day: Day) throws -> Assessment {
      guard asKnown else { return reading.assessment(asOf: day) }
      let known = try GitJournal.known(on: day, under: options.paths.filter { $0 != "-" })
      return JournalReading(
        of: known.notes, settings: reading.settings, dismissals: reading.dismissals, reusing: reading
      ).assessment(asOf: day)
    }
    let end = try original(atEndOf: min(period.last, options.day))
    let told = privacy.disclosure(in: output.lang ?? end.journal.language)
    return WeeklyReport(
      now: told.shown(end), before: told.shown(try original(atEndOf: period.first - 1)), period: period,
      earlier: try compare.map { _ in told.shown(try original(atEndOf: period.previous.first - 1)) },
      rep: privacy.redact ? nil : filter.rep, wanted: told.shown(try filter.deals(in: end.journal)),
      language: told.language)
  }

  /// `start` is the day on which weeks begin.
  private func period(startingOn start: Int) throws -> Period {
    let day = options.day
    if let since {
      guard let period = Period(first: since, last: until ?? day) else {
        throw Failure(
          en: "--since \(since.iso) is after \((until ?? day).iso)",
          zh: "--since \(since.iso) 比 \((until ?? day).iso) 还晚")
      }
      return period
    }
    let week = week?.starting(on: start) ?? Week(containing: day, startingOn: start)
    guard week.first <= day else {
      throw Failure(
        en: "week \(week.iso) begins on \(week.first.iso), after \(day.iso); choose an earlier one",
        zh: "\(week.iso) 这一周从 \(week.first.iso) 开始，比 \(day.iso) 还晚；请选早一点的")
    }
    return Period(week)
  }
}

extension Week: ExpressibleByArgument {
  /// A week as `--week` takes it.
  public init?(argument: String) { self.init(argument) }
}
