import FactReading

/// A human being who occurs in the notes.
public struct Person: Sendable {
  /// Identifies a person within one journal: the fullest name, with a number behind it when several share one.
  public let id: String
  /// The fullest name in the notes.
  public let name: String
  /// Whether any note gives a name: not only `the CFO`, 财务.
  public let isNamed: Bool
  /// Every form in the notes, exactly as written, most frequent first.
  public let surfaces: [String]
  /// Whose person they are.
  public let side: Side
  /// Title or function as written, when the notes tell it.
  public let title: String?
  /// Organisation as written, when the notes tell it.
  public let organisation: String?
  /// The places that name them, in order of entry date, then place.
  public let mentions: [Evidence]
  /// Whether a mark or the settings tell their side or part, so that nothing of it is inferred.
  public let isPlaced: Bool

  /// A person; what each part is, its property says.
  public init(
    id: String, name: String, isNamed: Bool = true, surfaces: [String], side: Side, title: String? = nil,
    organisation: String? = nil, mentions: [Evidence], isPlaced: Bool = false
  ) {
    self.id = id
    self.name = name
    self.isNamed = isNamed
    self.surfaces = surfaces
    self.side = side
    self.title = title
    self.organisation = organisation
    self.mentions = mentions
    self.isPlaced = isPlaced
  }
}
