import FactReading
import NoteSyntax

/// Tells the stage that the notes bear out.
enum StageReader {
  /// A mark is heeded until notes of more than so many days later tell more.
  private static let claimDays = 14

  /// The stage that `evidence` shows, and that the deal stands in: one that the writer named overrules what was read while
  /// it is fresh, unless a later entry says outright that the deal was won or lost.
  static func stage(
    by evidence: StageEvidence, claim: Deal.Claim? = nil, model: LinearModel?
  ) -> (shown: Stage, stage: Stage) {
    let shown = shown(by: evidence, model)
    guard let claim, let last = evidence.days.last else { return (shown, shown) }
    let isOver = !shown.isOpen && evidence.statesEnd(shown, after: claim.day ?? last)
    if claim.day ?? last >= last - claimDays { return (shown, isOver ? shown : claim.stage) }
    guard claim.stage.isOpen, !isOver, shown != .care else { return (shown, shown) }
    // What later notes leave out is no step back, and that they hesitate is no end.
    return (shown, shown == .lost ? claim.stage : max(shown, claim.stage))
  }

  private static func shown(by evidence: StageEvidence, _ model: LinearModel?) -> Stage {
    let features = evidence.features
    let scores = (model?.rows ?? []).prefix(Stage.allCases.count).map { $0.score(features) }
    let best =
      scores.indices.filter { evidence.bearsOut(Stage.allCases[$0]) }.max { (scores[$0], -$0) < (scores[$1], -$1) } ?? 0
    let isBought = evidence.isMarkedAsBought || evidence.endsInAPurchase
    return Stage.allCases[best] != .lost && isBought ? .care : Stage.allCases[best]
  }
}
