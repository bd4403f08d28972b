import ArgumentParser
import NoteSyntax
import Workspace

/// `rapport doctor`: what is wrong with a set-up.
struct Doctor: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Says what is wrong with a set-up, and what to do about each.",
    discussion: """
      It looks at rapport.yml and the files beside it, at the notes and whether they can be read, at git and the hook of this \
      folder's repository, at completions, manual and terminal, and starts the language server once. Nothing is changed. \
      Exit status: 0 nothing is wrong (advice does not count), 1 something is.

      EXAMPLES
        rapport doctor notes
        rapport doctor notes --all       what is fine as well
        rapport doctor notes --format json
      """)

  /// How it is written.
  enum Format: String, ExpressibleByArgument, CaseIterable { case terminal, json }

  @Argument(help: ArgumentHelp("The folder of the notes. (default: .)", valueName: "folder"), completion: .directory)
  var folder = "."
  @Option(
    help: ArgumentHelp("Tell everything as known at the end of this day. (default: today)", valueName: "YYYY-MM-DD"))
  var asOf: Day?
  @OptionGroup var output: OutputOptions
  @Option(help: "How it is written.") var format = Format.terminal
  @Flag(help: "Show what is fine as well; JSON always does.") var all = false

  func run() throws {
    let setUp = try SetUp(at: folder, asOf: asOf ?? SystemClock.today())
    let language = output.lang ?? setUp.language ?? output.languageWithoutNotes
    try StandardStream.output.write(
      format == .json ? setUp.json(in: language) : setUp.text(in: language, all: all))
    if setUp.remarks.contains(where: { $0.state == .problem }) { throw ExitCode(1) }
  }
}
