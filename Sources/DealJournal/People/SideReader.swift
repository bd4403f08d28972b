import FactReading

/// Tells whose side a person stands on and what part they have, from what the notes show of them.
enum SideReader {
  /// The likeliest side. With a configured team, nobody outside of it is ours. In a small journal, which shows too
  /// little of how widely somebody is named, it takes more not to be the customer's; and for somebody named only where a
  /// household or shopkeeper buys, where first names are the customers', it takes more to be ours.
  static func side(
    of evidence: PersonEvidence, hasTeam: Bool, isSmall: Bool, isOfHousehold: Bool, model: PeopleModel?
  ) -> Side {
    guard let model else { return .customer }
    let sides = zip(PeopleModel.Column.sides, Side.allCases).filter { !hasTeam || $0.1 != .ours }
    let scores = model.scores(evidence.values)
    let margin: Float = isSmall ? 2 : 0
    func score(_ answer: (PeopleModel.Column, Side)) -> Float {
      scores[answer.0.rawValue]
        + (answer.1 == .customer ? margin : answer.1 == .ours && isOfHousehold ? -householdMargin : 0)
    }
    return sides.max { score($0) < score($1) }?.1 ?? .customer
  }

  private static let householdMargin: Float = 1

  /// The likeliest part of a customer's person.
  static func role(of evidence: PersonEvidence, model: PeopleModel?) -> Role {
    guard let model else { return .other }
    let scores = model.scores(evidence.values)
    return zip(PeopleModel.Column.roles, Role.allCases).max { scores[$0.0.rawValue] < scores[$1.0.rawValue] }?.1
      ?? .other
  }
}
