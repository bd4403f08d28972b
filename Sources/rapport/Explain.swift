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
      Without a name it lists all that can be found.

      EXAMPLES
        rapport explain P301
        rapport explain no-decision-maker --lang zh
      """)

  @Argument(help: ArgumentHelp("A code such as P301, or a name such as no-next-step.", valueName: "code|name"))
  var rule: String?
  @OptionGroup var output: OutputOptions

  func run() throws {
    let language = output.languageWithoutNotes
    guard let name = rule else {
      let width = Rule.all.map(\.name.count).max() ?? 0
      let lines = Rule.all.map { rule in
        let gap = String(repeating: " ", count: width - rule.name.count + 2)
        return "\(rule.code)  \(rule.name)\(gap)\(rule.summary.in(language))\n"
      }
      return try StandardStream.output.write(lines.joined())
    }
    switch Rule.named(name) {
    case .found(let rule):
      try StandardStream.output.write(Explanation(of: rule, language: language).terminal(output.style))
    case .unknown(let suggestions):
      let meant = suggestions.map { "\($0.code) \($0.name)" }.joined(separator: ", ")
      throw Failure(
        message: "no finding is called \(name); "
          + (meant.isEmpty ? "rapport explain lists them all" : "did you mean \(meant)?"))
    }
  }
}
