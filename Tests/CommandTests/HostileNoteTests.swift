import FoundationEssentials
import TestSupport
import Testing

/// Notes made to cost a reader much, in every command that reads a journal. How much they cost, `rapport-dev bench-hostile`
/// measures; here each ends, and another note of the folder is read as if they were not there.
@Suite struct HostileNoteTests {
  private let folder = TemporaryFolder()
  private static let good =
    "# 2026-05-20 Larkfield Mills\nMet Tom Reed, the plant manager. He needs the line to stop less.\n"

  init() throws {
    let written = try Shell.run("rapport-dev generate-hostile '\(folder.path)/notes' --size 4000", in: folder.path)
    try #require(written.status == 0)
    try folder.write("notes/good.md", Self.good)
    try folder.write("alone/good.md", Self.good)
  }

  @Test(arguments: ["check --format concise", "report", "weekly", "facts --format json", "deals", "people", "next"])
  func everyCommandEnds(_ command: String) throws {
    let outcome = try Shell.run("rapport \(command) notes --as-of 2026-06-01", in: folder.path)
    #expect(outcome.status < 2)
    #expect(outcome.output.count > 0)
  }

  @Test func anotherNoteIsReadAllTheSame() throws {
    func findings(_ name: String) throws -> [Substring] {
      let outcome = try Shell.run("rapport check \(name) --as-of 2026-06-01 --format concise", in: folder.path)
      return String(decoding: outcome.output, as: UTF8.self).split(separator: "\n")
        .map { $0.dropFirst(name.utf8.count) }.filter { $0.hasPrefix("/good.md") }
    }
    let alone = try findings("alone")
    #expect(!alone.isEmpty)
    #expect(try findings("notes") == alone)
  }
}
