import ArgumentParser
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
      """)

  /// How a report is written.
  enum Format: String, ExpressibleByArgument, CaseIterable { case terminal, markdown, json }

  @OptionGroup var options: JournalOptions
  @OptionGroup var output: OutputOptions
  @Option(help: "How the report is written.") var format = Format.terminal
  @OptionGroup var paging: PagingOptions

  func run() throws {
    let report = HealthReport(try options.read(output).assessment(asOf: options.day), language: output.lang)
    let text =
      switch format {
      case .terminal: report.terminal(output.style)
      case .markdown: report.markdown()
      case .json: report.json()
      }
    try paging.show(text)
  }
}
