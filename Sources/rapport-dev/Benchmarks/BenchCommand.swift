import ArgumentParser
import FoundationEssentials
import Workspace

/// Measures what users wait for.
struct BenchCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "bench",
    abstract:
      "Measures start-up, and commands on a generated journal, beside libcmark, git and, with --peers, what else is installed."
  )

  @Option(help: "Number of notes.") var notes = 10_000
  @Option(help: "Bytes of a note, about.") var size = 2048
  @Option(help: "Runs of each command; medians count.") var runs = 5
  @Option(help: "Seconds to wait until no note is a new one any more, of which nothing is kept.") var settling = 3
  @Option(help: "A folder of notes to measure with instead of generated ones.") var folder: String?
  @Flag(help: "Measure cmark, rumdl, typos, ledger, hledger, beancount and ripgrep as well, those that are installed.")
  var peers = false

  func run() throws {
    let generated = FileManager.default.temporaryDirectory.path + "/rapport-bench-\(notes)-\(size)"
    let cache = generated + "-cache"
    let books = generated + "-books"
    defer { for path in [generated, cache, books] { try? FileManager.default.removeItem(atPath: path) } }
    if folder == nil { try GenerateJournalCommand.write(to: generated, notes: notes, size: size, seed: 1) }
    let journal = folder ?? generated
    let table = BenchTable()
    try table.write("", "ms", "processor", "MB", "× libcmark")
    let program = MeasuredProgram.path
    for start in [["--version"], ["explain", "P302"]] {
      try table.write(start.joined(separator: " "), try Cost.of([program] + start, runs: runs * 20))
    }
    let contents = try MarkdownPeer.contents(of: journal)
    let markdown = try (0..<runs).map { _ in try MarkdownPeer.parseAndWalk(contents) }.median
    try table.write("libcmark, one core", markdown.milliseconds.toTenths, "", "", "1")
    let check = [program, "check", journal, "--as-of", "2026-06-01"]
    for command in [
      check, [program, "facts", journal, "--as-of", "2026-06-01", "--format", "json"],
      [program, "report", journal, "--as-of", "2026-06-01"], [program, "weekly", journal, "--as-of", "2026-06-01"],
    ] {
      try table.write(command[1], try Cost.of(command + ["--no-cache"], runs: runs), beside: markdown)
    }
    if folder == nil {
      try measureCache(check, in: journal, cache, table, beside: markdown)
      try measureHook(in: journal, cache, table)
    }
    if peers { try measurePeers(on: journal, contents, books, table, beside: markdown) }
  }

  /// With what is kept from the time before: filling it, nothing changed, another question, one note changed.
  private func measureCache(
    _ check: [String], in journal: String, _ cache: String, _ table: BenchTable, beside markdown: Duration
  ) throws {
    let environment = ["RAPPORT_CACHE_DIR": cache]
    // Of notes that were written a moment ago no answer is kept.
    if settling > 0 { _ = try ChildProcess.run(["sleep", "\(settling)"]) }
    let filling = try Cost.of(check, runs: 1, environment: environment, isWarm: false) {
      try? FileManager.default.removeItem(atPath: cache)
    }
    try table.write("check, cache filled", filling, beside: markdown)
    try table.write(
      "check, nothing changed", try Cost.of(check, runs: runs * 4, environment: environment), beside: markdown)
    var asked = 0
    try table.write(
      "check, asked otherwise",
      try Cost.of(
        check, runs: runs, environment: environment, preparing: { asked += 1 }, arguments: { ["--max", "\(asked)"] }),
      beside: markdown)
    let note = try Self.firstNote(in: journal)
    try table.write(
      "check, one note changed",
      try Cost.of(check, runs: runs, environment: environment) { try Self.change(note, "\nCalled them again.\n") },
      beside: markdown)
    try Self.git(in: journal, "init", "-q")
    try Self.git(in: journal, "add", ".")
    try Self.git(in: journal, "commit", "-qm", "all")
    try table.write("git status", try Cost.of(["git", "-C", journal, "status"], runs: runs * 4), beside: markdown)
  }

  /// A commit of one changed note, with an empty hook and with ours.
  private func measureHook(in journal: String, _ cache: String, _ table: BenchTable) throws {
    let note = try Self.firstNote(in: journal)
    func commits(running hook: String) throws -> Duration {
      let path = journal + "/.git/hooks/pre-commit"
      try Data("#!/bin/sh\n\(hook)\n".utf8).write(to: URL(filePath: path))
      try FileManager.default.setAttributes([.posixPermissions: 0o755], ofItemAtPath: path)
      // The first commit only warms the caches.
      let times = try (0...runs).map { run in
        try Self.change(note, "\nSent them the quote, run \(run).\n")
        try Self.git(in: journal, "add", ".")
        let start = ContinuousClock.now
        try Self.git(in: journal, "commit", "-qm", "one")
        return ContinuousClock.now - start
      }
      return Array(times.dropFirst()).median
    }
    let empty = try commits(running: ":")
    let ours = try commits(
      running: "RAPPORT_CACHE_DIR='\(cache)' exec '\(MeasuredProgram.path)' hook run --as-of 2026-06-01")
    try table.write("commit, empty hook", empty.milliseconds.toTenths, "", "", "")
    try table.write("commit, rapport hook", ours.milliseconds.toTenths, "", "", "")
    try table.write("  adds", (ours - empty).milliseconds.toTenths, "", "", "")
  }

  /// Programs that read as much of another kind.
  private func measurePeers(
    on journal: String, _ contents: [Data], _ books: String, _ table: BenchTable, beside markdown: Duration
  ) throws {
    let bytes = contents.reduce(0) { $0 + $1.count }
    for peer in try PeerProgram.installed(on: journal, bytes: bytes, in: books) {
      try table.write(peer.name, try Cost.of(peer.command, runs: runs), beside: markdown)
    }
  }

  private static func firstNote(in journal: String) throws -> String {
    let names = try FileManager.default.subpathsOfDirectory(atPath: journal)
    return journal + "/" + (names.filter { $0.hasSuffix(".md") }.min() ?? "")
  }

  private static func change(_ note: String, _ more: String) throws {
    let text = try String(contentsOf: URL(filePath: note), encoding: .utf8)
    try Data((text + more).utf8).write(to: URL(filePath: note))
  }

  private static func git(in journal: String, _ arguments: String...) throws {
    let outcome = try ChildProcess.run(
      ["git", "-C", journal, "-c", "user.name=A", "-c", "user.email=a@example.com", "-c", "gc.auto=0"] + arguments)
    guard outcome.status == 0 else { throw ValidationError(String(decoding: outcome.errors, as: UTF8.self)) }
  }
}
