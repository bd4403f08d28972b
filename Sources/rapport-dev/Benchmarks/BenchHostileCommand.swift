import ArgumentParser
import FoundationEssentials
import Workspace

/// Measures what notes cost that were made to cost much.
struct BenchHostileCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "bench-hostile",
    abstract: "Measures `check` on notes made to cost much, each beside one of half its size.",
    discussion: """
      A reading that is linear costs twice as much for twice as many bytes; start-up is taken off. Columns: seconds of \
      processor time, megabytes held, and how many times the time of half the note.
      """)

  @Option(help: "Bytes of each note, about.") var size = 1 << 20
  @Option(help: "Runs of each; the least counts.") var runs = 3
  @Option(help: "Only the notes whose names hold this.") var only: String?

  func run() throws {
    let program = MeasuredProgram.path
    let folder = FileManager.default.temporaryDirectory.path + "/rapport-hostile-\(size)"
    defer { try? FileManager.default.removeItem(atPath: folder) }
    let start = try cost(of: [program, "explain", "P302"]).seconds
    for note in HostileNote.all where only.map(note.name.contains) ?? true {
      let whole = try cost(of: note, size, in: folder, program)
      let half = try cost(of: note, size / 2, in: folder, program)
      let growth = max(0, whole.seconds - start) / max(0.001, half.seconds - start)
      let columns = [rounded(whole.seconds), rounded(Double(whole.memory) / 1e6), rounded(growth)]
      let line = note.name.padded(to: 28) + columns.map { $0.padded(to: 10) }.joined()
      try StandardStream.output.write(line + "\n")
    }
  }

  private func cost(of note: HostileNote, _ size: Int, in folder: String, _ program: String) throws -> (
    seconds: Double, memory: Int
  ) {
    try GenerateHostileCommand.write([note], ofSize: size, to: folder)
    return try cost(of: [program, "check", folder + "/" + note.name + ".md", "--as-of", "2026-06-01"])
  }

  private func cost(of command: [String]) throws -> (seconds: Double, memory: Int) {
    var least = Double.infinity
    var memory = 0
    for _ in 0..<runs {
      let outcome = try ChildProcess.run(command)
      least = min(least, outcome.processorTime.milliseconds / 1000)
      memory = max(memory, outcome.peakMemory)
    }
    return (least, memory)
  }

  private func rounded(_ number: Double) -> String { "\((number * 100).rounded() / 100)" }
}

/// Writes notes that were made to cost much.
struct GenerateHostileCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "generate-hostile", abstract: "Writes notes that were made to cost a reader much, one of each kind.")

  @Argument(help: "The folder to write to.") var folder: String
  @Option(help: "Bytes of each note, about.") var size = 1 << 20

  func run() throws { try Self.write(HostileNote.all, ofSize: size, to: folder) }

  /// Writes each note to a file of its name.
  static func write(_ notes: [HostileNote], ofSize size: Int, to folder: String) throws {
    try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
    for note in notes {
      try Data(note.text(ofSize: size).utf8).write(to: URL(filePath: folder + "/" + note.name + ".md"))
    }
  }
}

extension String {
  fileprivate func padded(to width: Int) -> String { self + String(repeating: " ", count: max(1, width - count)) }
}
