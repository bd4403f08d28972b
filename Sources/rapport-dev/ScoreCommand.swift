import ArgumentParser
import FoundationEssentials
#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// `rapport-dev score`: the figures of an annotated corpus.
struct ScoreCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "score", abstract: "Prints how a corpus of annotated journals is read.",
    discussion: "Runs Tests/Corpus/score.py with the rapport that was built beside this program.")

  @Argument(help: "Folder of journals, each with `notes/` and `gold.json`.")
  var corpus = "Tests/Corpus/dev"

  @Flag(help: "List what was missed or added.")
  var misses = false

  func run() throws {
    let rapport = URL(filePath: CommandLine.arguments[0]).deletingLastPathComponent().appending(path: "rapport").path
    var arguments = ["python3", "Tests/Corpus/score.py", "run", corpus]
    if misses { arguments.append("--misses") }
    arguments += ["--", rapport, "facts", "--format", "json"]
    var pointers = arguments.map { strdup($0) }
    pointers.append(nil)
    execvp("python3", pointers)
    throw ValidationError("python3 could not be started")
  }
}
