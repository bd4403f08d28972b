import TestSupport
import Testing

@testable import Workspace

@Suite struct DismissalFileTests {
  func fault(_ text: String) -> Configuration.Fault? {
    do {
      _ = try DismissalFile(parsing: Array(text.utf8), path: "d.yml")
      return nil
    } catch { return error }
  }

  @Test func isRead() throws {
    let file = try DismissalFile(
      parsing: Array("- finding: P301\n  deal: Acme\n  about: 张总\n  reason: x\n  until: 2026-12-01\n".utf8),
      path: "d.yml")
    let dismissal = try #require(file.dismissals.first)
    #expect(dismissal.rule == "P301" && dismissal.deals == ["Acme"] && dismissal.subject == "张总")
    #expect(dismissal.reason == "x" && dismissal.until == "2026-12-01" && dismissal.evidence.line == 1)
    #expect(fault("") == nil)
    #expect(fault("# nothing yet\n") == nil)
  }

  @Test(arguments: [
    ("finding: P301", 1, "needs a list"), ("- P301", 1, "needs settings"), ("- reason: x", 1, "needs a finding"),
    ("- finding: P301\n  reson: x", 2, "did you mean reason?"), ("- finding: [a]", 1, "needs a text"),
    ("- finding: 'P301", 1, "is no YAML"),
  ])
  func faultsHaveALine(text: String, line: Int, words: String) {
    let found = fault(text)
    #expect(found?.detail.en.contains(words) == true)
    #expect(found?.line == line || words == "is no YAML")
  }

  /// What stands in the file stays, a link is followed, and words of any kind come back as they were.
  @Test func appendsInOneStep() throws {
    let folder = TemporaryFolder()
    try folder.write("real.yml", "# ours\n- finding: M801\n  reason: x")
    #expect(try folder.run("ln -s real.yml rapport-dismissed.yml && chmod 640 real.yml").status == 0)
    let file = try DismissalFile(above: folder.path)
    try file.append("- finding: P301\n  reason: \"\\\"\\x1B\"\n")
    let again = try DismissalFile(above: folder.path)
    #expect(again.dismissals.map(\.rule) == ["M801", "P301"])
    #expect(again.dismissals[1].reason == "\"\u{1B}")
    let shown = try folder.run("head -1 real.yml; test -L rapport-dismissed.yml && stat -c %a real.yml; ls -A")
    #expect(String(decoding: shown.output, as: UTF8.self) == "# ours\n640\nrapport-dismissed.yml\nreal.yml\n")
  }

  /// What has had its last day makes room; comments and everything else stay.
  @Test func whatIsPastMakesRoom() throws {
    let folder = TemporaryFolder()
    try folder.write(
      "rapport-dismissed.yml",
      """
      # ours
      - finding: M807
        deal: Acme
        reason: soon
        until: 2026-11-15
      # of the board
      - finding: M801
        deal: Acme
        reason: x

      """)
    let file = try DismissalFile(above: folder.path)
    let past = file.dismissals.filter { $0.until != nil }
    try file.append("- finding: M807\n  deal: Acme\n  reason: y\n", inPlaceOf: past)
    #expect(try DismissalFile(above: folder.path).dismissals.map(\.reason) == ["x", "y"])
    let shown = try folder.run("grep -c '^#' rapport-dismissed.yml")
    #expect(String(decoding: shown.output, as: UTF8.self) == "2\n")
  }

  /// A list in brackets cannot be added to: nothing is written.
  @Test func whatWouldNotBeReadIsNotWritten() throws {
    let folder = TemporaryFolder()
    try folder.write("rapport-dismissed.yml", "[{finding: M801, reason: x}]\n")
    let file = try DismissalFile(above: folder.path)
    #expect(throws: Configuration.Fault.self) { try file.append("- finding: P301\n  reason: x\n") }
    let shown = try folder.run("cat rapport-dismissed.yml")
    #expect(String(decoding: shown.output, as: UTF8.self) == "[{finding: M801, reason: x}]\n")
  }

  @Test func liesBesideTheConfiguration() throws {
    let folder = TemporaryFolder()
    try folder.write("a/b/note.md", "x")
    #expect(try DismissalFile(above: folder.path + "/a/b").path == folder.path + "/a/b/rapport-dismissed.yml")
    #expect(try DismissalFile(above: folder.path + "/a/b/note.md").path == folder.path + "/a/b/rapport-dismissed.yml")
    try folder.write("a/rapport.yml", "team: [x]")
    #expect(try DismissalFile(above: folder.path + "/a/b").path.hasSuffix("/a/rapport-dismissed.yml"))
  }
}
