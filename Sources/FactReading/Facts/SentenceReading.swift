import NoteSyntax
import SourceText

/// A sentence, and what it may say.
public struct SentenceReading: Sendable {
  /// Where it stands.
  public let span: Span
  /// Line of its first word, counted from 1.
  @Narrow public var line: Int
  /// Byte column of its first word, counted from 1.
  @Narrow public var column: Int
  /// The entry it belongs to, as an index of `NoteReading.entries`.
  @Narrow public var entry: Int
  /// Who acts in it.
  public let voice: SentenceVoice
  /// Dates in it, in reading order.
  public let dates: [DateExpression]
  /// For each of `dates`, who is to do what is set for it; empty where the sentence tells of no promise.
  package let doers: [Doer]
  /// What it may say, most certain first.
  public let candidates: [FactCandidate]
  /// The sentence as written, for evidence.
  public let quote: String

  /// Whether it says something of a kind and does not deny it.
  package func tells(of kind: FactKind) -> Bool {
    candidates.contains { $0.kind == kind && $0.assertion.polarity == .affirmed }
  }
}

/// Who acts in a sentence, as far as its words tell: what a journal needs to find whom it concerns.
public struct SentenceVoice: Hashable, Sendable {
  /// The first actor, as a number of `Clause.Actor`.
  package let subject: UInt16
  /// Whether somebody is spoken of as 他, 她, *he*, *she*, 老板.
  package let hasPronoun: Bool

  init(subject: UInt16, hasPronoun: Bool) {
    self.subject = subject
    self.hasPronoun = hasPronoun
  }

  init(_ shape: SentenceShape) {
    subject = shape.subject.rawValue
    hasPronoun = shape.clauses.contains { $0.actor == .he }
  }
}
