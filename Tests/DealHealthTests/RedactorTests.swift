import FactReading
import TestSupport
import Testing

@testable import DealHealth

@Suite struct RedactorTests {
  private var assessment: Assessment {
    var builder = JournalBuilder(deal: "Larkfield")
    builder.fact(.exchangePrice, on: "2026-11-02", "Quoted 420,000 to Tom Reed")
    builder.fact(.exchangePrice, on: "2026-11-12", "Now 310,000")
    builder.influencer("Tom Reed", .economic, title: "brother of Helen Marsh")
    builder.promise(
      .ours, on: "2026-11-02", due: "2026-11-05", .overdue, "“Send” Helen Marsh the “dossier” for Larkfield")
    builder.leave(.ambiguousPerson(["Tom Reed"]), "Helen Marsh")
    return Assessment(of: builder.journal(.exchange))
  }

  @Test func nothingOfTheNotesIsLeft() {
    let plain = assessment
    #expect(plain.findings.contains { $0.message.en.contains("420,000") })
    let redacted = Redactor(key: [1, 2, 3]).redact(plain, language: .en)
    #expect(redacted.findings.map(\.code) == plain.findings.map(\.code))
    var told = ""
    dump(redacted, to: &told)
    for word in ["Larkfield", "Tom", "Reed", "Helen", "Marsh", "420", "310", "dossier", "notes.md", "brother"] {
      #expect(!told.contains(word), "\(word)")
    }
  }

  @Test func aliasesAreStableUnderAKeyOnly() {
    func id(_ key: [UInt8]) -> String { Redactor(key: key).alias(ofDeal: "Larkfield", in: .en) }
    #expect(id([1]) == id([1]))
    #expect(id([1]) != id([2]))
    #expect(id([1]).hasPrefix("Deal "))
  }

  /// What depends on a deal's name still finds the deal.
  @Test func everythingHangsTogether() throws {
    let plain = assessment
    let redacted = Redactor(key: [9]).redact(plain, language: .zh)
    let deal = try #require(redacted.journal.deals.first)
    #expect(redacted.findings(ofDeal: deal.id).count == plain.findings(ofDeal: "Larkfield").count)
    #expect(redacted.standings.map(\.deal) == [deal.id])
    #expect(redacted.journal.person(deal.influencers[0].person) != nil)
    #expect(redacted.context(of: deal).chain.count == 1)
  }
}
