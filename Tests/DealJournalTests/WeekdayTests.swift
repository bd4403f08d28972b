import FactReading
import NoteSyntax
import SourceText
import Testing

@testable import DealJournal

/// A weekday by itself, in entries of Saturday, 17 October 2026.
@Suite struct WeekdayTests {
  private func days(_ text: String) throws -> [String] {
    let note = Note(parsing: SourceFile(path: "2026-10-17 a.md", text: text))
    let reading = NoteReading(of: note)
    let calendar = JournalCalendar([reading], asOf: try #require(Day(iso: "2026-11-20")))
    return reading.sentences.flatMap(\.dates).compactMap {
      $0.resolved(anchor: calendar.day(ofEntry: 0, inNote: 0), convention: calendar.convention)?.first.iso
    }
  }

  static let behind = [
    "Heard Tuesday that the board is split.", "Tuesday he said the price is fine.",
    "Met Tom Ruiz Tuesday at the plant.",
    "Tom Ruiz called Tuesday.", "Sent the offer Tuesday.", "周二他说价格没问题。", "周二，他说价格没问题。", "周二见了王科。", "方案周二已经发了。",
    "Ann heard it on Tuesday.", "They signed Tuesday.",
  ]
  static let ahead = [
    "He decides by Tuesday.", "The demo is set for Tuesday.", "We will call Tuesday.", "It was moved to Tuesday.",
    "周二前给答复。", "演示定在周二。", "周二要去现场。", "改到周二了。", "他说周二给答复。",
  ]

  @Test(arguments: behind) func theLastOne(text: String) throws { #expect(try days(text) == ["2026-10-13"]) }
  @Test(arguments: ahead) func theComingOne(text: String) throws { #expect(try days(text) == ["2026-10-20"]) }

  @Test func saidOutright() throws {
    #expect(try days("Next Tuesday, last Tuesday.") == ["2026-10-20", "2026-10-06"])
    #expect(try days("下周二来，上周二没来。") == ["2026-10-20", "2026-10-06"])
  }

  @Test func todayCounts() throws {
    #expect(try days("Heard Saturday that it is off.") == ["2026-10-17"])
    #expect(try days("周六前给。") == ["2026-10-17"])
  }

  @Test(arguments: ["- [ ] send Tom Ruiz the plan Wednesday", "- [ ] 周三把方案发给李总"])
  func aPromiseIsForTheComingOne(text: String) throws {
    let note = Note(parsing: SourceFile(path: "2026-10-17 Ferro.md", text: "# Ferro Metals\n" + text))
    let journal = Journal(folding: [NoteReading(of: note)], asOf: try #require(Day(iso: "2026-10-18")))
    #expect(journal.deals.flatMap(\.commitments).map(\.due?.last.iso) == ["2026-10-21"])
  }

  /// The day of a promise that was missed lies behind, of one that stands ahead.
  @Test func whatWasMissedWasDueBefore() throws {
    func days(_ line: String) throws -> [String?] {
      let note = Note(parsing: SourceFile(path: "2026-10-21 山岚民宿.md", text: "# 山岚民宿\n\n见了小阮。\n" + line))
      let journal = Journal(folding: [NoteReading(of: note)], asOf: try #require(Day(iso: "2026-10-26")))
      let promises: [FactKind] = [.commitmentOurs, .commitmentBroken]
      return journal.facts.filter { promises.contains($0.kind) }.map { $0.dates.first?.last.iso }
    }
    let missed = try days("上次答应小阮 10 号前给的安装计划还没给。")
    #expect(!missed.isEmpty && missed.allSatisfy { $0 == "2026-10-10" }, "\(missed)")
    #expect(try days("我答应小阮 10 号前给她安装计划。") == ["2026-11-10"])
  }
}
