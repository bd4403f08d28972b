import FactReading
import NoteSyntax

/// A sign in its place: whose, which deal's, when. A class, as `JournalFact` is.
public final class JournalSign: Sendable {
  /// What it says.
  public let kind: DealSign.Kind
  /// The entry's day; nil for an undated entry.
  public let day: Day?
  /// `Deal.id`; nil when it could not be assigned.
  public let deal: String?
  /// `Person.id` of the customer's person named in the same sentence: last before the words, else first behind them. Where it
  /// names nobody, the only one named before it on its line.
  public let person: String?
  /// Whether its clause states it: no denial, question, condition or guess.
  public let isStated: Bool
  /// Whether its clause denies it.
  public let isDenied: Bool
  /// Days that its sentence names, resolved, in reading order.
  public let dates: [DayRange]
  /// The sentence.
  public let evidence: Evidence
  /// The words themselves, as written.
  public let words: String

  /// A sign in its place.
  public init(
    kind: DealSign.Kind, day: Day?, deal: String?, person: String?, isStated: Bool = true, isDenied: Bool = false,
    dates: [DayRange] = [], evidence: Evidence, words: String
  ) {
    self.kind = kind
    self.day = day
    self.deal = deal
    self.person = person
    self.isStated = isStated
    self.isDenied = isDenied
    self.dates = dates
    self.evidence = evidence
    self.words = words
  }
}
