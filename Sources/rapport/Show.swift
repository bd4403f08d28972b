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

  @Argument(help: ArgumentHelp("The deal's name or its customer's, or a part of it.", valueName: "deal"))
  var deal: String
  @OptionGroup var options: JournalOptions
  @OptionGroup var output: OutputOptions
  @Option(help: "How it is written.") var format = Report.Format.terminal

  func run() throws {
    let report = HealthReport(try options.read(output).assessment(asOf: options.day), language: output.lang)
    guard let own = report.narrowed(to: deal) else {
      let names = report.dealNames
      let meant =
        report.suggestion(for: deal).map { "did you mean \($0)?" }
        ?? (names.isEmpty
          ? "the notes show none"
          : "there are \(names.prefix(5).joined(separator: ", "))\(names.count > 5 ? " and \(names.count - 5) more" : "")")
      throw Failure(message: "no deal is called \(deal); \(meant)")
    }
    let text =
      switch format {
      case .terminal: own.wholeTerminal(output.style)
      case .markdown: own.wholeMarkdown()
      case .json: own.json()
      }
    try StandardStream.output.write(text)
  }
}
