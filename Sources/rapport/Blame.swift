import ArgumentParser
import HealthReports
import Workspace

/// `rapport blame`: since when something is missing.
struct Blame: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Tells since when something is missing, by which entry and commit, and what would clear it.",
    discussion: """
      The finding is named by its code, and as far as needed by deal and person, as dismiss does it. The day is found by \
      reading the dated entries again as of earlier days; where git knows the notes, so is the commit.

      EXAMPLES
        rapport blame P301:Larkfield:"Helen Marsh" notes
        rapport blame M804:长风 notes --lang zh
      """)

  @Argument(
    help: ArgumentHelp("The finding: P301, P301:Larkfield or P301:Larkfield:Helen Marsh.", valueName: "finding"),
    completion: NameCompletion.rules)
  var finding: String
  @OptionGroup var options: JournalOptions
  @OptionGroup var output: OutputOptions
  @Option(help: "How it is written.") var format = Show.Format.terminal

  func run() throws {
    let reading = try options.read(output)
    let now = reading.assessment(asOf: options.day)
    let found = try FindingName(finding).finding(among: now.findings + now.waiting)
    let history = try FindingHistory(of: found, in: reading, now, under: options.paths.filter { $0 != "-" })
    let blame = FindingBlame(
      found, in: now.journal, since: history.since, entries: history.entries,
      commit: history.commit.map {
        FindingBlame.Commit(id: $0.id, day: $0.day, author: $0.author, subject: $0.subject)
      },
      asksGit: history.asksGit, language: output.lang)
    let text =
      switch format {
      case .terminal: blame.terminal(output.style)
      case .markdown: blame.markdown()
      case .json: blame.json()
      }
    try StandardStream.output.write(text)
    try reading.tellUnreadable(in: output.lang ?? now.journal.language)
  }
}
