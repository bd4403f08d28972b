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
  }

  /// A rule about deals.
  public init(
    code: String, name: String, gate: Gate, severity: Severity = .warning, stages: ClosedRange<Stage>, weight: Int,
    summary: Text, why: Text, clears: Text, example: Example,
    check: @escaping @Sendable (DealContext) -> [Finding.Draft]
  ) {
    self.code = code
    self.name = name
    self.gate = gate
    self.severity = severity
    self.stages = stages
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
    self.code = code
    self.name = name
    gate = nil
    self.severity = severity
    stages = .lead ... .lost
    weight = 0
    self.summary = summary
    self.why = why
    self.clears = clears
    self.example = example
    self.check = .journal(check)
  }

  /// Notes that show the rule at work: documentation and test in one. Both languages say the same.
  public struct Example: Sendable {
    /// The day as of which the notes are read: 2026-11-20.
    public static let asOf = "2026-11-20"
    /// On these notes the rule speaks.
    public let fires: Text
    /// On these it is silent.
    public let silent: Text

    /// An example.
    public init(fires: Text, silent: Text) {
      self.fires = fires
      self.silent = silent
    }
  }
}
