import ArgumentParser
import DealHealth
import NoteSyntax
import Workspace

/// `rapport dismiss`: lets a finding be, with a reason, in a file that is committed.
struct Dismiss: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Lets a finding be, with the reason, in a file beside the notes.",
    discussion: """
      The finding is named by its code, and as far as needed by deal and person: CODE:DEAL:PERSON, the id that \
      check --format json gives. What is written is shown; the file, \(DismissalFile.fileName), is made to be committed. \
      In a note the same is said by <!-- rapport: ignore P301 Helen Marsh: reason, until 2026-12-01 -->.

      EXAMPLES
        rapport dismiss P301:Larkfield:"Helen Marsh" --reason "she joins in January" notes
        rapport dismiss M804:Larkfield --reason "board meets then" --until 2026-12-01 notes
      """)

  @Argument(
    help: ArgumentHelp("The finding: P301, P301:Larkfield or P301:Larkfield:Helen Marsh.", valueName: "finding"))
  var finding: String
  @OptionGroup var options: JournalOptions
  @OptionGroup var output: OutputOptions
  @Option(help: "Why it is let be.") var reason: String
  @Option(help: ArgumentHelp("The last day on which it is. (default: none)", valueName: "YYYY-MM-DD")) var until: Day?

  func run() throws {
    let reason = String(reason.drop { $0.isWhitespace })
    guard !reason.isEmpty else {
      throw Failure(
        en: "--reason is empty; say in a few words why it is let be", zh: "--reason 是空的；用几个字写明为什么先不管")
    }
    if let until, until < options.day {
      throw Failure(
        en: "--until \(until.iso) has passed; choose a day to come", zh: "--until \(until.iso) 已经过了；请选以后的日子")
    }
    let assessment = try options.read(output).assessment(asOf: options.day)
    let language = output.lang ?? assessment.journal.language
    let found = try FindingName(finding).finding(among: assessment.findings + assessment.waiting)
    let item = DismissalFile.item(for: found, reason: reason, until: until)
    let file = try options.dismissalFile()
    try file.append(item, inPlaceOf: file.past(of: found, today: options.day))
    try StandardStream.error.write(
      language == .zh ? "rapport：已写进 \(file.path)：\n" : "rapport: added to \(file.path):\n")
    try StandardStream.output.write(item)
  }
}
