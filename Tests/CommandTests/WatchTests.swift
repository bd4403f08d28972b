import FoundationEssentials
import TestSupport
import Testing
import Workspace

/// `rapport watch`, run as a user runs it; each step waits for the line that tells of the one before, and never for time.
@Suite(.timeLimit(.minutes(10))) struct WatchTests {
  private let folder = TemporaryFolder()

  init() throws {
    try folder.write(
      "notes/acme.md", "# Acme Mills\n\n2026-11-10 Met Dana Reed, COO of Acme Mills. She wants fewer breakdowns.\n")
  }

  /// A watch that is running, and what it says.
  private final class Running {
    private let conversation: ChildProcess.Conversation
    private var heard = ""

    /// Starts it; ends with it when nothing is heard for a minute.
    init(_ folder: TemporaryFolder, _ options: String) throws {
      conversation = try ChildProcess.Conversation([
        "sh", "-c",
        "cd \"$0\" && exec timeout 60 \"$1/rapport\" watch notes --as-of 2026-11-20 --lang en \(options) 2>&1",
        folder.path, Products.folder,
      ])
    }

    /// Waits for `words`, and gives their line.
    @discardableResult
    func waits(for words: String) throws -> String {
      while true {
        while let end = heard.firstIndex(of: "\n") {
          let line = String(heard[..<end])
          heard = String(heard[heard.index(after: end)...])
          if line.contains(words) { return line }
        }
        let bytes = try conversation.read()
        guard !bytes.isEmpty else {
          Issue.record("ended before “\(words)”: \(heard)")
          return heard
        }
        heard += String(decoding: bytes, as: UTF8.self)
      }
    }

    func interrupt() throws -> Int32 { try conversation.interrupt() }
  }

  private func text(_ name: String) -> String {
    (try? String(contentsOfFile: folder.path + "/" + name, encoding: .utf8)) ?? ""
  }

  @Test(arguments: ["", "--poll"]) func aSaveIsInTheReport(option: String) throws {
    let running = try Running(folder, "--output notes/Deals.md \(option)")
    try running.waits(for: "Ctrl-C ends it")
    #expect(text("notes/Deals.md").contains("Acme"))
    // As an editor saves: written elsewhere and renamed.
    #expect(
      try folder.run(
        "printf '# Beta Foods\\n\\n2026-11-11 Met Bo Lang, COO of Beta Foods. He wants speed.\\n' > draft && mv draft notes/beta.md"
      )
      .status == 0)
    let told = try running.waits(for: "notes/beta.md")
    #expect(told.contains("notes/Deals.md written"))
    #expect(text("notes/Deals.md").contains("Beta"))
    // In a folder that was not there.
    try folder.write(
      "notes/new/deep/gamma.md", "# Gamma Rail\n\n2026-11-12 Met Ann Cole, COO of Gamma Rail. She wants quiet.\n")
    try running.waits(for: "notes/new/deep/gamma.md")
    #expect(text("notes/Deals.md").contains("Gamma"))
    #expect(try folder.run("rm notes/beta.md").status == 0)
    try running.waits(for: "notes/beta.md gone")
    // A save that changes nothing that is told is told as such.
    try folder.write("notes/new/plain.md", "# Recipe\n\nFlour, water, salt.\n")
    #expect(try running.waits(for: "notes/new/plain.md").contains("the report stays as it is"))
    #expect(!text("notes/Deals.md").contains("Beta"))
    // The report among the notes is none of them.
    let check = try folder.run("rapport facts notes --as-of 2026-11-20 --format json | grep -c Deals.md")
    #expect(String(decoding: check.output, as: UTF8.self) == "0\n")
    let status = try running.interrupt()
    #expect(status == 130)
    #expect(try folder.run("ls -A notes").output == Array("Deals.md\nacme.md\nnew\n".utf8))
  }

  @Test func onlyPagesThatChangedAreWritten() throws {
    let running = try Running(folder, "--site site")
    #expect(try running.waits(for: "pages written").contains("1 note read"))
    try running.waits(for: "Ctrl-C ends it")
    try folder.write("notes/beta.md", "# Beta Foods\n\n2026-11-11 Met Bo Lang, COO of Beta Foods. He wants speed.\n")
    let told = try running.waits(for: "pages written")
    #expect(told.contains("notes/beta.md; ") && !told.contains("Acme"))
    _ = try running.interrupt()
    let acme = text("site/index.html")
    #expect(acme.contains("Beta"))
    #expect(try folder.run("find site -name '.*.??????'").output.isEmpty)
  }

  /// What goes wrong meanwhile is told once, and the report stays as it was until that is mended.
  @Test func aFaultIsWaitedOut() throws {
    let running = try Running(folder, "--output report.json")
    try running.waits(for: "Ctrl-C ends it")
    let before = text("report.json")
    try folder.write("notes/rapport.yml", "team: [Dana\n")
    try running.waits(for: "rapport.yml:2:")
    #expect(text("report.json") == before)
    try folder.write("notes/rapport.yml", "team: [Kim Park]\n")
    try running.waits(for: "all is well again")
    #expect(try folder.run("rm notes/acme.md").status == 0)
    try running.waits(for: "no notes found")
    #expect(text("report.json") == before)
    _ = try running.interrupt()
  }

  @Test func noNoteIsReplaced() throws {
    let before = text("notes/acme.md")
    for (options, words) in [
      ("--output notes/acme.md", "is no report that rapport wrote"),
      ("--output notes/x.txt", "would be read as a note"),
      ("--output notes/x", "does not tell the format"), ("--site a --output b.md", "name one"),
    ] {
      let outcome = try folder.run("rapport watch notes \(options)")
      #expect(outcome.status == 2)
      #expect(String(decoding: outcome.errors, as: UTF8.self).contains(words))
    }
    #expect(text("notes/acme.md") == before)
  }
}
