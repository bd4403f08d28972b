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
      return "\(error.path):\(error.line): \(error.detail.en)"
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
    #expect(fault(of: "team: [a]\n\nteam: [b]") == "rapport.yml:3: sets team a second time; the first is on line 1")
    #expect(
      fault(of: "team:\n  a: b") == "rapport.yml:2: team needs a list of names; write team: [Dana Reed, Dana, 小陈]")
    #expect(fault(of: "- a") == "rapport.yml:1: has no settings; write them as team: [Dana Reed, Dana, 小陈]")
    #expect(fault(of: "team: [a\nb: c]")?.hasPrefix("rapport.yml:2: is no YAML: ") == true)
    #expect(fault(of: "team: *a")?.hasPrefix("rapport.yml:1: is no YAML: ") == true)
    #expect(fault(of: String(repeating: "[", count: 100_000))?.contains("nested") == true)
  }

  /// Whoever mends one line does not come back for the next.
  @Test func tellsAllThatIsWrongAtOnce() {
    let text = """
      taem: [a]
      rules:
        P999: off
        stalled: {day: 30, severity: loud}
      people: {Helen Marsh: [HM], 马国栋: [hm]}
      folders:
        archive/: {profil: tender}
      holidays: {Easter: soon}
      vocabulary:
        cues: {need.drive: [x], contact: [y]}
      team: [b]
      team: [c]
      """
    var told: [String] = []
    do { _ = try parse(text) } catch { told = error.all.map { "\($0.line): \($0.detail.en)" } }
    #expect(
      told == [
        "1: has no setting called taem; did you mean team?",
        "3: names no rule or gate with P999; rapport rules lists them",
        "4: stalled has no setting called day; did you mean days?",
        "4: loud is not what stalled can be; choose off, info, warning, error",
        "5: hm is a name of Helen Marsh already, on line 5; it can lead to one only",
        "7: has no setting called profil under folders; did you mean profile?",
        "8: soon is no day; write 2026-10-01 or 2026-10-01..2026-10-07",
        "10: need.drive is not what a key of cues can be; did you mean need.driver?",
        "10: contact is told by people and what was done with them, not by a phrase",
        "12: sets team a second time; the first is on line 11",
      ])
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

  /// What is shown of any setting sets the same when it is read.
  @Test func whatIsShownIsAFileItself() throws {
    for key in SettingKey.all {
      let once = ConfigurationListing(try parse(key.example), for: "a.md").yaml()
      let again = ConfigurationListing(try parse(once), for: "a.md").yaml()
      func bare(_ text: String) -> [String] { text.split(separator: "\n").map { $0.components(before: "  # ") } }
      #expect(bare(once) == bare(again), "\(key.name)")
    }
  }

  /// The nearest rule counts: its own entry before its gate's, whatever their order; what is ignored is never heard.
  @Test func changesOfRulesComeTogether() throws {
    let text = """
      rules:
        M804: {days: 30}
        momentum: error
        M8: info
        A102: error
        stalled: {severity: warning}
      ignore: [A102, M802]
      folders:
        archive/**:
          rules: {M804: {days: 60}}
        archive/old: {ignore: stalled}
      """
    let configuration = try Configuration(parsing: Array(text.utf8), path: "rapport.yml", in: Array("/notes".utf8))
    let settings = configuration.rules(
      forNotesAt: ["/notes/a.md", "/notes/archive/x/a.md", "/notes/archive/old/a.md", "/notesarchive/a.md"])
    func days(_ path: String) -> Int? { settings[path].values["M804.days"] }
    #expect(days("/notes/a.md") == 30 && days("/notes/archive/x/a.md") == 60 && days("/notesarchive/a.md") == 30)
    #expect(settings["/notes/archive/old/a.md"].silent == ["A102", "M802", "M804"])
    #expect(settings[nil].silent == ["A102", "M802"])
    #expect(settings[nil].severities["M804"] == .warning && settings[nil].severities["M801"] == .info)
  }
}

extension Substring {
  fileprivate func components(before mark: String) -> String {
    firstRange(of: mark).map { String(self[..<$0.lowerBound]) } ?? String(self)
  }
}
