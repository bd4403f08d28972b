import DealJournal
import FactReading

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
  /// The stages in which it may speak: earlier nobody can ask for it, later it no longer helps. For a J rule, all.
  public let stages: ClosedRange<Stage>
  /// Kinds of selling in which it is silent.
  public let silentFor: Set<Profile>
  /// Rules that have to be silent before it is worth saying.
  public let waitsOn: [Cause]
  /// The numbers it goes by.
  public let settings: [Setting]
  /// How much is lost while nothing is done about it, 0 to 99: the gravest finding chooses a deal's next action.
  public let weight: Int
  /// What the rule says, in one sentence.
  public let summary: Text
  /// The principle behind it.
  public let why: Text
  /// The one thing that clears it.
  public let clears: Text
  /// Notes on which it speaks and on which it is silent.
  public let example: Example
  /// What it looks at.
  public let check: Check

  /// How a rule looks for what is missing.
  public enum Check: Sendable {
    /// In one deal.
    case deal(@Sendable (DealContext) -> [Finding.Draft])
    /// In the journal as a whole.
    case journal(@Sendable (Journal) -> [Finding.Draft])
    /// In what is to be let be, after everything else was looked for.
    case dismissals(@Sendable ([(Dismissal, Dismissal.Outcome)]) -> [Finding.Draft])
  }

  /// A rule about deals.
  public init(
    code: String, name: String, gate: Gate, severity: Severity = .warning, stages: ClosedRange<Stage>,
    silentFor: Set<Profile> = [], weight: Int, waitsOn: [Cause] = [], settings: [Setting] = [], summary: Text,
    why: Text, clears: Text, example: Example,
    check: @escaping @Sendable (DealContext) -> [Finding.Draft]
  ) {
    self.code = code
    self.name = name
    self.gate = gate
    self.severity = severity
    self.stages = stages
    self.silentFor = silentFor
    self.waitsOn = waitsOn
    self.settings = settings
    self.weight = weight
    self.summary = summary
    self.why = why
    self.clears = clears
    self.example = example
    self.check = .deal(check)
  }

  /// A rule about the journal itself.
  public init(
    code: String, name: String, severity: Severity, summary: Text, why: Text, clears: Text, example: Example,
    journal check: @escaping @Sendable (Journal) -> [Finding.Draft]
  ) {
    self.init(code, name, severity, summary, why, clears, example, .journal(check))
  }

  /// A rule about what is to be let be.
  init(
    code: String, name: String, severity: Severity, summary: Text, why: Text, clears: Text, example: Example,
    dismissals check: @escaping @Sendable ([(Dismissal, Dismissal.Outcome)]) -> [Finding.Draft]
  ) {
    self.init(code, name, severity, summary, why, clears, example, .dismissals(check))
  }

  private init(
    _ code: String, _ name: String, _ severity: Severity, _ summary: Text, _ why: Text, _ clears: Text,
    _ example: Example, _ check: Check
  ) {
    self.code = code
    self.name = name
    gate = nil
    self.severity = severity
    stages = .lead ... .lost
    silentFor = []
    waitsOn = []
    settings = []
    weight = 0
    self.summary = summary
    self.why = why
    self.clears = clears
    self.example = example
    self.check = check
  }
}
