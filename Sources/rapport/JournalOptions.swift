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

  @Flag(
    name: .customLong("no-cache"), help: "Read all notes, changed or not, and keep nothing for the next time.")
  var readsAnew = false

  /// What is kept from one time to the next, and where.
  var cache: CacheFolder? { readsAnew ? nil : .ofUser }

  /// Where the settings of these notes are looked for.
  var place: String { paths.first { $0 != "-" } ?? stdinFilename ?? "." }

  /// The day as of which everything is told.
  var day: Day { asOf ?? SystemClock.today() }

  /// Finds and reads the notes; fails when there are none, since an empty result would look like health, unless the first
  /// one is about to be written.
  func read(_ output: OutputOptions, allowingNone: Bool = false) throws -> JournalReading {
    try read(try find(), output, allowingNone: allowingNone)
  }

  /// Looks for the notes.
  func find() throws(Discovery.MissingPath) -> Discovery {
    let files = paths.filter { $0 != "-" }
    return try Discovery(of: paths.isEmpty && stdinFilename == nil ? ["."] : files)
  }

  /// Reads what was found, likewise; a note that `other` has with the same bytes is not read again.
  func read(
    _ found: Discovery, _ output: OutputOptions, reusing other: JournalReading? = nil, allowingNone: Bool = false
  ) throws -> JournalReading {
    var notes = found.notes
    if let name = stdinFilename ?? (paths.contains("-") ? "<stdin>" : nil) {
      let shown = Discovery.shown(name)
      notes.removeAll { $0.path == shown }
      notes.append(NoteInput(path: shown, bytes: try StandardStream.readInput()))
    }
    let settings = try Configuration(above: place).speaking(output.lang)
    let reading = JournalReading(
      of: notes, unreadable: found.unreadable, settings: settings,
      dismissals: try DismissalFile(above: place).dismissals,
      reusing: other.flatMap { $0.settings.source == settings.source ? $0 : nil },
      keptIn: other == nil ? ReadingCache(in: cache, ofNotesFrom: ".", settings, count: notes.count) : nil)
    guard allowingNone || !reading.sources.isEmpty || !reading.unreadable.isEmpty else {
      throw Failure(found.reasonForNone)
    }
    return reading
  }

  /// What was missing in these notes when somebody began to look.
  func baselineFile() throws -> BaselineFile { try BaselineFile(above: place) }

  /// What `reading`, which these options gave, is made of.
  func stored(_ reading: JournalReading) throws -> StoredJournal { try storing(reading)() }

  /// Likewise, put together when it is asked for: nobody who asks for something else waits for the texts.
  func storing(_ reading: JournalReading) throws -> () -> StoredJournal {
    let dismissals = try dismissalFile()
    let baseline = try baselineFile()
    return { StoredJournal(of: reading, dismissals: dismissals, baseline: baseline) }
  }

  /// Where it is said which findings of these notes are let be.
  func dismissalFile() throws -> DismissalFile {
    try DismissalFile(above: place)
  }

  /// Where settings of these notes are, or would be.
  var settingsPath: String { Configuration.place(for: place) }

  /// What new notes are made from.
  func noteTemplate() throws -> NoteTemplate { try NoteTemplate(above: place) }

  /// The first folder that was given: empty for the current one, or ending in a slash.
  var folder: String {
    guard let given = paths.first(where: { $0 != "-" }), Discovery.isFolder(given) else { return "" }
    let folder = Discovery.shown(given)
    return folder.isEmpty || folder.hasSuffix("/") ? folder : folder + "/"
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
