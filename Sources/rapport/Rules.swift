import ArgumentParser
import DealHealth
import HealthReports
import Workspace

/// `rapport rules`: everything that can be found.
struct Rules: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Lists everything that can be found missing, gate by gate.",
    discussion: """
      EXAMPLES
        rapport rules
        rapport rules --gate people --lang zh
        rapport rules --format json
      """)

  /// How the list is written.
  enum Format: String, ExpressibleByArgument, CaseIterable { case table, json }

  @Option(help: "Only the rules of this gate.") var gate: Gate?
  @Option(help: "How the list is written.") var format = Format.table
  @OptionGroup var output: OutputOptions

  func run() throws {
    let list = RuleList(gate: gate, language: output.languageWithoutNotes)
    try StandardStream.output.write(format == .json ? list.json() : list.terminal(output.style))
  }
}

extension Gate: ExpressibleByArgument {}
