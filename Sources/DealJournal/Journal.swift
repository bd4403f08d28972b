import FactReading
import NoteSyntax

/// All notes of a journal, brought together: who there is, which deals, what happened when.
///
/// Everything about a deal's state (stage, commitments, influencers) is as known at the end of the day `asOf`;
/// facts of later entries are listed and have no part in it.
public struct Journal: Sendable {
  /// The day as of which states are told.
  public let asOf: Day
  /// Everybody, ordered by id.
  public let people: [Person]
  /// Every deal, ordered by id.
  public let deals: [Deal]
  /// Every fact, ordered by path, line, kind.
  public let facts: [JournalFact]
  /// What rules look for and no kind of fact holds, ordered by path and place.
  public let signs: [JournalSign]
  /// Dated pieces of the notes, ordered by path, line.
  public let entries: [JournalEntry]
  /// What was read and could not be placed or dated.
  public let unchecked: [Unchecked]
  /// Findings that notes want to be let be, ordered by path and place.
  public let ignores: [JournalIgnore]
  /// The language that most of the journal is written in, or that was asked for.
  public let language: Language
  /// The language of each note that says anything, by path; empty when one was asked for.
  public let languages: [String: Language]

  /// A journal; what each part is, its property says.
  public init(
    asOf: Day, people: [Person], deals: [Deal], facts: [JournalFact], signs: [JournalSign] = [],
    entries: [JournalEntry], unchecked: [Unchecked], ignores: [JournalIgnore] = [], language: Language,
    languages: [String: Language] = [:]
  ) {
    self.asOf = asOf
    self.people = people
    self.deals = deals
    self.facts = facts
    self.signs = signs
    self.entries = entries
    self.unchecked = unchecked
    self.ignores = ignores
    self.language = language
    self.languages = languages
    personIndex = Dictionary(people.indices.map { (people[$0].id, $0) }, uniquingKeysWith: { first, _ in first })
    dealIndex = Dictionary(deals.indices.map { (deals[$0].id, $0) }, uniquingKeysWith: { first, _ in first })
  }

  private let personIndex: [String: Int]
  private let dealIndex: [String: Int]

  /// The person with an id.
  public func person(_ id: String) -> Person? { personIndex[id].map { people[$0] } }
  /// The deal with an id.
  public func deal(_ id: String) -> Deal? { dealIndex[id].map { deals[$0] } }
}

/// A dated piece of a note in its place.
public struct JournalEntry: Sendable {
  /// Its day; nil when nothing tells it.
  public let day: Day?
  /// Where its title or first words stand.
  public let evidence: Evidence
  /// `Deal.id`s that it speaks of.
  public let deals: [String]

  /// An entry in its place.
  public init(day: Day?, evidence: Evidence, deals: [String]) {
    self.day = day
    self.evidence = evidence
    self.deals = deals
  }
}

/// Something in the notes that no conclusion could use, told so that it is not taken for health.
public struct Unchecked: Sendable {
  /// Why it could not be used.
  public enum Reason: Sendable {
    /// The entry has no date (J002).
    case undated
    /// It belongs to no deal (J005).
    case unassigned
    /// One name, several people (J004): their `Person.id`s.
    case ambiguousPerson([String])
    /// A problem of the file itself (J001, J003, J006).
    case problem(NoteProblem)
  }
  /// Why.
  public let reason: Reason
  /// Where.
  public let evidence: Evidence

  /// Something unused, and why.
  public init(reason: Reason, evidence: Evidence) {
    self.reason = reason
    self.evidence = evidence
  }
}
