import ArgumentParser
import Workspace

/// `rapport report`: how each deal stands.
struct Report: ParsableCommand {
  static let configuration = CommandConfiguration(abstract: "Prints how each deal stands.")

  @OptionGroup var options: JournalOptions

  func run() throws {
    let journal = try options.read()
    let assessment = journal.assessment(asOf: options.day, settings: .init())
    let language = options.lang ?? assessment.journal.language
    for deal in assessment.journal.deals {
      try StandardStream.output.write("\(deal.name): \(deal.stage.rawValue)\n")
      for finding in assessment.findings where finding.deal == deal.id {
        try StandardStream.output.write("  \(finding.code) \(finding.message.in(language))\n")
      }
    }
  }
}
