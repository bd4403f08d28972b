import FactReading
import NoteSyntax

/// Tells which promises stand, were kept, are late.
enum CommitmentLedger {
  /// The commitments of one deal at `asOf`. `facts` are all of the journal's, `indices` those of the deal in order of day.
  static func commitments(of facts: [JournalFact], _ indices: [Int], asOf: Day) -> [Commitment] { [] }
}
