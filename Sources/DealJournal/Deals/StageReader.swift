import FactReading
import NoteSyntax

/// Tells the stage that the notes bear out.
enum StageReader {
  /// The stage that `evidence` shows.
  static func stage(by evidence: StageEvidence) -> Stage {
    let features = evidence.features
    let scores = StageModel.weights.map { row in
      zip(row.dropFirst(), features).reduce(row[0]) { $0 + $1.0 * $1.1 }
    }
    let best = scores.indices.max { (scores[$0], -$0) < (scores[$1], -$1) } ?? 0
    return Stage.allCases[best]
  }
}
