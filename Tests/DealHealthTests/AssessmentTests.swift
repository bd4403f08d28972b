import FactReading
import TestSupport
import Testing

@testable import DealHealth

/// Rules, gates and the next action on journals put together by hand; what is only worth knowing is left aside.
@Suite struct AssessmentTests {
  func codes(_ builder: JournalBuilder, _ stage: Stage) -> Set<String> {
    Set(Assessment(of: builder.journal(stage)).findings.filter { $0.severity > .info }.map(\.code))
  }

  /// A user who was met and convinced, and a decider of whom only `facts` are known.
  func twoPeople(_ facts: [FactKind]) -> JournalBuilder {
    var builder = JournalBuilder()
    for kind in [FactKind.contact, .needConfirmed, .needDriver, .valueBenefit, .trustUp] {
      builder.fact(kind, "Tom", on: "2026-11-12")
    }
    for kind in facts {
      builder.fact(kind, "Ann", on: "2026-11-13", kind == .valueBenefit ? "saves 80,000" : "words")
    }
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

  /// What waits is listed with the earliest cause, and is no finding.
  @Test func whatWaitsKnowsTheEarliestCause() throws {
    var builder = twoPeople([.needRequirement, .competitor])
    builder.sign(.newInRole, "Ann", on: "2026-11-13")
    let assessment = Assessment(of: builder.journal(.value))
    let waiting = Dictionary(uniqueKeysWithValues: assessment.waiting.map { ($0.code, $0.waitsOn?.code) })
    #expect(assessment.findings.filter { $0.person == "Ann" }.map(\.code) == ["P307"])
    #expect(waiting["P301"] == "P307")
    #expect(waiting["V401"] == "P307")
    #expect(assessment.waiting(ofDeal: "Larkfield").count == assessment.waiting.count)
  }

  /// The order of causes has no loop, and names rules that there are, in stages that meet.
  @Test func theOrderOfCausesEnds() {
    let rules = Dictionary(uniqueKeysWithValues: Rule.all.map { ($0.code, $0) })
    func depth(_ code: String, _ path: [String]) -> Int {
      guard !path.contains(code) else {
        Issue.record("a loop: \(path + [code])")
        return 0
      }
      return 1 + (rules[code]?.waitsOn.map { depth($0.code, path + [code]) }.max() ?? 0)
    }
    for rule in Rule.all {
      #expect(depth(rule.code, []) < 8)
      for cause in rule.waitsOn {
        #expect(rules[cause.code]?.stages.overlaps(rule.stages) == true, "\(rule.code) waits on \(cause.code)")
      }
    }
  }

  @Test func tooExpensiveIsLookedIntoInOrder() {
    func causes(_ facts: [FactKind], _ signs: [DealSign.Kind]) -> [Diagnosis.State] {
      var builder = twoPeople([.contact, .needConfirmed] + facts)
      for sign in signs { builder.sign(sign, "Ann", on: "2026-11-13") }
      let journal = builder.journal(.exchange)
      let context = DealContext(deal: journal.deals[0], journal: journal, lastEntry: nil)
      return Diagnosis(of: context)?.steps.map(\.state) ?? []
    }
    #expect(causes([], []) == [])
    #expect(causes([], [.tooExpensive]) == [.open, .unknown, .unknown, .unknown])
    #expect(causes([.valueBenefit, .trustDown, .trustDown], [.tooExpensive]) == [.settled, .open, .unknown, .unknown])
    #expect(
      causes([.valueBenefit, .valueCapability, .trustUp], [.tooExpensive, .fallsShort])
        == [.settled, .settled, .open, .unknown])
    #expect(
      causes([.valueBenefit, .valueCapability, .trustUp], [.sameCheaper]) == [.settled, .settled, .settled, .open])
  }

  /// What is to be had for less elsewhere is the answer only when nothing before it is.
  @Test func cheaperElsewhereComesLast() {
    func found(_ facts: [FactKind]) -> Set<String> {
      var builder = twoPeople([.contact, .needConfirmed, .exchangeInterest] + facts)
      builder.sign(.sameCheaper, "Ann", on: "2026-11-13")
      return codes(builder, .exchange)
    }
    #expect(found([.valueBenefit, .valueCapability, .trustUp]) == ["X605"])
    #expect(!found([.trustUp, .valueCapability]).contains("X605"))
    #expect(!found([.valueBenefit, .valueCapability, .trustUp, .trustDown, .trustDown, .trustDown]).contains("X605"))
    for rule in Rule.all where ["X604", "X601", "X603", "X605"].contains(rule.code) {
      #expect(!rule.clears.en.contains("discount") && !rule.clears.zh.contains("降价"))
    }
  }

  @Test func aTeamMayChangeTheNumbers() {
    var builder = JournalBuilder()
    builder.fact(.contact, "Tom", on: "2026-11-01")
    builder.influencer("Tom", .economic)
    let journal = builder.journal(.needs)
    func codes(_ settings: RuleSettings) -> Set<String> {
      Set(Assessment(of: journal, settings: FolderSettings(settings)).findings.map(\.code))
    }
    #expect(!codes(RuleSettings()).contains("M804"))
    #expect(codes(RuleSettings(values: ["M804.days": 14])).contains("M804"))
  }

  @Test func oneContactIsEnoughWhereTheOwnerDecides() {
    var builder = JournalBuilder()
    builder.fact(.contact, "Tom", on: "2026-11-12")
    builder.sign(.owner, "Tom", on: "2026-11-12")
    builder.influencer("Tom", .economic)
    let journal = builder.journal(.exchange)
    #expect(DealContext(deal: journal.deals[0], journal: journal, lastEntry: nil).profile == .owner)
    #expect(!Assessment(of: journal).findings.map(\.code).contains("X607"))
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
    let findings = Assessment(of: twoPeople([.decision]).journal(.value)).findings.filter { $0.severity > .info }
    #expect(findings.map(\.identity.subject) == ["Ann", ""])
    #expect(findings.map(\.identity.deal) == ["Larkfield", "Larkfield"])
  }
}
