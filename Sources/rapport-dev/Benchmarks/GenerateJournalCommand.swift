import ArgumentParser
import FoundationEssentials

/// Writes a journal to measure speed with.
struct GenerateJournalCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "generate-journal",
    abstract: "Writes a journal of any size from a seed: the same seed gives the same bytes.")

  @Argument(help: "The folder to write to.") var folder: String
  @Option(help: "Number of notes.") var notes = 10_000
  @Option(help: "Bytes of a note, about.") var size = 2048
  @Option(help: "Where chance begins.") var seed: UInt64 = 1

  func run() throws { try Self.write(to: folder, notes: notes, size: size, seed: seed) }

  /// Writes the notes, and the folders they stand in.
  static func write(to folder: String, notes: Int, size: Int, seed: UInt64) throws {
    var journal = SampleJournal(seed: seed)
    for index in 0..<notes {
      let note = journal.note(index, size: size)
      let path = folder + "/" + note.name
      let above = String(path[..<(path.lastIndex(of: "/") ?? path.endIndex)])
      try FileManager.default.createDirectory(atPath: above, withIntermediateDirectories: true)
      try Data(note.text.utf8).write(to: URL(filePath: path))
    }
  }
}
