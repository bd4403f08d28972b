import ArgumentParser
import DealHealth
import FactReading
import HealthReports
import Workspace

/// `rapport explain`: what a finding means.
struct Explain: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Explains a finding: what it says, why it matters, an example, and what clears it.",
    discussion: """
      EXAMPLES
        rapport explain P301
        rapport explain no-decision-maker --lang zh
      """)

  @Argument(
    help: ArgumentHelp("A code such as P301, or a name such as no-next-step.", valueName: "rule"),
    completion: NameCompletion.rules)
  var rule: String
  @OptionGroup var output: OutputOptions

  func run() throws {
    let language = output.languageWithoutNotes
    switch Rule.named(rule) {
    case .found(let found):
      try StandardStream.output.write(Explanation(of: found, language: language).terminal(output.style))
    case .unknown(let suggestions):
      throw Failure(.unknownRule(rule, meaning: suggestions))
    }
  }
}
