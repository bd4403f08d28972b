import FactReading
import NoteSyntax
import SourceText

/// A fact in its place: who, which deal, when.
///
/// A class, for facts are sorted, grouped and filtered by many, and never changed.
public final class JournalFact: Sendable {
  /// The entry's day; nil for an undated entry.
  public let day: Day?
  /// What it says.
  public let kind: FactKind
  /// How it is asserted.
  public let assertion: Assertion
  /// How surely it was written.
  public let basis: Basis
  /// `Deal.id`; nil when it could not be assigned.
  public let deal: String?
  /// `Person.id` of the customer's person whom it concerns.
  public let person: String?
  /// How likely the reading is right, 0 to 1.
  public let confidence: Double
  /// Days that its sentence names, resolved, in reading order: a deadline, a meeting.
  public let dates: [DayRange]
  /// Where it stands.
  public let evidence: Evidence
  /// The words that told it, in bytes of the same file.
  public let cues: [Span]

  /// A fact in its place.
  public init(
    kind: FactKind, day: Day?, deal: String?, person: String?, basis: Basis, confidence: Double, assertion: Assertion,
    dates: [DayRange], evidence: Evidence, cues: [Span] = []
  ) {
    self.kind = kind
    self.day = day
    self.deal = deal
    self.person = person
    self.basis = basis
    self.confidence = confidence
    self.assertion = assertion
    self.dates = dates
    self.evidence = evidence
    self.cues = cues
  }
}
