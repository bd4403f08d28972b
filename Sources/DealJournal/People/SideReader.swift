import FactReading

/// Tells whose side a person stands on and what part they have, from what the notes show of them.
enum SideReader {
  /// The likeliest side. With a configured team, nobody outside of it is ours.
  static func side(of evidence: PersonEvidence, hasTeam: Bool, model: PeopleModel?) -> Side {
    guard let model else { return .customer }
    let sides = zip(PeopleModel.Column.sides, Side.allCases).filter { !hasTeam || $0.1 != .ours }
    return likeliest(of: sides, evidence, model) ?? .customer
  }

  /// The likeliest part of a customer's person.
  static func role(of evidence: PersonEvidence, model: PeopleModel?) -> Role {
    guard let model else { return .other }
    return likeliest(of: Array(zip(PeopleModel.Column.roles, Role.allCases)), evidence, model) ?? .other
  }

  private static func likeliest<Answer>(
    of answers: [(PeopleModel.Column, Answer)], _ evidence: PersonEvidence, _ model: PeopleModel
  ) -> Answer? {
    let scores = model.scores(evidence.values)
    return answers.max { scores[$0.0.rawValue] < scores[$1.0.rawValue] }?.1
  }
}
