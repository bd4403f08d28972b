import ArgumentParser
import FactReading
import HealthReports
import NoteSyntax
import SourceText
import Workspace

/// What every command that reads notes is told: which notes, as of when, in which language.
struct JournalOptions: ParsableArguments {
  @Argument(
    help: ArgumentHelp(
      "Notes, or folders with notes (.md, .markdown, .txt); - is standard input.", valueName: "path"))
  var paths: [String] = []

  @Option(
    help: ArgumentHelp(
      "Tell everything as known at the end of this day, YYYY-MM-DD. Default: today.", valueName: "date"))
  var asOf: Day?

  @Option(help: "The language of messages: en or zh. Default: the language of the notes.")
  var lang: Language?

  @Option(
    help: ArgumentHelp(
      "Read standard input as the note of this name, in place of the file if the paths hold it.", valueName: "name"))
  var stdinFilename: String?

  /// The notes and everything that was read from them.
  struct Reading {
    let journal: JournalReading
    let day: Day
    let settings: ReadingSettings
  }

  /// Finds and reads the notes.
  func read() throws -> JournalReading {
    let discovery = try Discovery(of: paths.isEmpty ? ["."] : paths)
    return JournalReading(of: discovery.notes, unreadable: discovery.unreadable, settings: ReadingSettings())
  }

  /// The day as of which everything is told.
  var day: Day { asOf ?? SystemClock.today() }
}

extension Day: ExpressibleByArgument {
  public init?(argument: String) { self.init(iso: argument) }
}

extension Language: ExpressibleByArgument {}
