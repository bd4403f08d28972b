import ArgumentParser
import FoundationEssentials
import Workspace

/// Measures what users wait for.
struct BenchCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "bench", abstract: "Measures start-up, and commands on a generated journal; medians in milliseconds.")

  @Option(help: "Number of notes of about 2 KB.") var notes = 10_000
  @Option(help: "Runs of each command.") var runs = 5

  func run() throws {
    let program = String((CommandLine.arguments.first ?? "").dropLast("-dev".count))
    let folder = FileManager.default.temporaryDirectory.path + "/rapport-bench-\(notes)"
    defer { try? FileManager.default.removeItem(atPath: folder) }
    try GenerateJournalCommand.write(to: folder, notes: notes, size: 2048, seed: 1)
    let commands: [(name: String, arguments: [String], runs: Int)] = [
      ("start (--version)", ["--version"], runs * 20), ("explain P302", ["explain", "P302"], runs * 20),
      ("facts --format json", ["facts", "--format", "json", folder, "--as-of", "2026-06-01"], runs),
      ("check", ["check", folder, "--as-of", "2026-06-01"], runs),
      ("report", ["report", folder, "--as-of", "2026-06-01"], runs),
      ("weekly", ["weekly", folder, "--as-of", "2026-06-01"], runs),
    ]
    for command in commands {
      var times: [Duration] = []
      for _ in 0...command.runs {
        let start = ContinuousClock.now
        _ = try ChildProcess.run([program] + command.arguments)
        times.append(ContinuousClock.now - start)
      }
      // The first run only warms the caches.
      let median = times.dropFirst().sorted()[command.runs / 2]
      let milliseconds = Double(median.components.attoseconds) / 1e15 + Double(median.components.seconds) * 1000
      let gap = String(repeating: " ", count: max(1, 24 - command.name.count))
      try StandardStream.output.write("\(command.name)\(gap)\((milliseconds * 10).rounded() / 10)\n")
    }
  }
}
