import ArgumentParser
import Workspace

/// Where notes are kept that a command reads in place of files.
struct StoreOptions: ParsableArguments {
  @Option(
    name: .customLong("from"),
    help: ArgumentHelp(
      "Read the notes that rapport export wrote into this SQLite file or folder, in place of files.",
      valueName: "place"), completion: .file())
  var place: String?

  /// The notes that are asked for, wherever they are.
  func read(_ options: JournalOptions, _ output: OutputOptions) throws -> JournalReading {
    try journal(besides: options)?.reading(speaking: output.lang) ?? options.read(output)
  }

  /// The journal that is kept; nil where files are asked for.
  func journal(besides options: JournalOptions) throws -> StoredJournal? {
    guard let place else { return nil }
    guard options.paths.isEmpty, options.stdinFilename == nil else {
      throw Failure(
        en: "--from takes the place of notes; leave \(options.paths.first ?? "--stdin-filename") out",
        zh: "--from 已经指明了笔记，请去掉 \(options.paths.first ?? "--stdin-filename")")
    }
    return try ExportedJournal(at: place).read()
  }
}
