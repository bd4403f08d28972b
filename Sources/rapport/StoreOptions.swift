import ArgumentParser
import SourceText
import Workspace

/// Where notes are kept that a command reads in place of files.
struct StoreOptions: ParsableArguments {
  @Option(
    name: .customLong("from"),
    help: ArgumentHelp(
      "Read the notes from here in place of files: what rapport export wrote, an SQLite file or a folder, or the journals that a team pushed to postgresql://….",
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
    guard let team = TeamStore(at: place) else { return try ExportedJournal(at: place).read() }
    let journals = try team.journals()
    do { return try StoredJournal(team: journals, settings: try Configuration(above: ".")) } catch {
      guard let differing = error as? StoredJournal.DifferentSettings else { throw error }
      let names = differing.journals
      throw Failure(
        en: InertText.terminal(
          "the journals \(names.joined(separator: " and ")) were pushed with different settings; put the team's \(Configuration.fileName) into the folder from which you ask"
        ),
        zh: InertText.terminal(
          "日志 \(names.joined(separator: " 和 ")) 推送时的设置不一样；请在当前文件夹放一份团队的 \(Configuration.fileName)"))
    }
  }
}
