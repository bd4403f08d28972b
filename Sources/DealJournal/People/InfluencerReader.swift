import FactReading
import NoteSyntax

/// Tells each person's part in one deal.
enum InfluencerReader {
  /// The influencers of the deal with index `deal`, ordered by id. `indices` are its facts in order of day.
  static func influencers(
    ofDeal deal: Int, facts placed: PlacedFacts, _ indices: [Int], on ground: JournalGround, asOf: Day
  ) -> [Influencer] {
    let (cast, facts) = (ground.cast, placed.all)
    let byPerson = Dictionary(grouping: indices) { placed.person[$0] }
    return cast.parts(inDeal: deal).compactMap { part in
      let person = cast.people[part.person]
      guard person.side == .customer, (part.introducedOn ?? asOf) <= asOf else { return nil }
      let role = cast.role(of: part.person)
      guard role != .none else { return nil }
      let own = byPerson[part.person] ?? []
      guard !isReferrer(own.map { facts[$0] }) else { return nil }
      let done = own.filter { facts[$0].assertion.isDone }
      return Influencer(
        person: person.id, role: role, need: need(of: done.map { facts[$0].kind }),
        value: Set(done.map { facts[$0].kind }.filter { values.contains($0) }),
        trustUp: done.filter { facts[$0].kind == .trustUp }, trustDown: done.filter { facts[$0].kind == .trustDown },
        contacts: Set(done.filter { facts[$0].kind == .contact }.compactMap { facts[$0].day }).sorted(), facts: own,
        introduced: ground.notes.evidence(ofName: part.introduced))
    }
  }

  /// Whether all that is known of somebody is that they sent us, which is no part in the decision.
  private static func isReferrer(_ facts: [JournalFact]) -> Bool {
    facts.contains { $0.kind == .source } && facts.allSatisfy { $0.kind == .source || $0.kind == .referral }
  }

  private static let values: Set<FactKind> = [.valueCapability, .valueBenefit, .valueDifference]

  /// The furthest that facts of these kinds show a need to be known.
  private static func need(of kinds: [FactKind]) -> NeedStatus {
    kinds.map { kind in
      switch kind {
      case .needGuided: .guided
      case .needConfirmed: .confirmed
      case .needRequirement, .needDriver: .stated
      default: .unknown
      }
    }.max() ?? .unknown
  }
}
