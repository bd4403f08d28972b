import ArgumentParser
import Workspace

/// `rapport check`: what is missing, place by place.
struct Check: ParsableCommand {
  static let configuration = CommandConfiguration(abstract: "Prints what is missing, with the lines that show it.")

  @OptionGroup var options: JournalOptions

  func run() throws {
    let journal = try options.read()
    let assessment = journal.assessment(asOf: options.day, settings: .init())
    let language = options.lang ?? assessment.journal.language
    for finding in assessment.findings {
      let place = finding.evidence.first.map { "\($0.path):\($0.line):\($0.column)" } ?? "-"
      try StandardStream.output.write(
        "\(place): \(finding.severity.rawValue) \(finding.code) \(finding.name): \(finding.message.in(language))\n")
    }
    if assessment.findings.contains(where: { $0.severity != .info }) { throw ExitCode(1) }
  }
}
