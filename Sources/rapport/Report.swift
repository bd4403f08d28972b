import ArgumentParser
import FactReading
import HealthReports
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
      """)

  /// How a report is written.
  enum Format: String, ExpressibleByArgument, CaseIterable { case terminal, markdown, html, json }

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
  @OptionGroup var links: LinkOptions
  @OptionGroup var paging: PagingOptions

  func run() throws {
    let assessment = try options.read(output).assessment(asOf: options.day)
    var wanted = HealthReport.Selection()
    wanted.deals = try filter.deals(in: assessment.journal)
    wanted.stages = Set(stage.flatMap(\.stages))
    wanted.isAtRisk = atRisk
    wanted.order = HealthReport.Selection.Order(rawValue: sort.rawValue) ?? .urgency
    let report = HealthReport(assessment, language: output.lang).selected(wanted)
    let text =
      switch format {
      case .terminal: report.terminal(output.style)
      case .markdown: report.markdown(links: links.links)
      case .html: report.html(links: links.links)
      case .json: report.json()
      }
    try paging.show(text)
  }
}
