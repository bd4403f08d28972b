import ArgumentParser
import FindingFormats
import SourceText
import Workspace

/// The command line.
@main struct Rapport: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "rapport",
    abstract: "Reads sales notes as you write them, and says deal by deal what is still missing.",
    discussion: """
      Notes are Markdown or plain text, in Chinese, English or both. Nothing leaves this machine unless you push it.

      EXAMPLES
        rapport check notes              what is missing, with the lines that show it
        rapport report notes             how each deal stands
        rapport deals notes              the deals on a line each; people and next likewise
        rapport show Acme notes          one deal, person by person
        rapport facts notes/acme.md      what was read from each line
        rapport annotate notes/acme.md   marks for what was inferred
        rapport query @late-promises     the journal as tables, for SQL; export writes them
        rapport rules                    everything that can be found missing
        rapport explain P301             what a finding means

      EXIT STATUS
        0  done, and nothing to warn of
        1  check found warnings or errors (info does not count); annotate proposes marks
        2  the command could not do its work: wrong usage, no notes, no git
      """,
    version: Tool.version,
    subcommands: [
      Check.self, Report.self, Deals.self, People.self, Next.self, Show.self, Facts.self, Annotate.self, Weekly.self,
      Watch.self, Dismiss.self, Diff.self, Blame.self, Rules.self, Explain.self, Hook.self, Config.self, Init.self,
      New.self, Doctor.self, Cache.self, Query.self,
      Export.self, Push.self, Fold.self,
      LanguageServerCommand.self,
      Editor.self,
    ])

  static func main() {
    do {
      var command = try parseAsRoot()
      try command.run()
    } catch {
      exit(withError: Failure.told(unknownCommand ?? error))
    }
  }

  /// What is wrong when the first word is no command's name, where the parser would only take offence at what follows.
  private static var unknownCommand: Failure? {
    guard let word = CommandLine.arguments.dropFirst().first, !word.hasPrefix("-"), word != "help" else { return nil }
    let names = configuration.subcommands.map { $0.configuration.commandName ?? "\($0)".lowercased() }
    guard !names.contains(word) else { return nil }
    let meant = Spelling.closest(to: word, among: names)
    return Failure(
      en: "there is no command called \(word); "
        + (meant.map { "did you mean rapport \($0)?" } ?? "rapport --help lists them"),
      zh: "没有叫 \(word) 的命令；" + (meant.map { "是不是 rapport \($0)？" } ?? "rapport --help 列出全部"))
  }
}
