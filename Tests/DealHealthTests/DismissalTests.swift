import DealJournal
import FactReading
import NoteSyntax
import SourceText
import Testing

@testable import DealHealth

@Suite struct DismissalTests {
  /// Helen Marsh was never asked; `lines` stand in the same entry.
  func assessment(_ lines: String, asOf: String = "2026-11-20", dismissals: [Dismissal] = []) throws -> Assessment {
    let text = """
      # 2026-11-12 Larkfield Mills #stage/needs
      Met Tom Reed, the production manager #role/user. Stops on the line cost him his bonus #need/driver, so that is what has to end first #need/confirmed.
      Helen Marsh, the CFO, signs #role/economic. Nobody has met her.

      \(lines)

      """
    let note = Note(parsing: SourceFile(path: "notes.md", text: text))
    let day = try #require(Day(iso: asOf))
    return Assessment(of: Journal(folding: [NoteReading(of: note)], asOf: day), dismissals: dismissals)
  }

  func codes(_ lines: String, asOf: String = "2026-11-20") throws -> Set<String> {
    Set(try assessment(lines, asOf: asOf).findings.map(\.code))
  }

  @Test func isHeeded() throws {
    #expect(try codes("").isSuperset(of: ["P301", "M801", "P303"]))
    #expect(try codes("rapport: ignore P301 Helen Marsh: she joins later").isDisjoint(with: ["P301", "J008"]))
    #expect(try codes("rapport: ignore unconfirmed-influencer: x").isDisjoint(with: ["P301", "J008"]))
    #expect(try codes("rapport: ignore P301 Tom Reed: x").isSuperset(of: ["P301", "J008"]))
    let found = try assessment("rapport: ignore P301 helen marsh: she joins later")
    #expect(found.dismissed.map(\.finding.code) == ["P301"])
    #expect(found.dismissed.map(\.dismissal.reason) == ["she joins later"])
  }

  @Test func itsLastDayCounts() throws {
    let line = "rapport: ignore P301: she joins later, until 2026-11-20"
    #expect(try codes(line).isDisjoint(with: ["P301", "J008"]))
    #expect(try codes(line, asOf: "2026-11-21").isSuperset(of: ["P301", "J008"]))
  }

  @Test(arguments: [
    ("rapport: ignore P301 Helen Marsh", "without a reason"), ("rapport: ignore P999: x", "No finding is called P999"),
    ("rapport: ignore P301: x, until 2026-13-45", "is no day"), ("rapport: ignore X605: x", "nothing to ignore"),
  ])
  func whatHasNoForceIsTold(line: String, words: String) throws {
    let findings = try assessment(line).findings
    #expect(findings.contains { $0.code == "P301" })
    #expect(findings.filter { $0.code == "J008" }.map(\.message.en).contains { $0.contains(words) })
  }

  /// What is let be holds nothing back.
  @Test func anotherFindingComesForward() throws {
    var dismissed = try assessment("rapport: ignore P301: x")
    #expect(!dismissed.waiting.contains { $0.waitsOn?.code == "P301" })
    let place = Evidence(path: "d.yml", span: Span(0, 0), line: 1, column: 1, quote: "")
    dismissed = try assessment(
      "",
      dismissals: [
        Dismissal(
          rule: "P301", deals: ["larkfield mills"], subject: "", reason: "x", until: nil, evidence: place)
      ])
    #expect(!dismissed.findings.contains { $0.code == "P301" || $0.code == "J008" })
    dismissed = try assessment(
      "",
      dismissals: [
        Dismissal(rule: "P301", deals: ["Oakfield"], subject: "", reason: "x", until: nil, evidence: place)
      ])
    #expect(Set(dismissed.findings.map(\.code)).isSuperset(of: ["P301", "J008"]))
  }
}
