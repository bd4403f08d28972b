import ArgumentParser
import LanguageServer
import NoteSyntax
import Workspace

/// `rapport lsp`: reads along in an editor.
struct LanguageServerCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "lsp",
    abstract: "Reads along in an editor, as a language server on standard input and output.",
    discussion: """
      An editor starts this; nobody has to type it. It speaks the Language Server Protocol 3.17, reads the notes of the \
      folders that are open, and tells what rapport check tells. docs/editors.md has the lines for each editor.
      """)

  @Option(
    help: ArgumentHelp("Tell everything as known at the end of this day. (default: today)", valueName: "YYYY-MM-DD"))
  var asOf: Day?

  @Flag(help: ArgumentHelp("Taken for what editors pass by habit; there is no other way to talk.", visibility: .hidden))
  var stdio = false

  func run() throws {
    let asOf = asOf
    let status = LanguageServer.run(
      day: { asOf ?? SystemClock.today() }, rulePages: InstalledPages.rules, keptIn: .ofUser)
    throw ExitCode(status)
  }
}
