import DealJournal
import FactReading
import TestSupport
import Testing

@testable import DealHealth

@Suite struct AssessmentChangeTests {
  /// A journal of one deal with one person, each by a name and its other forms, and what `more` adds.
  func assessment(
    deal: [String] = ["Larkfield"], person: [String] = ["Dana"], _ more: (inout JournalBuilder) -> Void = { _ in }
  ) -> Assessment {
    var builder = JournalBuilder(deal: deal[0], otherForms: Array(deal.dropFirst()))
    builder.fact(.contact, person[0], on: "2026-11-12")
    builder.fact(.needRequirement, person[0], on: "2026-11-12")
    more(&builder)
    builder.influencer(person[0], .user, otherForms: Array(person.dropFirst()))
    return Assessment(of: builder.journal(.needs))
  }

  @Test func nothingChangesOfItself() {
    let change = AssessmentChange(from: assessment(), to: assessment())
    #expect(change.worse.isEmpty)
    #expect(change.settled.isEmpty)
    #expect(!assessment().findings.isEmpty)
  }

  @Test func whereAFindingStandsIsNoChange() {
    let moved = assessment { builder in builder.fact(.contact, "Dana", on: "2026-11-14") }
    #expect(AssessmentChange(from: assessment(), to: moved).worse.isEmpty)
  }

  @Test func aBrokenPromiseIsWorse() {
    let late = assessment { builder in
      builder.promise(.ours, on: "2026-11-12", due: "2026-11-14", .overdue, "the quote")
    }
    let change = AssessmentChange(from: assessment(), to: late)
    #expect(change.worse.contains { $0.code == "T503" })
    #expect(change.worse.allSatisfy { new in !assessment().findings.contains { $0.identity == new.identity } })
    #expect(AssessmentChange(from: late, to: assessment()).settled.contains { $0.code == "T503" })
  }

  @Test func whatWaitedBeforeIsNotNewWhenItSpeaks() {
    let before = assessment { builder in builder.fact(.trustDown, "Dana", on: "2026-11-14") }
    let held = Set(before.waiting.map(\.identity))
    let after = assessment { builder in
      builder.fact(.trustDown, "Dana", on: "2026-11-14")
      builder.fact(.needConfirmed, "Dana", on: "2026-11-15")
    }
    #expect(AssessmentChange(from: before, to: after).worse.allSatisfy { !held.contains($0.identity) })
  }

  @Test func aFullerNameMakesNothingNew() {
    let change = AssessmentChange(
      from: assessment(), to: assessment(deal: ["Larkfield Mills", "Larkfield"], person: ["Dana Reed", "Dana"]))
    #expect(change.worse.isEmpty)
    #expect(change.settled.isEmpty)
  }

  @Test func anotherDealOrPersonIsNew() {
    let change = AssessmentChange(from: assessment(), to: assessment(deal: ["Oakfield"]))
    #expect(!change.worse.isEmpty)
    #expect(!change.settled.isEmpty)
  }
}
