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
    try print("libcmark, one core", markdown.milliseconds.toTenths, "", "", "1")
    for command in ["check", "facts", "report", "weekly"] {
      let format = command == "facts" ? ["--format", "json"] : []
      let cost = try measure([command, journal, "--as-of", "2026-06-01"] + format, runs: runs)
      let ratio = (cost.time.milliseconds / markdown.milliseconds).toTenths
      try print(command, cost.wall, cost.processor, cost.memory, ratio)
    }
    if folder == nil { try measureHook(in: journal) }
  }

  /// A commit of one changed note, with an empty hook and with ours.
  private func measureHook(in journal: String) throws {
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
    let ours = try commits(running: "exec '\(MeasuredProgram.path)' hook run --as-of 2026-06-01")
    try print("commit, empty hook", empty.milliseconds.toTenths, "", "", "")
    try print("commit, rapport hook", ours.milliseconds.toTenths, "", "", "")
    let ratio = (ours.milliseconds / empty.milliseconds).toTenths
    try print("  adds", (ours - empty).milliseconds.toTenths, "", "", "× \(ratio)")
  }

  /// What one command costs: medians of several runs.
  private struct Cost {
    let time: Duration
    let wall: String
    let processor: String
    let memory: String
  }

  private func measure(_ arguments: [String], runs: Int) throws -> Cost {
    var walls: [Duration] = []
    var processor: [Duration] = []
    var memory = 0
    // The first run only warms the caches.
    for run in 0...runs {
      let start = ContinuousClock.now
      let outcome = try ChildProcess.run([MeasuredProgram.path] + arguments)
      guard run > 0 else { continue }
      walls.append(ContinuousClock.now - start)
      processor.append(outcome.processorTime)
      memory = max(memory, outcome.peakMemory)
    }
    return Cost(
      time: median(walls), wall: median(walls).milliseconds.toTenths,
      processor: median(processor).milliseconds.toTenths,
      memory: (Double(memory) / 1e6).toTenths)
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
}
