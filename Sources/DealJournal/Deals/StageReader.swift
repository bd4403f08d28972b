import FactReading
import NoteSyntax

/// Tells the stage that the notes bear out.
enum StageReader {
  /// A mark is heeded until notes of more than so many days later tell more.
  private static let claimDays = 14

  /// The stage that `evidence` shows. A stage that the writer marked overrules it while it is fresh: a mark makes a
  /// reading certain.
  static func stage(by evidence: StageEvidence, claim: (day: Day?, claim: Deal.Claim)? = nil) -> Stage {
    if let claim, let last = evidence.days.last.map({ $0 - claimDays }), claim.day ?? last >= last {
      return claim.claim.stage
    }
    let features = evidence.features
    let scores = StageModel.weights.map { row in
      zip(row.dropFirst(), features).reduce(row[0]) { $0 + $1.0 * $1.1 }
    }
    let best =
      scores.indices.filter { evidence.bearsOut(Stage.allCases[$0]) }.max { (scores[$0], -$0) < (scores[$1], -$1) } ?? 0
    return Stage.allCases[best]
  }
}
