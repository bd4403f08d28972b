import FactReading
import NoteSyntax

/// A person's part in one deal, and what is known of it at the journal's `asOf`.
public struct Influencer: Sendable {
  /// `Person.id`.
  public let person: String
  /// Their part in the decision.
  public let role: Role
  /// How far their need is known.
  public let need: NeedStatus
  /// The value that was conveyed to them, or that they acknowledged: `valueCapability`, `valueBenefit`, `valueDifference`.
  public let value: Set<FactKind>
  /// Signs of trust from them: indices of `Journal.facts`.
  public let trustUp: [Int]
  /// Signs of doubt from them: indices of `Journal.facts`.
  public let trustDown: [Int]
  /// Days on which we met, called or exchanged messages, ascending.
  public let contacts: [Day]
  /// Every fact that concerns them in this deal: indices of `Journal.facts`.
  public let facts: [Int]
  /// The first place that names them in this deal.
  public let introduced: Evidence

  /// An influencer; what each part is, its property says.
  public init(
    person: String, role: Role, need: NeedStatus, value: Set<FactKind>, trustUp: [Int], trustDown: [Int],
    contacts: [Day], facts: [Int], introduced: Evidence
  ) {
    self.person = person
    self.role = role
    self.need = need
    self.value = value
    self.trustUp = trustUp
    self.trustDown = trustDown
    self.contacts = contacts
    self.facts = facts
    self.introduced = introduced
  }
}

/// How far an influencer's own need is known.
public enum NeedStatus: Int, CaseIterable, Comparable, Sendable {
  /// Nothing is known.
  case unknown
  /// A requirement or driver of theirs is on record.
  case stated
  /// They told us themselves what matters to them.
  case confirmed
  /// We reshaped it and they took it.
  case guided

  /// Less known first.
  public static func < (left: NeedStatus, right: NeedStatus) -> Bool { left.rawValue < right.rawValue }
}
