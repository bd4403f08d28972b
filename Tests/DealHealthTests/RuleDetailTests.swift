import DealJournal
import FactReading
import NoteSyntax
import SourceText
import TestSupport
import Testing

@testable import DealHealth

/// Whom and what rules name, and when they hold their tongue: what an example in two languages is too coarse for.
@Suite struct RuleDetailTests {
  private func findings(_ code: String, _ journal: Journal) -> [Finding] {
    Assessment(of: journal).findings.filter { $0.code == code }
  }

  private func findings(_ code: String, _ builder: JournalBuilder, _ stage: Stage) -> [Finding] {
    findings(code, builder.journal(stage))
  }

  /// C706: who else has the problem is asked of whoever trusts us most.
  @Test func aReferralIsAskedOfTheBestFriend() {
    var builder = JournalBuilder()
    builder.fact(.needConfirmed, "Ann", on: "2026-08-01")
    builder.fact(.trustUp, "Ann", on: "2026-08-02")
    builder.fact(.needConfirmed, "Bob", on: "2026-08-01")
    builder.fact(.trustUp, "Bob", on: "2026-08-03")
    builder.fact(.trustUp, "Bob", on: "2026-11-04")
    builder.fact(.satisfactionFull, "Ann", on: "2026-11-12")
    builder.fact(.satisfactionFull, "Bob", on: "2026-11-12")
    builder.influencer("Ann", .economic)
    builder.influencer("Bob", .user)
    #expect(
      findings("C706", builder, .care).map(\.clears.en) == ["Ask Bob: who else do you know with the same problem?"])
  }

  /// P308: of what a guide showed last, only a doubt endangers their support.
  @Test func aGuideHasCooledWhenTheLastWordWasADoubt() {
    func found(_ kinds: [FactKind]) -> [String] {
      var builder = JournalBuilder()
      for (index, kind) in kinds.enumerated() { builder.fact(kind, "Ann", on: "2026-11-1\(index)", "words \(index)") }
      builder.influencer("Ann", .coach)
      return findings("P308", builder, .needs).flatMap(\.evidence).map(\.quote)
    }
    #expect(found([.trustUp, .trustDown]) == ["words 1"])
    #expect(found([.trustUp, .trustDown, .contact]) == ["words 1"])
    #expect(found([.trustDown, .trustUp]) == [])
    #expect(found([.contact]) == [])
  }

  /// P307: whoever is new has to be met since.
  @Test func aNewcomerIsMetOnTheDayOrLater() {
    func found(metOn day: String?) -> [String?] {
      var builder = JournalBuilder()
      if let day { builder.fact(.contact, "Ann", on: day) }
      builder.fact(.needRequirement, "Ann", on: "2026-11-12")
      builder.sign(.newInRole, "Ann", on: "2026-11-10")
      builder.influencer("Ann", .economic)
      return findings("P307", builder, .needs).map(\.person)
    }
    #expect(found(metOn: nil) == ["Ann"])
    #expect(found(metOn: "2026-11-09") == ["Ann"])
    #expect(found(metOn: "2026-11-10") == [])
    #expect(found(metOn: "2026-11-14") == [])
  }

  /// P301: nobody who told what they need is asked again, be they met or not.
  @Test func whoConfirmedIsNotAsked() {
    func found(_ kinds: [FactKind], _ role: Role) -> [String?] {
      var builder = JournalBuilder()
      builder.fact(.contact, "Tom", on: "2026-11-12")
      for kind in kinds { builder.fact(kind, "Ann", on: "2026-11-13") }
      builder.influencer("Tom", .user)
      builder.influencer("Ann", role)
      return findings("P301", builder, .value).map(\.person)
    }
    #expect(found([.decision], .economic) == ["Ann"])
    #expect(found([.needRequirement], .economic) == ["Ann"])
    #expect(found([.needRequirement, .needConfirmed], .economic) == [])
    #expect(found([.contact], .technical) == ["Ann"])
    #expect(found([.contact, .needRequirement], .technical) == [])
    #expect(found([.needRequirement], .user) == [])
  }

  /// N204: the three questions are about a need that was confirmed or guided; of one merely asked for, they do not even wait.
  @Test func threeQuestionsFollowOnAConfirmedNeed() {
    func found(_ kinds: [FactKind]) -> (speaks: Bool, waits: Bool) {
      var builder = JournalBuilder()
      for kind in [.contact, .needDriver] + kinds { builder.fact(kind, "Ann", on: "2026-11-12") }
      builder.sign(.chance, "Ann", on: "2026-11-13")
      builder.influencer("Ann", .economic)
      let assessment = Assessment(of: builder.journal(.value))
      return (
        assessment.findings.contains { $0.code == "N204" }, assessment.waiting.contains { $0.code == "N204" }
      )
    }
    #expect(found([.needRequirement, .needConfirmed]) == (true, false))
    #expect(found([.needRequirement]) == (false, false))
  }

  /// A finding without a place of its own stands where the deal was last spoken of, and not at what is still to come.
  @Test func whatComesLaterIsNoEvidence() {
    var builder = JournalBuilder()
    builder.fact(.contact, "Ann", on: "2026-11-18", "met her")
    builder.fact(.contact, "Ann", on: "2026-12-18", "will meet her")
    builder.influencer("Ann", .economic)
    #expect(findings("M801", builder, .needs).flatMap(\.evidence).map(\.quote) == ["met her"])
  }

  /// M805: whom we met or who answered since is not silent, whatever the note and line; that we called is no answer.
  @Test(arguments: [
    ("2026-11-18", "Met Dr Penn on the stairs #fact/contact.", false),
    ("2026-11-01", "Met Dr Penn on the stairs #fact/contact.", true),
    ("2026-11-16", "Rang Dr Penn again #fact/contact, no answer.", true),
  ])
  func threeTriesInVain(day: String, words: String, isSilent: Bool) {
    var notes = ["2026-10-30.md": "# Mallow Clinic #stage/value\nMet Dr Penn, who runs it #role/economic."]
    for day in ["2026-11-05", "2026-11-10", "2026-11-16"] {
      notes[day + ".md"] = "# Mallow Clinic\nCalled Dr Penn, no answer."
    }
    notes[day + ".md"] = "# Mallow Clinic\n" + words
    #expect(findings("M805", Journal(ofNotes: notes)).isEmpty != isSilent)
  }

  /// J009: of two names that look alike, the rarer is the slip; where each is named once, nobody can tell.
  @Test(arguments: [
    (2, "Marta Kovalski", true), (1, "Marta Kovalski", false), (2, "Peter Brandt", false),
  ])
  func aSlipIsRarer(times: Int, other: String, isFound: Bool) {
    var notes: [String: String] = [:]
    for day in 1...times { notes["2026-11-0\(day).md"] = "# Juniper Press\nMet Marta Kowalski, who signs." }
    notes["2026-11-12.md"] = "# Juniper Press\nMet \(other), who signs."
    #expect(findings("J009", Journal(ofNotes: notes)).isEmpty != isFound)
  }

  /// What a doubtful reading says is not held against anybody; what is stated or likely is.
  @Test func onlyWhatIsLikelyCounts() {
    func fact(_ basis: Basis, _ confidence: Double) -> JournalFact {
      JournalFact(
        kind: .trustDown, day: nil, deal: nil, person: nil, basis: basis, confidence: confidence,
        assertion: Assertion(), dates: [],
        evidence: Evidence(path: "a.md", span: Span(0, 1), line: 1, column: 1, quote: "x"))
    }
    #expect(fact(.stated, 0).isLikely)
    #expect(fact(.inferred, 1).isLikely)
    #expect(fact(.inferred, Threshold.likely).isLikely)
    #expect(!fact(.inferred, Threshold.likely - 0.01).isLikely)
  }
}
