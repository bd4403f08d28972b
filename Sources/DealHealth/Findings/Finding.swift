import DealJournal
import FactReading

/// Something that a deal, or the journal, lacks.
public struct Finding: Sendable {
  /// The rule's code: `P301`.
  public let code: String
  /// The rule's name: `unconfirmed-influencer`.
  public let name: String
  /// How much it matters.
  public let severity: Severity
  /// `Deal.id`; nil for a finding about the journal.
  public let deal: String?
  /// `Person.id`, when it is about one person.
  public let person: String?
  /// What is missing.
  public let message: Text
  /// The principle behind it.
  public let why: Text
  /// The one thing that clears it.
  public let clears: Text
  /// The places that show it, never empty for a deal that has any fact; the first is where it is reported.
  public let evidence: [Evidence]
  /// How much is lost while nothing is done about it: greater comes first when one action is to be chosen.
  public let weight: Int
  /// A change of the note that settles it; nil where only the writer can tell.
  public let fix: Fix?
  /// Whether the rest of what is known of the deal speaks against it: it is told as worth knowing, and holds nothing back.
  let isUnlikely: Bool

  /// What a rule's check returns; the analyser stamps the rest, so that a rule can't mislabel itself.
  public struct Draft: Sendable {
    /// `Person.id`, when it is about one person.
    public let person: String?
    /// What tells it from others of its rule when it is about no person: a note's path, a mark. Empty for none.
    public let subject: String
    /// What is missing.
    public let message: Text
    /// The one thing that clears it, when the rule's own words can be made more concrete.
    public let clears: Text?
    /// The places that show it; the first is where it is reported.
    public let evidence: [Evidence]
    /// Added to the rule's weight.
    public let extraWeight: Int
    /// A change of the note that settles it.
    public let fix: Fix?

    /// A draft.
    public init(
      person: String? = nil, subject: String = "", message: Text, clears: Text? = nil, evidence: [Evidence],
      extraWeight: Int = 0, fix: Fix? = nil
    ) {
      self.person = person
      self.subject = subject
      self.message = message
      self.clears = clears
      self.evidence = evidence
      self.extraWeight = extraWeight
      self.fix = fix
    }
  }

  /// What stays the same when notes are edited around it: never a line number.
  public struct Identity: Hashable, Comparable, CustomStringConvertible, Sendable {
    /// `Deal.id`, empty for the journal itself.
    public let deal: String
    /// The rule's code.
    public let code: String
    /// `Person.id`, or what else the finding is about: a note's path, a mark. Empty when it has no subject.
    public let subject: String

    /// `P301:Larkfield Mills:Helen Marsh`, as `rapport dismiss` takes it.
    public var description: String {
      [code, deal, subject].prefix(subject.isEmpty ? deal.isEmpty ? 1 : 2 : 3).joined(separator: ":")
    }

    /// An identity.
    public init(deal: String, code: String, subject: String) {
      self.deal = deal
      self.code = code
      self.subject = subject
    }

    /// By deal, then code, then subject.
    public static func < (left: Identity, right: Identity) -> Bool {
      (left.deal, left.code, left.subject) < (right.deal, right.code, right.subject)
    }
  }

  /// (deal, rule, subject).
  public let identity: Identity
  /// The earlier cause that it waits on; nil for a finding that speaks.
  public private(set) var waitsOn: Identity?

  /// The same, held back by an earlier cause.
  func waiting(on cause: Finding) -> Finding {
    var copy = self
    copy.waitsOn = cause.identity
    return copy
  }

  /// The same in other words.
  func replacing(
    deal: String?, person: String?, message: Text, clears: Text, evidence: [Evidence], identity: Identity,
    waitsOn: Identity?
  ) -> Finding {
    Finding(
      code: code, name: name, severity: severity, deal: deal, person: person, message: message, why: why,
      clears: clears,
      evidence: evidence, weight: weight, isUnlikely: isUnlikely, identity: identity, waitsOn: waitsOn)
  }

  private init(
    code: String, name: String, severity: Severity, deal: String?, person: String?, message: Text, why: Text,
    clears: Text, evidence: [Evidence], weight: Int, isUnlikely: Bool, identity: Identity, waitsOn: Identity?
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
    self.weight = weight
    self.isUnlikely = isUnlikely
    self.identity = identity
    self.waitsOn = waitsOn
    fix = nil
  }

  /// What `rule` found; `deal` is nil for the journal itself. Without a `severity` it matters as much as its rule; with a
  /// `language` it speaks that one alone.
  init(
    _ draft: Draft, by rule: Rule, deal: String?, severity: Severity? = nil, isUnlikely: Bool = false,
    language: Language? = nil
  ) {
    func spoken(_ text: Text) -> Text { language.map(text.only) ?? text }
    code = rule.code
    name = rule.name
    self.severity = isUnlikely ? .info : severity ?? rule.severity
    self.isUnlikely = isUnlikely
    self.deal = deal
    person = draft.person
    message = spoken(draft.message.spaced.capitalized)
    why = spoken(rule.why)
    clears = spoken((draft.clears ?? rule.clears).spaced)
    evidence = draft.evidence
    weight = rule.weight + draft.extraWeight
    fix = draft.fix
    identity = Identity(deal: deal ?? "", code: rule.code, subject: draft.person ?? draft.subject)
    waitsOn = nil
  }
}
