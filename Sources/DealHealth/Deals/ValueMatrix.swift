import DealJournal
import FactReading

/// What of value each person with a part in the decision was told, and what of it they acknowledged.
public struct ValueMatrix: Sendable {
  /// How far one thing has come across to one person.
  public enum State: String, Encodable, Sendable {
    /// Nothing of it is on record.
    case none
    /// We told or showed it.
    case told
    /// They took it: agreed, answered with trust, or moved themselves.
    case acknowledged
  }

  /// One person.
  public struct Row: Sendable {
    /// `Person.id`.
    public let person: String
    /// That we can, what they gain, why us: in the order of `ValueMatrix.kinds`.
    public let cells: [Cell]

    /// The furthest that any of it has come.
    public var best: State {
      cells.contains { $0.state == .acknowledged }
        ? .acknowledged : cells.contains { $0.state == .told } ? .told : .none
    }
  }

  /// One thing and one person.
  public struct Cell: Sendable {
    /// `valueCapability`, `valueBenefit` or `valueDifference`.
    public let kind: FactKind
    /// How far it has come across.
    public let state: State
    /// Where it was told.
    public let evidence: [Evidence]
  }

  /// That we can meet the need, what they gain, and why us.
  public static let kinds: [FactKind] = [.valueCapability, .valueBenefit, .valueDifference]

  /// Everybody on the chain, heaviest role first.
  public let rows: [Row]

  /// What the deal of `context` shows.
  public init(of context: DealContext) {
    let agreeing = context.signs(.acknowledges)
    rows = context.chain.map { influencer in
      let story = context.timeline(of: influencer)
      let reaction = story.last { Self.reactions.contains($0.kind) }.map(context.moment(of:))
      return Row(
        person: influencer.person,
        cells: Self.kinds.map { kind in
          let told = story.filter { $0.kind == kind }
          // Somebody took it: the line says so, or they showed trust or moved themselves since.
          let isTaken =
            told.contains { fact in agreeing.contains { $0.evidence.isOnLine(of: fact.evidence) } }
            || (told.first.flatMap { first in reaction.map { $0 >= context.moment(of: first) } } ?? false)
          return Cell(
            kind: kind, state: told.isEmpty ? .none : isTaken ? .acknowledged : .told, evidence: told.map(\.evidence))
        })
    }
  }

  private static let reactions: Set<FactKind> = [
    .trustUp, .commitmentTheirs, .needConfirmed, .needGuided, .satisfactionFull,
  ]
}

extension Evidence {
  /// Whether both stand on one line: what somebody was told and how they took it are seldom one sentence.
  fileprivate func isOnLine(of other: Evidence) -> Bool { line == other.line && path == other.path }
}
