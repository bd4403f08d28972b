import DealJournal
import FactReading
import NoteSyntax

/// A way in which a deal can lack something: its words, its example and its check in one value.
public struct Rule: Sendable {
  /// `P301`: never reused.
  public let code: String
  /// `unconfirmed-influencer`.
  public let name: String
  /// The gate it belongs to; nil for the J rules, which are about the journal itself.
  public let gate: Gate?
  /// How much it matters.
  public let severity: Severity
  /// What the rule says, in one sentence.
  public let summary: Text
  /// The principle behind it.
  public let why: Text
  /// The one thing that clears it.
  public let clears: Text
  /// A note on which it speaks and one on which it is silent.
  public let example: Example
  /// What it finds in one deal.
  public let check: @Sendable (DealContext) -> [Finding.Draft]

  public init(
    code: String, name: String, gate: Gate?, severity: Severity = .warning, summary: Text, why: Text, clears: Text,
    example: Example, check: @escaping @Sendable (DealContext) -> [Finding.Draft]
  ) {
    self.code = code
    self.name = name
    self.gate = gate
    self.severity = severity
    self.summary = summary
    self.why = why
    self.clears = clears
    self.example = example
    self.check = check
  }

  /// A note that shows the rule at work: documentation and test in one.
  public struct Example: Sendable {
    /// On this note the rule speaks.
    public let fires: String
    /// On this one it is silent.
    public let silent: String
    public init(fires: String, silent: String) {
      self.fires = fires
      self.silent = silent
    }
  }
}

/// A sentence in both languages.
public struct Text: Hashable, Sendable {
  public let en: String
  public let zh: String
  public init(en: String, zh: String) {
    self.en = en
    self.zh = zh
  }
  /// The sentence in one language.
  public func `in`(_ language: Language) -> String { language == .zh ? zh : en }
}

/// How much a finding matters.
public enum Severity: String, CaseIterable, Sendable {
  /// Only for what breaks the journal.
  case error
  /// Something is missing.
  case warning
  /// Worth knowing.
  case info
}

/// What a deal must bring together; in `care` the last three take the place of the first six.
public enum Gate: String, CaseIterable, Sendable {
  case people, needs, value, trust, exchange, momentum
  case satisfaction, attention, growth
}

/// A deal and the journal it stands in, as a rule sees them.
public struct DealContext: Sendable {
  public let deal: Deal
  public let journal: Journal
  public init(deal: Deal, journal: Journal) {
    self.deal = deal
    self.journal = journal
  }
}

/// Something that a deal, or the journal, lacks. Its identity is (deal, rule, subject), never a line.
public struct Finding: Sendable {
  /// The rule's code and name.
  public let code: String
  public let name: String
  /// How much it matters.
  public let severity: Severity
  /// `Deal.id`; nil for a finding about the journal.
  public let deal: String?
  /// `Person.id`, when it is about one person.
  public let person: String?
  /// What is missing, in both languages.
  public let message: Text
  /// The principle behind it, and the one thing that clears it.
  public let why: Text
  public let clears: Text
  /// The places that show it; the first is where it is reported.
  public let evidence: [Evidence]

  /// What a rule's check returns; the analyser stamps the rest.
  public struct Draft: Sendable {
    public let person: String?
    public let message: Text
    public let clears: Text?
    public let evidence: [Evidence]
    public init(person: String? = nil, message: Text, clears: Text? = nil, evidence: [Evidence]) {
      self.person = person
      self.message = message
      self.clears = clears
      self.evidence = evidence
    }
  }

  public init(
    code: String, name: String, severity: Severity, deal: String?, person: String?, message: Text, why: Text,
    clears: Text, evidence: [Evidence]
  ) {
    self.code = code
    self.name = name
    self.severity = severity
    self.deal = deal
    self.person = person
    self.message = message
    self.why = why
    self.clears = clears
    self.evidence = evidence
  }
}
