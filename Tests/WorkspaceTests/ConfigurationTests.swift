import TestSupport
import Testing

@testable import Workspace

@Suite struct ConfigurationTests {
  private func parse(_ text: String) throws(Configuration.Fault) -> Configuration {
    try Configuration(parsing: Array(text.utf8), path: "rapport.yml")
  }

  private func fault(of text: String) -> String? {
    do {
      _ = try parse(text)
      return nil
    } catch {
      return "\(error.path):\(error.line): \(error.detail)"
    }
  }

  @Test func readsTheTeam() throws {
    #expect(try parse("team:\n  - Dana Reed\n  - 小陈 # us\n").team == ["Dana Reed", "小陈"])
    #expect(try parse("team: [a, \"b c\"]").team == ["a", "b c"])
    #expect(try parse("team: 小陈").team == ["小陈"])
    for empty in ["", "# nothing\n", "---\n", "team:\n", "team: []"] { #expect(try parse(empty).team == []) }
  }

  @Test func readsWhatStopsACommit() throws {
    #expect(try parse("fail-on: [P301, trust]").failOn.map { $0.codes.contains("T501") } == [false, true])
    #expect(
      fault(of: "fail-on:\n  - no-next-stop")
        == "rapport.yml:2: names no rule or gate with no-next-stop; did you mean M801 no-next-step?")
  }

  @Test func tellsWhatIsWrongWhereAndHow() {
    #expect(fault(of: "# us\ntaem: [a]") == "rapport.yml:2: has no setting called taem; did you mean team?")
    #expect(fault(of: "colour: red") == "rapport.yml:1: has no setting called colour; there are team and fail-on")
    #expect(fault(of: "team: [a]\n\nteam: [b]") == "rapport.yml:3: sets team a second time; the first is on line 1")
    #expect(fault(of: "team:\n  a: b") == "rapport.yml:2: needs a list of names; write team: [Dana Reed, 小陈]")
    #expect(fault(of: "- a") == "rapport.yml:1: has no settings; write them as team: [Dana Reed, 小陈]")
    #expect(fault(of: "team: [a\nb: c]")?.hasPrefix("rapport.yml:2: is no YAML: ") == true)
    #expect(fault(of: "team: *a")?.hasPrefix("rapport.yml:1: is no YAML: ") == true)
    #expect(fault(of: String(repeating: "[", count: 100_000))?.contains("nested") == true)
  }

  @Test func isFoundUpwards() throws {
    let folder = TemporaryFolder()
    try folder.write("rapport.yml", "team: [outer]")
    try folder.write("a/b/note.md", "x")
    #expect(try Configuration(above: folder.path + "/a/b").team == ["outer"])
    #expect(try Configuration(above: folder.path + "/a/b/note.md").team == ["outer"])
    #expect(try Configuration(above: folder.path + "/a/b/not-yet.md").team == ["outer"])
    #expect(try Configuration(above: folder.path + "/not-yet.md").team == ["outer"])
    try folder.write("a/rapport.yml", "team: [inner]")
    #expect(try Configuration(above: folder.path + "/a/b").team == ["inner"])
    #expect(try Configuration(above: folder.path).team == ["outer"])
  }
}
