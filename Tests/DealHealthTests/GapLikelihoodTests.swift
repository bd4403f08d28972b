import DealJournal
import FactReading
import TestSupport
import Testing

@testable import DealHealth

/// What the rest of a deal makes of a rule's finding.
@Suite struct GapLikelihoodTests {
  /// A model that finds each gap as likely as told, whatever the deal shows; people, by whether they were ever met.
  func model(_ ofDeal: [Gap: Float] = [:], ofMet: Float = 1, ofUnmet: Float = 1) throws -> ReadingModels {
    var influencer = JournalBuilder()
    influencer.influencer("Ann", .economic)
    let journal = influencer.journal(.value)
    let context = DealContext(deal: journal.deals[0], journal: journal, lastEntry: nil)
    let never = context.traits(of: context.chain[0])
    // Whoever was never met has a trait that is 1 then, and 0 with a contact.
    influencer = JournalBuilder()
    influencer.fact(.contact, "Ann", on: "2026-11-20")
    influencer.influencer("Ann", .economic)
    let met = influencer.journal(.value)
    let others = DealContext(deal: met.deals[0], journal: met, lastEntry: nil)
    let change = zip(never, others.traits(of: others.chain[0])).map { $0 - $1 }
    let unmet = try #require(change.firstIndex(of: 1))
    let person = LinearModel.Row(
      bias: ofMet, weights: change.indices.map { $0 == unmet ? ofUnmet - ofMet : 0 })
    var models = ReadingModels.builtin
    models.gaps = LinearModel(
      rows: Gap.allCases.map { LinearModel.Row(bias: ofDeal[$0] ?? 1, weights: []) } + Gap.personal.map { _ in person })
    return models
  }

  /// Tom, who uses it and doubted once, and Ann, who decides, was met, and told what she wants.
  var deal: JournalBuilder {
    var builder = JournalBuilder()
    builder.fact(.contact, "Tom", on: "2026-11-12")
    builder.fact(.needConfirmed, "Tom", on: "2026-11-12")
    builder.fact(.needDriver, "Tom", on: "2026-11-12")
    builder.fact(.trustUp, "Tom", on: "2026-11-12")
    builder.fact(.trustDown, "Tom", on: "2026-11-13")
    builder.fact(.contact, "Ann", on: "2026-11-13")
    builder.fact(.needConfirmed, "Ann", on: "2026-11-13")
    builder.influencer("Tom", .user)
    builder.influencer("Ann", .economic)
    builder.promise(.ours, on: "2026-11-14", due: "2026-11-30", .open, "proposal")
    return builder
  }

  func findings(_ models: ReadingModels?, _ settings: RuleSettings = RuleSettings()) -> [Finding] {
    Assessment(of: deal.journal(.value), settings: FolderSettings(settings), models: models).gaps
  }

  @Test func whatTheDealSpeaksAgainstIsOnlyWorthKnowing() throws {
    let models = try model([.valueUntransmitted: -1])
    let all = Assessment(of: deal.journal(.value), models: models).findings
    #expect(findings(nil).map(\.code) == ["V401", "V401"])
    #expect(findings(models).map(\.code).contains("V401") == false)
    #expect(all.first { $0.code == "V401" }?.severity == .info)
  }

  /// A team that says how much findings of a rule matter knows its own notes.
  @Test func whatATeamSaysStands() throws {
    let told = findings(try model([.valueUntransmitted: -1]), RuleSettings(severities: ["V401": .error]))
    #expect(told.filter { $0.code == "V401" }.map(\.severity) == [.error, .error])
  }

  /// Of several whom a rule finds, those stay who are likely meant, and always the likeliest.
  @Test func ofSeveralTheLikeliestStays() throws {
    let both = findings(try model()).filter { $0.code == "V401" }
    #expect(both.map(\.person) == ["Ann", "Tom"])
    var builder = deal
    builder.fact(.needRequirement, "Eve", on: "2026-11-14")
    builder.influencer("Eve", .technical)
    func told(_ models: ReadingModels) -> [String?] {
      Assessment(of: builder.journal(.value), models: models).gaps.filter { $0.code == "V401" }.map(\.person)
    }
    #expect(told(try model(ofMet: -1)) == ["Eve"])
    #expect(told(try model(ofMet: -2, ofUnmet: -1)) == ["Eve"])
  }

  /// Where the deal as a whole makes it likely, a rule looks further than where it is sure by itself.
  @Test func whatIsLikelyIsLookedFor() throws {
    #expect(findings(try model([.lowTrust: -1])).contains { $0.code == "T501" } == false)
    #expect(findings(nil).contains { $0.code == "T501" } == false)
    #expect(findings(try model()).filter { $0.code == "T501" }.map(\.person) == ["Tom"])
  }

  /// What is unlikely holds nothing back.
  @Test func theUnlikelyHoldsNothingBack() throws {
    var builder = deal
    builder.fact(.needRequirement, "Eve", on: "2026-11-14")
    builder.influencer("Eve", .economic)
    let journal = builder.journal(.value)
    let held = Assessment(of: journal, models: try model()).waiting.map(\.identity)
    let free = Assessment(of: journal, models: try model([.unconfirmedInfluencer: -1])).findings.map(\.identity)
    let value = Finding.Identity(deal: "Larkfield", code: "V401", subject: "Eve")
    #expect(held.contains(value))
    #expect(free.contains(value))
  }

  /// Marks are certain: nothing is weighed against them.
  @Test func marksAreCertain() throws {
    let journal = deal.journal(.value)
    let marked = JournalFact(
      kind: .decision, day: journal.asOf, deal: "Larkfield", person: "Ann", basis: .marked, confidence: 1,
      assertion: Assertion(), dates: [], evidence: journal.facts[0].evidence)
    let old = journal.deals[0]
    let told = Journal(
      asOf: journal.asOf, people: journal.people,
      deals: [
        Deal(
          id: old.id, name: old.name, surfaces: old.surfaces, account: old.account, stage: old.stage, days: old.days,
          facts: old.facts + [journal.facts.count], influencers: old.influencers, commitments: old.commitments)
      ], facts: journal.facts + [marked], entries: [], unchecked: [], language: .en)
    let models = try model([.valueUntransmitted: -1])
    #expect(Assessment(of: told, models: models).gaps.contains { $0.code == "V401" })
  }

  /// The model in the program was trained on the features of the program.
  @Test func theModelKnowsTheFeatures() throws {
    let rows = try #require(LinearModel.gaps).rows
    let journal = deal.journal(.value)
    let context = DealContext(deal: journal.deals[0], journal: journal, lastEntry: nil)
    let widest = max(context.traits.count, context.traits(of: context.chain[0]).count)
    #expect(rows.count == Gap.allCases.count + Gap.personal.count)
    #expect(rows.allSatisfy { $0.weights.count == widest })
    let beyond = rows.prefix(Gap.allCases.count).flatMap { $0.weights.dropFirst(context.traits.count) }
    #expect(beyond.allSatisfy { $0 == 0 })
  }
}
