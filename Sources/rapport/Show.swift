import ArgumentParser
import HealthReports
import Workspace

/// `rapport show`: everything about one deal.
struct Show: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Shows one deal whole: value, needs and trust person by person, the exchange, all that is missing.",
    discussion: """
      EXAMPLES
        rapport show "Larkfield Mills" notes
        rapport show 长风纺织 notes --lang zh
        rapport show Larkfield notes --format json
      """)

  @Argument(
    help: ArgumentHelp("The deal's name or its customer's, or a part of it.", valueName: "deal"),
    completion: NameCompletion.deals)
  var deal: String
  @OptionGroup var options: JournalOptions
  @OptionGroup var output: OutputOptions
  @Option(help: "How it is written.") var format = Report.Format.terminal

  func run() throws {
    let assessment = try options.read(output).assessment(asOf: options.day)
    let own = HealthReport(assessment, language: output.lang)
      .narrowed(to: try SelectionOptions.deals(called: deal, in: assessment.journal))
    let text =
      switch format {
      case .terminal: own.wholeTerminal(output.style)
      case .markdown: own.wholeMarkdown()
      case .json: own.json()
      }
    try StandardStream.output.write(text)
  }
}
