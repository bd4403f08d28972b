import FactReading
import NoteSyntax

/// Something that one side promised or plans to do.
public struct Commitment: Sendable {
  /// Whose promise it is: `ours` or `customer`.
  public let owner: Side
  /// The days it is due, when told; `last` is the deadline.
  public let due: DayRange?
  /// Where it stands at the journal's `asOf`.
  public let state: State
  /// The fact that made it: an index of `Journal.facts`.
  public let made: Int
  /// The fact that settled it, likewise; nil while it is open or nothing tells.
  public let settled: Int?

  /// Where a commitment stands.
  public enum State: String, Sendable {
    /// Not yet done, not yet late, or undated.
    case open
    /// The due day has passed with no word of it.
    case overdue
    /// Kept.
    case done
    /// Said to have been missed.
    case broken
  }

  /// A commitment; what each part is, its property says.
  public init(owner: Side, due: DayRange?, state: State, made: Int, settled: Int? = nil) {
    self.owner = owner
    self.due = due
    self.state = state
    self.made = made
    self.settled = settled
  }
}
