import SourceText

/// A reading of one sentence as a fact of one kind.
public struct FactCandidate: Sendable {
  /// What it says.
  public let kind: FactKind
  /// How it is asserted.
  public let assertion: Assertion
  /// How sure the way of writing makes it.
  public let basis: Basis
  /// Probability that a careful reader would agree, 0 to 1.
  public let confidence: Double
  /// The words that told it, in bytes of the file.
  public let cues: [Span]
  /// The people whom a mark says it concerns, by names as written; empty for nobody, nil when no mark tells.
  public let people: [String]?

  /// A candidate.
  public init(
    kind: FactKind, assertion: Assertion, basis: Basis, confidence: Double, cues: [Span], people: [String]? = nil
  ) {
    self.kind = kind
    self.assertion = assertion
    self.basis = basis
    self.confidence = confidence
    self.cues = cues
    self.people = people
  }
}

/// How surely a thing was written, weakest first.
public enum Basis: String, CaseIterable, Comparable, Sendable {
  /// Read from prose.
  case inferred
  /// A label, a table or an unambiguous sentence says it.
  case stated
  /// The writer used a mark.
  case marked

  private var rank: Int { self == .inferred ? 0 : self == .stated ? 1 : 2 }
  /// Weaker first.
  public static func < (left: Basis, right: Basis) -> Bool { left.rank < right.rank }
}

/// In what way a sentence says a thing (after NegEx and ConText: trigger, scope, terminator).
public struct Assertion: Hashable, Sendable {
  /// Whether the thing is affirmed or denied.
  public enum Polarity: String, CaseIterable, Sendable { case affirmed, denied }
  /// Whether it is a fact or something else.
  public enum Modality: String, CaseIterable, Sendable { case fact, plan, possible, conditional, question, instruction }
  /// Who says or believes it.
  public enum Holder: String, CaseIterable, Sendable { case customer, ours, competitor, hearsay, writer }

  /// Affirmed or denied.
  public var polarity: Polarity
  /// Fact, plan, …
  public var modality: Modality
  /// Who holds it.
  public var holder: Holder

  /// An assertion; by default the writer affirms a fact.
  public init(polarity: Polarity = .affirmed, modality: Modality = .fact, holder: Holder = .writer) {
    self.polarity = polarity
    self.modality = modality
    self.holder = holder
  }

  /// Whether a thing said in this way has happened.
  public var isDone: Bool { polarity == .affirmed && modality == .fact }
}
