import FactReading

/// Precision, recall and F1 of facts as `Tests/Corpus/score.py` counts them, a line off allowed.
struct FactFigures {
  /// What was proposed for a line: a probability for each kind.
  struct Proposal {
    let line: TrainingLine
    let probabilities: [Float]
  }

  private(set) var right = [Int](repeating: 0, count: FactKind.allCases.count)
  private(set) var proposed = [Int](repeating: 0, count: FactKind.allCases.count)
  private(set) var marked = [Int](repeating: 0, count: FactKind.allCases.count)

  /// Counts the proposals of at least `threshold`; they are ordered by journal, file and line.
  init(_ proposals: [Proposal], threshold: Float) {
    for kind in FactKind.allCases.indices {
      var start = 0
      while start < proposals.count {
        var end = start
        while end < proposals.count, proposals[end].line.journal == proposals[start].line.journal,
          proposals[end].line.file == proposals[start].line.file
        { end += 1 }
        let found = proposals[start..<end].filter { $0.probabilities[kind] >= threshold }.map(\.line.line)
        var left = found
        proposed[kind] += found.count
        for proposal in proposals[start..<end] {
          for _ in 0..<proposal.line.gold[kind] {
            marked[kind] += 1
            let near = left.indices.filter { abs(left[$0] - proposal.line.line) <= 1 }
            guard let best = near.min(by: { abs(left[$0] - proposal.line.line) < abs(left[$1] - proposal.line.line) })
            else { continue }
            left.remove(at: best)
            right[kind] += 1
          }
        }
        start = end
      }
    }
  }

  /// Micro-averaged over `kinds`.
  func figures(_ kinds: [Int]) -> (precision: Double, recall: Double, f1: Double) {
    let right = Double(kinds.reduce(0) { $0 + self.right[$1] })
    let precision = right / Double(max(kinds.reduce(0) { $0 + proposed[$1] }, 1))
    let recall = right / Double(max(kinds.reduce(0) { $0 + marked[$1] }, 1))
    return (precision, recall, precision + recall == 0 ? 0 : 2 * precision * recall / (precision + recall))
  }
}
