import FactReading
import TestSupport
import Testing

@testable import DealHealth

/// Rules, gates and the next action on journals put together by hand.
@Suite struct AssessmentTests {
  func codes(_ builder: JournalBuilder, _ stage: Stage) -> Set<String> {
    Set(Assessment(of: builder.journal(stage)).findings.map(\.code))
  }

  /// A user who was met and convinced, and a decider of whom only `facts` are known.
  func twoPeople(_ facts: [FactKind]) -> JournalBuilder {
    var builder = JournalBuilder()
    for kind in [FactKind.contact, .needConfirmed, .needDriver, .valueBenefit, .trustUp] {
      builder.fact(kind, "Tom", on: "2026-11-12")
    }
    for kind in facts { builder.fact(kind, "Ann", on: "2026-11-13") }
    builder.influencer("Tom", .user)
    builder.influencer("Ann", .economic)
    builder.promise(.ours, on: "2026-11-14", due: "2026-11-30", .open, "proposal")
    return builder
  }

  @Test func causesComeInOrder() {
    // Of somebody never met, the need is asked for, not the value.
    #expect(codes(twoPeople([.decision]), .value) == ["P301", "P303"])
    // Of somebody who told what they want, the value.
    #expect(codes(twoPeople([.contact, .needConfirmed]), .value) == ["V401"])
    #expect(codes(twoPeople([.contact, .needConfirmed, .valueCapability]), .value) == [])
    // And only then why us.
    #expect(codes(twoPeople([.contact, .needConfirmed, .valueCapability, .competitor]), .value) == ["V403"])
    #expect(codes(twoPeople([.contact, .needConfirmed, .valueDifference, .competitor]), .value) == [])
  }

  @Test func aConcessionIsEarlyWhileAnythingElseIsOpen() {
    let settled: [FactKind] = [.contact, .needConfirmed, .valueBenefit, .exchangeInterest]
    #expect(codes(twoPeople(settled + [.exchangeDiscount]), .exchange) == [])
    #expect(codes(twoPeople(settled + [.exchangeDiscount, .trustDown, .trustDown]), .exchange) == ["T501", "X601"])
    #expect(
      codes(twoPeople([.contact, .needConfirmed, .exchangeInterest, .exchangeDiscount]), .exchange) == ["V401", "X601"])
    #expect(codes(twoPeople(settled + [.exchangeDiscount, .trustDown, .trustDown]), .care).contains("X601") == false)
  }

  @Test func aDoubtIsSettledByWhatFollows() {
    func doubt(_ after: [FactKind]) -> Set<String> {
      codes(twoPeople([.contact, .needConfirmed, .valueBenefit, .trustDown] + after), .value)
    }
    #expect(doubt([]) == ["T501"])
    #expect(doubt([.trustUp]) == [])
    #expect(doubt([.valueDifference]) == [])
    #expect(doubt([.trustDown, .valueDifference]) == ["T501"])
  }

  @Test func nobodyAsksALeadForAPrice() {
    #expect(codes(twoPeople([]), .lead) == [])
    #expect(codes(twoPeople([]), .lost) == [])
  }

  @Test func unknownIsNeitherFineNorMissing() throws {
    let assessment = Assessment(of: twoPeople([.contact, .needConfirmed, .valueBenefit]).journal(.exchange))
    let gates = try #require(assessment.standings.first?.gates)
    let shares = Dictionary(uniqueKeysWithValues: gates.map { ($0.gate, [$0.met, $0.open, $0.unknown]) })
    #expect(shares[.people] == [3, 0, 0])
    #expect(shares[.needs] == [3, 0, 0])
    #expect(shares[.value] == [2, 0, 0])
    #expect(shares[.trust] == [1, 0, 1])
    #expect(shares[.exchange] == [0, 0, 3])
    #expect(gates.first { $0.gate == .exchange }?.share == nil)
  }

  @Test func theLowestGateGoverns() {
    let standing = Assessment(of: twoPeople([.decision]).journal(.value)).standings.first
    #expect(standing?.governing == .value)
    #expect(standing?.gates.map(\.gate) == Gate.ofSale)
    #expect(Assessment(of: twoPeople([]).journal(.care)).standings.first?.gates.map(\.gate) == Gate.ofCare)
    #expect(Assessment(of: twoPeople([]).journal(.lost)).standings.first?.gates.isEmpty == true)
  }

  @Test func oneActionAndAtMostTwoReasons() throws {
    var builder = twoPeople([.contact, .needRequirement, .trustDown, .trustDown])
    builder.promise(.ours, on: "2026-11-01", due: "2026-11-05", .overdue, "send the plan")
    let action = try #require(Assessment(of: builder.journal(.value)).standings.first?.action)
    #expect(action.reasons.map(\.code) == ["T503", "T501"])
    #expect(action.text == action.reasons.first?.clears)
    #expect(
      Assessment(of: twoPeople([.contact, .needConfirmed, .valueBenefit]).journal(.value)).standings.first?.action
        == nil)
  }

  @Test func identitiesAreNoLineNumbers() {
    let findings = Assessment(of: twoPeople([.decision]).journal(.value)).findings
    #expect(findings.map(\.identity.subject) == ["Ann", ""])
    #expect(findings.map(\.identity.deal) == ["Larkfield", "Larkfield"])
  }
}
