import FactReading
import NoteSyntax
import SourceText
import TestSupport
import Testing

@testable import DealJournal

/// In which order a journal tells, and up to which day.
@Suite struct JournalOrderTests {
  /// Facts come as they stand in the notes, also where several of one sort share a line.
  @Test(arguments: [
    "# Ferro Metals\nTom Reed wants fewer stops #need/requirement. Ann Cole wants it paid back #need/requirement.",
    "# 宏泰精密\n王经理要求少停机 #需求/要求。李总要求两年回本 #需求/要求。",
  ])
  func factsOfALine(text: String) {
    let journal = Journal(ofNotes: ["2026-11-12.md": text])
    let wanted = journal.facts.filter { $0.kind == .needRequirement }
    #expect(wanted.count == 2)
    #expect(wanted.map(\.evidence.span.start) == wanted.map(\.evidence.span.start).sorted())
    #expect(Set(wanted.map(\.person)).count == 2)
  }

  /// Somebody is introduced where the earliest day names them, whatever the files are called.
  @Test func theEarliestDayIntroduces() {
    let journal = Journal(ofNotes: [
      "a.md": "# 2026-11-12 Ferro Metals\nAnn Cole #role/economic wants it paid back.",
      "b.md": "# 2026-10-01 Ferro Metals\nMet Ann Cole, who signs.",
      "c.md": "# 2026-10-20 Ferro Metals\nAnn Cole again.",
    ])
    #expect(journal.deals.flatMap(\.influencers).map(\.introduced.path) == ["b.md"])
  }

  /// What is dated after the day of the journal has no part in it: no one with a say, no stage, no last entry.
  @Test func nothingFromLater() throws {
    let notes = [
      "2026-11-12.md": "# Ferro Metals #stage/needs\nMet Tom Reed #role/user. He wants fewer stops.",
      "2026-12-12.md": "# Ferro Metals #stage/exchange\nMet Ann Cole #role/economic. She wants it paid back.",
    ].map { NoteReading(of: Note(parsing: SourceFile(path: $0, text: $1))) }
    func told(_ day: String) throws -> [String] {
      let asOf = try #require(Day(iso: day))
      let deal = try #require(Journal(folding: notes, asOf: asOf).deals.first)
      return deal.influencers.map(\.person) + deal.claims.map(\.stage.rawValue)
    }
    #expect(try told("2026-11-20") == ["Tom Reed", "needs"])
    #expect(try told("2026-12-12") == ["Ann Cole", "Tom Reed", "needs", "exchange"])
  }

  /// Whose side or part a mark or the team's list tells is known, and no guess.
  @Test(arguments: [
    ("Met Ann Cole #role/economic, who wants it paid back.", true),
    ("Met Ann Cole #side/partner, who came along.", true),
    ("Met Ann Cole, who wants it paid back.", false),
  ])
  func placedByTheWriter(text: String, isPlaced: Bool) {
    let journal = Journal(ofNotes: ["2026-11-12.md": "# Ferro Metals\n" + text])
    #expect(journal.people.map(\.isPlaced) == [isPlaced])
    let team = Journal(
      ofNotes: ["2026-11-12.md": "# Ferro Metals\n" + text], settings: ReadingSettings(team: ["Ann Cole"]))
    #expect(team.people.map(\.isPlaced) == [true])
  }
}
