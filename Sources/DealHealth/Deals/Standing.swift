import DealJournal

/// How a deal stands: its gates, which of them governs, and the one thing to do next.
public struct Standing: Sendable {
  /// `Deal.id`.
  public let deal: String
  /// Every gate of the deal's phase, in the order in which they are passed; none for a deal that is lost.
  public let gates: [GateReading]
  /// The gate with the lowest share, the first of several; nil when nothing can be told of any.
  public let governing: Gate?
  /// What to do next; nil when nothing is missing.
  public let action: NextAction?
  /// Promises of either side that count: those that are late and not made good, then steps that are still to come.
  public let promises: [Commitment]
}

/// How much of what a gate asks for at the deal's stage is there.
public struct GateReading: Sendable {
  /// The gate.
  public let gate: Gate
  /// What the stage asks for, each with what is known of it; empty while the stage asks for nothing.
  public let items: [Item]

  /// One thing that a gate asks for.
  public struct Item: Sendable {
    /// What is asked for: `Angela Moss: need confirmed`.
    public let text: Text
    /// Whether it is there.
    public let state: State
    /// The places that show it.
    public let evidence: [Evidence]
  }

  /// Whether a thing that a gate asks for is there.
  public enum State: String, Encodable, Sendable {
    /// The notes show it.
    case met
    /// The notes show that it is missing, or it would be written down if it were there.
    case open
    /// The notes say nothing either way: neither fine nor missing.
    case unknown
  }

  /// How many items are met, of those of which the notes tell something.
  public var met: Int { items.count { $0.state == .met } }
  /// How many are missing.
  public var open: Int { items.count { $0.state == .open } }
  /// Of how many nothing is known.
  public var unknown: Int { items.count { $0.state == .unknown } }
  /// 0 to 1; nil when nothing is known or nothing asked for.
  public var share: Double? { met + open == 0 ? nil : Double(met) / Double(met + open) }
}

/// The one thing to do next about a deal, and at most two reasons.
public struct NextAction: Sendable {
  /// What to do.
  public let text: Text
  /// The findings that ask for it, gravest first; one or two.
  public let reasons: [Finding]
}
