import ArgumentParser
import DealHealth
import FactReading
import HealthReports
import NoteSyntax
import Workspace

/// `rapport report`: how each deal stands.
struct Report: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Shows how each deal stands: its gates, its people, what blocks and the next action.",
    discussion: """
      EXAMPLES
        rapport report notes
        rapport report notes --as-of 2026-10-31
        rapport report notes --format markdown > pipeline.md
        rapport report notes --format html --link-base vscode://file/home/me/ > pipeline.html
        rapport report notes --at-risk --sort gate
        rapport report notes --site ~/pipeline
      """)

  /// How a report is written.
  enum Format: String, ExpressibleByArgument, CaseIterable {
    case terminal, markdown, html, json, wecom, feishu, dingtalk, slack, email
  }

  /// In which order deals come.
  enum Order: String, ExpressibleByArgument, CaseIterable { case urgency, name, stage, lastEntry = "last-entry", gate }

  @OptionGroup var options: JournalOptions
  @OptionGroup var output: OutputOptions
  @OptionGroup var filter: DealFilterOptions
  @Option(
    help: ArgumentHelp("Only deals in these stages, with commas between.", valueName: "stages"),
    completion: .list(Stage.allCases.map(\.rawValue)))
  var stage: [Deals.StageNames] = []
  @Flag(help: "Only deals that are slipping away.") var atRisk = false
  @Option(help: "Order of deals: what is most urgent, the name, the stage, the oldest entry or the lowest gate first.")
  var sort = Order.urgency
  @Option(help: "How the report is written; html is one page that needs nothing beside it.") var format = Format
    .terminal
  @Option(
    help: ArgumentHelp(
      "Write a site of pages into this folder: the pipeline, each deal, person and week. Foreign files in it stay.",
      valueName: "folder"))
  var site: String?
  @OptionGroup var links: LinkOptions
  @OptionGroup var redaction: RedactionOptions
  @OptionGroup var paging: PagingOptions

  func run() throws {
    let reading = try options.read(output)
    let original = reading.assessment(asOf: options.day)
    let language = output.lang ?? original.journal.language
    let redactor = redaction.redactor()
    let assessment = redactor?.redact(original, language: language) ?? original
    var wanted = HealthReport.Selection()
    wanted.deals = try filter.deals(in: original.journal)
    if let redactor { wanted.deals = wanted.deals.map { Set($0.map { redactor.alias(ofDeal: $0, in: language) }) } }
    wanted.stages = Set(stage.flatMap(\.stages))
    wanted.isAtRisk = atRisk
    wanted.order = HealthReport.Selection.Order(rawValue: sort.rawValue) ?? .urgency
    let report = HealthReport(assessment, language: language).selected(wanted)
    if let site { return try write(report, to: site, reading: reading, redactor) }
    let text =
      switch format {
      case .terminal: report.terminal(output.style)
      case .markdown: report.markdown(links: links.links)
      case .html: report.html(links: links.links)
      case .json: report.json()
      case .wecom: report.chat(.wecom)
      case .feishu: report.chat(.feishu)
      case .dingtalk: report.chat(.dingtalk)
      case .slack: report.chat(.slack)
      case .email: report.chat(.email)
      }
    try paging.show(text)
  }

  /// Weeks that a site tells of.
  private static let weekCount = 8

  private func write(_ report: HealthReport, to path: String, reading: JournalReading, _ redactor: Redactor?) throws {
    var weeks: [WeeklyReport] = []
    var week = Week(containing: options.day)
    func assessment(asOf day: Day) -> Assessment {
      let assessment = reading.assessment(asOf: day)
      return redactor?.redact(assessment, language: report.language) ?? assessment
    }
    let wanted = report.dealIDs
    var end = assessment(asOf: options.day)
    for _ in 0..<Self.weekCount {
      let before = assessment(asOf: week.first - 1)
      guard !before.journal.deals.isEmpty || !end.journal.deals.isEmpty else { break }
      weeks.append(
        WeeklyReport(
          now: end, before: before, period: Period(week), wanted: wanted,
          language: report.language))
      guard before.journal.entries.contains(where: { $0.day.map { $0 < week.first } ?? false }) else { break }
      week = Week(containing: week.first - 1)
      end = before
    }
    let files = WebSite(report, weeks: weeks, links: links.links).files()
    let changed = try WrittenFolder(path).write(files.map { ($0.path, $0.text) })
    try StandardStream.error.write("rapport: \(path): \(files.count) pages, \(changed) changed\n")
  }
}
