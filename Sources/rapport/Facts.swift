import ArgumentParser
import HealthReports
import Workspace

/// `rapport facts`: what was read.
struct Facts: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Shows what was read from each line of the notes.",
    discussion: """
      EXAMPLES
        rapport facts notes/acme.md
        rapport facts notes --why            with the words that told each fact
        rapport facts notes --format json    for programs; files are told from the folder given
      """)

  /// How facts are written.
  enum Format: String, ExpressibleByArgument, CaseIterable { case text, json }

  @OptionGroup var options: JournalOptions
  @OptionGroup var output: OutputOptions
  @Option(help: "How facts are written.") var format = Format.text
  @Flag(help: "Name the words that told each fact.") var why = false
  @OptionGroup var paging: PagingOptions

  func run() throws {
    let reading = try options.read(output)
    let assessment = reading.assessment(asOf: options.day)
    let text =
      switch format {
      case .text:
        ReadingText(reading.sources, journal: assessment.journal, showsWhy: why, language: output.lang)
          .terminal(output.style)
      case .json: ReadingDocument(assessment, relative: options.relative).json()
      }
    try paging.show(text)
    try reading.tellUnreadable(in: output.lang ?? assessment.journal.language)
  }
}
