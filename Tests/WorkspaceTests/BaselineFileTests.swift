import DealHealth
import TestSupport
import Testing

@testable import Workspace

@Suite struct BaselineFileTests {
  let folder = TemporaryFolder()

  func text() throws -> String {
    String(decoding: try FileSystem.contents(Array((folder.path + "/" + BaselineFile.fileName).utf8)), as: UTF8.self)
  }

  func identity(_ code: String, _ deal: String, _ subject: String = "") -> Finding.Identity {
    Finding.Identity(deal: deal, code: code, subject: subject)
  }

  func fault(_ text: String) -> String? {
    do {
      _ = try BaselineFile(parsing: Array(text.utf8), path: "b")
      return nil
    } catch {
      return "\(error.path):\(error.line): \(error.detail.en)"
    }
  }

  @Test func whatIsWrittenIsReadAgain() throws {
    let all: Set = [
      identity("P301", "宏泰\t\"x\"", "王总"), identity("J002", "", "a\\nb\n\r.md"), identity("M801", "Acme"),
    ]
    let file = try BaselineFile(above: folder.path)
    #expect(file.known.isEmpty)
    #expect(try file.write(all) == 3)
    #expect(try BaselineFile(above: folder.path).known == all)
    // Ordered, a line each: what merges well.
    let lines = try text().split(separator: "\n").dropFirst()
    #expect(lines.map(String.init) == lines.map(String.init).sorted())
    #expect(lines.count == 3)
  }

  @Test func isFoundAboveAndBesideTheSettings() throws {
    try folder.write("rapport.yml", "team: [x]")
    try folder.write("notes/deep/a.md", "x")
    let file = try BaselineFile(above: folder.path + "/notes/deep")
    #expect(file.path == folder.path + "/" + BaselineFile.fileName)
    try file.write([identity("M801", "Acme")])
    #expect(try BaselineFile(above: folder.path + "/notes/deep/a.md").known.count == 1)
  }

  @Test func nobodysChangeIsLost() throws {
    let file = try BaselineFile(above: folder.path)
    try file.write([identity("M801", "Acme")])
    let read = try BaselineFile(above: folder.path)
    try folder.write(BaselineFile.fileName, "P301\tAcme\tDana\n")
    #expect(throws: AtomicFile.Failure.self) { try read.write([]) }
    #expect(try text() == "P301\tAcme\tDana\n")
  }

  @Test func tellsWhatIsWrong() {
    #expect(fault("# ours\r\nP301\tAcme\tDana\r\n\n") == nil)
    #expect(fault("P301 Acme")?.hasPrefix("b:1: is no line of a baseline") == true)
    #expect(fault("<<<<<<< HEAD\n")?.contains("merge conflicts") == true)
  }
}
