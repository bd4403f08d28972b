import DealJournal
import FactReading
import NoteSyntax
import TestSupport
import Testing

@testable import DealHealth

/// Needs, value, trust and waiting, as a sheet shows them.
@Suite struct DealPictureTests {
  func context(_ builder: JournalBuilder, _ stage: Stage = .value) -> DealContext {
    let journal = builder.journal(stage)
    return DealContext(deal: journal.deals[0], journal: journal, lastEntry: nil)
  }

  @Test func valueIsToldThenAcknowledged() {
    func states(_ after: [FactKind]) -> [ValueMatrix.State] {
      var builder = JournalBuilder()
      builder.fact(.needConfirmed, "Ann", on: "2026-11-10")
      builder.fact(.valueBenefit, "Ann", on: "2026-11-11")
      for kind in after { builder.fact(kind, "Ann", on: "2026-11-12") }
      builder.influencer("Ann", .economic)
      return ValueMatrix(of: context(builder)).rows[0].cells.map(\.state)
    }
    #expect(states([]) == [.none, .told, .none])
    #expect(states([.trustUp]) == [.none, .acknowledged, .none])
    #expect(states([.trustDown, .valueDifference]) == [.none, .told, .told])
  }

  @Test func trendsTakeThreeDays() {
    func trend(_ kinds: [FactKind]) -> TrustRecord.Trend {
      var builder = JournalBuilder()
      for (day, kind) in kinds.enumerated() { builder.fact(kind, "Ann", on: "2026-11-1\(day)") }
      return TrustRecord.records(of: context(builder)).first?.trend ?? .unknown
    }
    #expect(trend([]) == .unknown)
    #expect(trend([.trustUp]) == .unknown)
    #expect(trend([.trustUp, .trustDown]) == .steady)
    #expect(trend([.trustUp, .trustDown, .trustDown]) == .falling)
    #expect(trend([.trustDown, .trustUp, .trustUp]) == .rising)
    #expect(trend([.trustUp, .trustUp, .trustDown]) == .steady)
  }

  @Test func theLastAnswerCountsAndGuidanceSettlesANo() {
    func answer(_ signs: [DealSign.Kind], guided: Bool = false) -> Bool? {
      var builder = JournalBuilder()
      for (day, sign) in signs.enumerated() { builder.sign(sign, on: "2026-11-1\(day)") }
      if guided { builder.fact(.needGuided, on: "2026-11-19") }
      return context(builder).answer(to: .meetsWant, of: nil).isYes
    }
    #expect(answer([]) == nil)
    #expect(answer([.meetsWant]) == true)
    #expect(answer([.meetsWant, .missesWant]) == false)
    #expect(answer([.missesWant], guided: true) == true)
  }

  @Test func aWaitEnds() {
    func wait(_ asOf: String, until: String?, _ kind: DealSign.Kind = .waits) -> String? {
      var builder = JournalBuilder(asOf: asOf)
      builder.sign(kind, on: "2026-11-01", until: until)
      return context(builder).wait?.until.iso
    }
    #expect(wait("2026-11-20", until: "2026-11-20") == "2026-11-20")
    #expect(wait("2026-11-20", until: "2026-11-19") == nil)
    #expect(wait("2026-11-20", until: nil) == nil)
    #expect(wait("2026-11-15", until: nil, .publicity) == "2026-11-15")
    #expect(wait("2026-11-16", until: nil, .publicity) == nil)
  }

  @Test func kindsOfSellingAreTold() {
    func profile(_ signs: [DealSign.Kind], people: Int) -> Profile {
      var builder = JournalBuilder()
      for sign in signs { builder.sign(sign, on: "2026-11-12") }
      for number in 0..<people { builder.influencer("P\(number)", .economic) }
      return context(builder).profile
    }
    #expect(profile([], people: 1) == .business)
    #expect(profile([.tender], people: 3) == .business)
    #expect(profile([.tender, .tender], people: 3) == .tender)
    #expect(profile([.owner], people: 1) == .owner)
    #expect(profile([.owner], people: 2) == .business)
    #expect(profile([.household, .household], people: 2) == .household)
  }
}
