/// What one of Rapport's own marks says.
public enum MarkMeaning: Hashable, Sendable {
  /// The sentence says a fact of this kind: `#need/driver`.
  case fact(FactKind)
  /// The sentence does not, whatever its words: `#not/need/driver`.
  case denial(FactKind)
  /// The deal stands here: `#stage/value`.
  case stage(Stage)
  /// What is written belongs to the deal of this name: `#deal/park-2`.
  case deal(String)
  /// What is written is about the customer of this name: `account:: Corvane`.
  case account(String)
  /// Somebody, with what was said of their part: `person:: 王立群, 王局, customer, economic`.
  case person(MarkedPerson)
  /// The people marked beside stand on this side: `#side/customer`.
  case side(Side)
  /// The people marked beside have this part in the decision: `#role/economic`.
  case role(Role)
}

/// A person as a mark tells of them.
public struct MarkedPerson: Hashable, Sendable {
  /// The name as written.
  public let name: String
  /// Other names that they go by, as written.
  public let otherNames: [String]
  /// Whose side they stand on, when the mark says so.
  public let side: Side?
  /// What part they have in the decision, when the mark says so.
  public let role: Role?

  /// A person.
  public init(name: String, otherNames: [String] = [], side: Side? = nil, role: Role? = nil) {
    self.name = name
    self.otherNames = otherNames
    self.side = side
    self.role = role
  }
}

/// What the brackets behind a tag add to it: `#commitment/theirs(李总, possible)`.
public struct MarkDetails: Hashable, Sendable {
  /// The people whom it concerns, by names as written; empty for nobody, nil when it does not tell.
  public let people: [String]?
  /// In what way it is said, when the brackets tell.
  public let modality: Assertion.Modality?

  /// Details; without any, a tag says the usual of whoever stands beside it.
  public init(people: [String]? = nil, modality: Assertion.Modality? = nil) {
    self.people = people
    self.modality = modality
  }

  /// Nothing but the tag.
  public static let none = MarkDetails()
}
