import DealHealth
import NoteSyntax
import SourceText
import Testing

@testable import Workspace

/// Names are added to `rapport.yml` without touching another byte of it.
@Suite struct SettingsTextTests {
  private let alias = Fix.Alias.ofPerson("Helen Marsh", "Helen Marsch")

  private func adding(_ text: String) -> String? {
    SettingsText(Array(text.utf8))?.adding(alias).map { String(decoding: $0, as: UTF8.self) }
  }

  static let cases: [(before: String, after: String?)] = [
    ("", "people:\n  Helen Marsh: [Helen Marsch]\n"),
    ("# Ours.\r\n", "# Ours.\r\npeople:\r\n  Helen Marsh: [Helen Marsch]\r\n"),
    ("# Ours.\nteam: [Dana]", "# Ours.\nteam: [Dana]\npeople:\n  Helen Marsh: [Helen Marsch]\n"),
    ("team: [Dana]\r\n", "team: [Dana]\r\npeople:\r\n  Helen Marsh: [Helen Marsch]\r\n"),
    (
      "people:  # who is who\n    Tom Reed: [TR]   # him\n\n# end\ndeals: {}\n",
      "people:  # who is who\n    Helen Marsh: [Helen Marsch]\n    Tom Reed: [TR]   # him\n\n# end\ndeals: {}\n"
    ),
    ("people: # none yet\nteam: [x]\n", "people: # none yet\n  Helen Marsh: [Helen Marsch]\nteam: [x]\n"),
    ("people: {}\n", "people: {Helen Marsh: [Helen Marsch]}\n"),
    ("people: {Tom: [T]} # x\n", "people: {Tom: [T], Helen Marsh: [Helen Marsch]} # x\n"),
    ("people:\n  Helen Marsh: [HM] # cfo\n", "people:\n  Helen Marsh: [HM, Helen Marsch] # cfo\n"),
    ("people:\n  \"Helen Marsh\": []\n", "people:\n  \"Helen Marsh\": [Helen Marsch]\n"),
    ("people:\n  Helen Marsh: HM # x\n", "people:\n  Helen Marsh: [HM, Helen Marsch] # x\n"),
    ("people:\n  Helen Marsh: # x\nteam: [a]\n", "people:\n  Helen Marsh: [Helen Marsch] # x\nteam: [a]\n"),
    (
      "people:\r\n  Helen Marsh:\r\n    # two\r\n    - HM\r\n    - 'her'\r\n",
      "people:\r\n  Helen Marsh:\r\n    # two\r\n    - Helen Marsch\r\n    - HM\r\n    - 'her'\r\n"
    ),
    ("{team: [a]}\n", nil), ("team: [", nil), ("- a\n", nil), ("\u{FEFF}team: [a]\n", nil), ("team: [a]\n...\n", nil),
  ]

  @Test(arguments: cases) func nothingElseIsTouched(before: String, after: String?) {
    #expect(adding(before) == after, "\(before)")
  }

  static let teams: [(before: String, after: String?)] = [
    ("", "team: [\"Dana: Reed\"]\n"),
    ("# ours", "# ours\nteam: [\"Dana: Reed\"]\n"), ("team: [Tom] # us\n", "team: [Tom, \"Dana: Reed\"] # us\n"),
    ("team: []\n", "team: [\"Dana: Reed\"]\n"), ("team: Tom\n", "team: [Tom, \"Dana: Reed\"]\n"),
    ("team:\r\n  - Tom\r\n", "team:\r\n  - \"Dana: Reed\"\r\n  - Tom\r\n"),
    ("team:\nlanguage: en\n", "team: [\"Dana: Reed\"]\nlanguage: en\n"), ("team: [", nil), ("{team: []}\n", nil),
  ]

  @Test(arguments: teams) func aNameOfOurSideIsAdded(before: String, after: String?) {
    let bytes = Array(before.utf8)
    let edit = SettingsText(bytes)?.edit(addingToTeam: "Dana: Reed")
    #expect(edit.map { String(decoding: TextEdit.apply([$0], to: bytes), as: UTF8.self) } == after, "\(before)")
  }

  @Test func aDealWithSettingsKeepsThem() {
    let alias = Fix.Alias.ofDeal("海州一中", "海洲一中")
    func adding(_ text: String) -> String? {
      SettingsText(Array(text.utf8))?.adding(alias).map { String(decoding: $0, as: UTF8.self) }
    }
    #expect(
      adding("deals:\n  海州一中:\n    profile: tender # 招标\n")
        == "deals:\n  海州一中:\n    aliases: [海洲一中]\n    profile: tender # 招标\n")
    #expect(
      adding("deals:\n  海州一中: {profile: tender}\n") == "deals:\n  海州一中: {profile: tender, aliases: [海洲一中]}\n")
    #expect(
      adding("deals:\n  海州一中:\n    profile: tender\n    aliases: 一中\n")
        == "deals:\n  海州一中:\n    profile: tender\n    aliases: [一中, 海洲一中]\n")
  }

  @Test func theFindingIsSettled() throws {
    let notes = [
      "2026-11-05.md":
        "# Larkfield Mills\nMet Helen Marsh, the CFO of Larkfield Mills. Helen Marsh has the final say.\n",
      "2026-11-12.md": "# Larkfield Mills\nHelen Marsch wants payback within two years.\n",
    ].sorted { $0.key < $1.key }.map { NoteInput(path: $0.key, bytes: Array($0.value.utf8)) }
    let day = Day(number: 20_777)
    for text in [nil, "# Ours.\nteam: [Dana]\n", "people:\n  Helen Marsh: [HM]\n"] {
      let settings = try text.map { try Configuration(parsing: Array($0.utf8), path: "rapport.yml") } ?? Configuration()
      let reading = JournalReading(of: notes, settings: settings)
      let findings = reading.assessment(asOf: day).findings.filter { $0.code == "J009" }
      #expect(findings.count == 1)
      let safe = NoteFixes(of: findings, in: reading, asOf: day, withUnsafe: false, settingsPath: "rapport.yml")
      #expect(safe.withheld == 1 && safe.fixes.isEmpty && safe.settingsChange == nil)
      let fixes = NoteFixes(of: findings, in: reading, asOf: day, withUnsafe: true, settingsPath: "rapport.yml")
      let change = try #require(fixes.settingsChange)
      #expect(change.isNew == (text == nil))
      #expect(fixes.changes.isEmpty)
      let after = fixes.reading.assessment(asOf: day)
      #expect(!after.findings.contains { $0.code == "J009" })
      #expect(after.journal.people(called: "Helen Marsch").map(\.name) == ["Helen Marsh"])
    }
  }
}
