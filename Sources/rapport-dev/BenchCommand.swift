import ArgumentParser
import FoundationEssentials
import Workspace

/// Measures what users wait for.
struct BenchCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "bench",
    abstract: "Measures start-up, and commands on a generated journal, beside libcmark's parse of the same notes.")

  @Option(help: "Number of notes.") var notes = 10_000
  @Option(help: "Bytes of a note, about.") var size = 2048
  @Option(help: "Runs of each command; medians count.") var runs = 5
  @Option(help: "A folder of notes to measure with instead of generated ones.") var folder: String?

  func run() throws {
    let generated = FileManager.default.temporaryDirectory.path + "/rapport-bench-\(notes)-\(size)"
    defer { try? FileManager.default.removeItem(atPath: generated) }
    if folder == nil { try GenerateJournalCommand.write(to: generated, notes: notes, size: size, seed: 1) }
    let journal = folder ?? generated
    try print("", "ms", "processor", "MB", "× libcmark")
    for start in [["--version"], ["explain", "P302"]] {
      let cost = try measure(start, runs: runs * 20)
      try print(start.joined(separator: " "), cost.wall, cost.processor, cost.memory, "")
    }
    let contents = try MarkdownPeer.contents(of: journal)
    let markdown = median(try (0..<runs).map { _ in try MarkdownPeer.parseAndWalk(contents) })
    try print("libcmark, one core", Self.milliseconds(markdown), "", "", "1")
    for command in ["check", "facts", "report", "weekly"] {
      let format = command == "facts" ? ["--format", "json"] : []
      let cost = try measure([command, journal, "--as-of", "2026-06-01"] + format, runs: runs)
      let ratio = Self.rounded(Self.number(cost.time) / Self.number(markdown))
      try print(command, cost.wall, cost.processor, cost.memory, ratio)
    }
    if folder == nil { try measureHook(in: journal) }
  }

  /// A commit of one changed note, with an empty hook and with ours.
  private func measureHook(in journal: String) throws {
    let program = String((CommandLine.arguments.first ?? "").dropLast("-dev".count))
    let note = try FileManager.default.subpathsOfDirectory(atPath: journal).filter { $0.hasSuffix(".md") }.min() ?? ""
    func git(_ arguments: String...) throws {
      let outcome = try ChildProcess.run(
        ["git", "-C", journal, "-c", "user.name=A", "-c", "user.email=a@example.com", "-c", "gc.auto=0"] + arguments)
      guard outcome.status == 0 else { throw ValidationError(String(decoding: outcome.errors, as: UTF8.self)) }
    }
    try git("init", "-q")
    try git("add", ".")
    try git("commit", "-qm", "all")
    func commits(running hook: String) throws -> Duration {
      let path = journal + "/.git/hooks/pre-commit"
      try Data("#!/bin/sh\n\(hook)\n".utf8).write(to: URL(filePath: path))
      try FileManager.default.setAttributes([.posixPermissions: 0o755], ofItemAtPath: path)
      // The first commit only warms the caches.
      let times = try (0...runs).map { run in
        let text = try String(contentsOf: URL(filePath: journal + "/" + note), encoding: .utf8)
        try Data((text + "\nSent them the quote, run \(run).\n").utf8).write(to: URL(filePath: journal + "/" + note))
        try git("add", note)
        let start = ContinuousClock.now
        try git("commit", "-qm", "one")
        return ContinuousClock.now - start
      }
      return median(Array(times.dropFirst()))
    }
    let empty = try commits(running: ":")
    let ours = try commits(running: "exec '\(program)' hook run --as-of 2026-06-01")
    try print("commit, empty hook", Self.milliseconds(empty), "", "", "")
    try print("commit, rapport hook", Self.milliseconds(ours), "", "", "")
    let ratio = Self.rounded(Self.number(ours) / Self.number(empty))
    try print("  adds", Self.milliseconds(ours - empty), "", "", "× \(ratio)")
  }

  /// What one command costs: medians of several runs.
  private struct Cost {
    let time: Duration
    let wall: String
    let processor: String
    let memory: String
  }

  private func measure(_ arguments: [String], runs: Int) throws -> Cost {
    let program = String((CommandLine.arguments.first ?? "").dropLast("-dev".count))
    var walls: [Duration] = []
    var processor: [Duration] = []
    var memory = 0
    // The first run only warms the caches.
    for run in 0...runs {
      let start = ContinuousClock.now
      let outcome = try ChildProcess.run([program] + arguments)
      guard run > 0 else { continue }
      walls.append(ContinuousClock.now - start)
      processor.append(outcome.processorTime)
      memory = max(memory, outcome.peakMemory)
    }
    return Cost(
      time: median(walls), wall: Self.milliseconds(median(walls)), processor: Self.milliseconds(median(processor)),
      memory: Self.rounded(Double(memory) / 1e6))
  }

  private func median(_ times: [Duration]) -> Duration { times.sorted()[times.count / 2] }

  private func print(_ columns: String...) throws {
    let widths = [24, 10, 12, 8, 12]
    let cells = zip(columns, widths).enumerated().map { index, cell in
      let gap = String(repeating: " ", count: max(0, cell.1 - cell.0.count))
      return index == 0 ? cell.0 + gap : gap + cell.0
    }
    try StandardStream.output.write(cells.joined() + "\n")
  }

  private static func number(_ time: Duration) -> Double {
    Double(time.components.seconds) * 1000 + Double(time.components.attoseconds) / 1e15
  }

  private static func milliseconds(_ time: Duration) -> String { rounded(number(time)) }

  private static func rounded(_ number: Double) -> String { "\((number * 10).rounded() / 10)" }
}
