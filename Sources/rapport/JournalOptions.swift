import ArgumentParser
import FactReading
import NoteSyntax
import Workspace

/// Which notes a command reads, and as of when.
struct JournalOptions: ParsableArguments {
  @Argument(
    help: ArgumentHelp(
      "Notes, or folders that are searched for notes (.md, .markdown, .txt); - is standard input. (default: .)",
      valueName: "path"))
  var paths: [String] = []

  @Option(
    help: ArgumentHelp("Tell everything as known at the end of this day. (default: today)", valueName: "YYYY-MM-DD"))
  var asOf: Day?

  @Option(help: ArgumentHelp("Take standard input for the note of this name, in place of the file.", valueName: "name"))
  var stdinFilename: String?

  /// Where the settings of these notes are looked for.
  private var place: String { paths.first { $0 != "-" } ?? stdinFilename ?? "." }

  /// The day as of which everything is told.
  var day: Day { asOf ?? SystemClock.today() }

  /// Finds and reads the notes; fails when there are none, since an empty result would look like health.
  func read(_ output: OutputOptions) throws -> JournalReading {
    let name = stdinFilename ?? (paths.contains("-") ? "<stdin>" : nil)
    var files = paths.filter { $0 != "-" }
    if files.isEmpty, name == nil { files = ["."] }
    let discovery = try Discovery(of: files)
    var notes = discovery.notes
    if let name {
      let shown = Discovery.shown(name)
      notes.removeAll { $0.path == shown }
      notes.append(NoteInput(path: shown, bytes: try StandardStream.readInput()))
    }
    guard !notes.isEmpty || !discovery.unreadable.isEmpty else {
      throw Failure(message: discovery.reasonForNone(in: output.languageWithoutNotes))
    }
    return JournalReading(
      of: notes, unreadable: discovery.unreadable, settings: try Configuration(above: place),
      dismissals: try DismissalFile(above: place).dismissals)
  }

  /// What was missing in these notes when somebody began to look.
  func baselineFile() throws -> BaselineFile { try BaselineFile(above: place) }

  /// Where it is said which findings of these notes are let be.
  func dismissalFile() throws -> DismissalFile {
    try DismissalFile(above: place)
  }

  /// How a note's path reads from the only folder that was given; the path itself when there are several.
  var relative: (String) -> String {
    guard paths.count == 1, paths[0] != "-" else { return { $0 } }
    let folder = Discovery.shown(paths[0])
    let prefix = folder.isEmpty || folder.hasSuffix("/") ? folder : folder + "/"
    return { $0.hasPrefix(prefix) ? String($0.dropFirst(prefix.count)) : $0 }
  }
}

extension Day: ExpressibleByArgument {
  /// A day as `--as-of` takes it.
  public init?(argument: String) { self.init(iso: argument) }
}
