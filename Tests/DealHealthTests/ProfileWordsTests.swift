import DealJournal
import FactReading
import NoteSyntax
import SourceText
import Testing

@testable import DealHealth

/// In which words notes show what kind of selling a deal is, and which words only look like them.
@Suite struct ProfileWordsTests {
  @Test(arguments: [
    (
      "The notice was on the procurement portal.\n\n2026-11-12 Ruben Sallow says we are the preferred bidder.",
      Profile.tender
    ),
    (
      "Ruben Sallow, operations, wants fewer callouts.\n\n2026-11-12 His portal was down; bid him a good week.",
      .business
    ),
    ("Ruben Sallow owns it, sole trader, needs twelve lamps.", .owner),
    (
      "Ruben Sallow, buyer, says sole traders don't get credit.\n\n2026-11-12 Their boss Una Kemp met us too.",
      .business
    ),
  ])
  func english(words: String, profile: Profile) throws {
    #expect(try Self.profile("# Harrow Lamps\n\n2026-11-04 Met Ruben Sallow at Harrow Lamps. \(words)\n") == profile)
  }

  @Test(arguments: [
    ("走竞争性磋商，磋商文件下周挂。\n\n2026-11-12 蔡科长说上次流标是因为只有两家应标。", Profile.tender),
    ("蔡科长说要跟领导磋商一下。\n\n2026-11-12 她应该会来电话。", .business),
    ("她自己开的店，想换十二盏灯。", .owner),
  ])
  func chinese(words: String, profile: Profile) throws {
    #expect(try Self.profile("# 河畔灯具\n\n2026-11-04 去河畔灯具见了蔡科长。\(words)\n") == profile)
  }

  private static func profile(_ text: String) throws -> Profile {
    let reading = NoteReading(
      of: Note(parsing: SourceFile(path: "note.md", bytes: Array(text.utf8))), settings: ReadingSettings(),
      models: .builtin)
    let journal = Journal(folding: [reading], asOf: Day(iso: "2026-11-20")!, settings: ReadingSettings())
    let deal = try #require(journal.deals.first)
    return DealContext(deal: deal, journal: journal, lastEntry: nil).profile
  }
}
