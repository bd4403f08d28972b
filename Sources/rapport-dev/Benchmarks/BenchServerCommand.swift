import ArgumentParser
import FoundationEssentials
import Workspace

/// Drives the language server as an editor does, and measures what somebody who writes waits for.
struct BenchServerCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "bench-lsp",
    abstract:
      "Measures a language server on generated journals: first diagnostics, keystroke to diagnostics, completion, memory."
  )

  @Option(help: "Numbers of notes.") var notes = [300, 10_000]
  @Option(help: "Bytes of a note, about.") var size = 2048
  @Option(help: "Keystrokes, each after the diagnostics of the one before.") var keystrokes = 100

  func run() throws {
    try StandardStream.output.write(
      "notes   first ms   first again   key p50   p90   p99   max   burst of 20   completion p50   max   peak MB\n")
    for count in notes {
      let folder = FileManager.default.temporaryDirectory.path + "/rapport-bench-lsp-\(count)-\(size)"
      defer { for path in [folder, folder + "-cache"] { try? FileManager.default.removeItem(atPath: path) } }
      try GenerateJournalCommand.write(to: folder, notes: count, size: size, seed: 1)
      try measure(folder, count: count)
    }
  }

  private func measure(_ folder: String, count: Int) throws {
    var journal = SampleJournal(seed: 1)
    let note = journal.note(0, size: size)
    let uri = "file://" + (folder + "/" + note.name).percentEncoded
    func started() throws -> (server: BenchServer, time: Duration) {
      let start = ContinuousClock.now
      let server = try BenchServer(folder: folder, cache: folder + "-cache")
      try server.open(uri, note.text)
      try server.awaitDiagnostics(version: 1)
      return (server, ContinuousClock.now - start)
    }
    let cold = try started()
    _ = try cold.server.end()
    let (server, warm) = try started()
    var keys: [Duration] = []
    var completions: [Duration] = []
    var version = 1
    for stroke in 0..<(count > 1000 ? min(keystrokes, 20) : keystrokes) {
      version += 1
      let start = ContinuousClock.now
      try server.type(uri, version, stroke % 2 == 0 ? "张" : "总")
      let completion = ContinuousClock.now
      try server.complete(uri, version)
      completions.append(ContinuousClock.now - completion)
      try server.awaitDiagnostics(version: version)
      keys.append(ContinuousClock.now - start)
    }
    // Somebody who types faster than a journal is folded waits for one folding more, and for no queue.
    let burst = ContinuousClock.now
    for _ in 0..<20 {
      version += 1
      try server.type(uri, version, "好")
    }
    try server.awaitDiagnostics(version: version)
    let gathered = ContinuousClock.now - burst
    let memory = try server.end()
    keys.sort()
    completions.sort()
    func at(_ share: Double) -> Duration { keys[min(keys.count - 1, Int(Double(keys.count) * share))] }
    let times = [
      cold.time, warm, at(0.5), at(0.9), at(0.99), keys[keys.count - 1], gathered, completions[completions.count / 2],
      completions[completions.count - 1],
    ]
    let row = ["\(count)"] + times.map(\.milliseconds.toTenths) + ["\(memory / 1_000_000)"]
    try StandardStream.output.write(row.joined(separator: "   ") + "\n")
  }
}

extension String {
  /// As a path of a URI.
  fileprivate var percentEncoded: String {
    utf8.map { byte in
      byte | 0x20 &- 0x61 < 26 || byte &- 0x30 < 10 || "-._~/".utf8.contains(byte)
        ? String(decoding: [byte], as: UTF8.self)
        : "%" + (byte < 16 ? "0" : "") + String(byte, radix: 16, uppercase: true)
    }.joined()
  }
}
