import FactReading

/// How the models' logits become probabilities, and from which probability a proposal is a fact.
struct Calibration {
  var slope: Float = 1
  var offset: Float = 0
  var threshold: Float = 0.3

  init() {}

  /// Fits slope and offset to proposals made by other models for their own left-out journals (Platt), then takes the
  /// threshold with the best F1.
  init(fitting proposals: [FactFigures.Proposal]) {
    let points = proposals.flatMap { proposal in
      proposal.probabilities.indices.dropFirst().map { kind in
        (StableMath.logit(proposal.probabilities[kind]), Float(proposal.line.gold[kind] > 0 ? 1 : 0))
      }
    }
    for _ in 0..<12 {
      var gradient = SIMD2<Double>()
      var (ss, so, oo) = (1e-6, 0.0, 1e-6)
      for (logit, truth) in points {
        let probability = StableMath.logistic(slope * logit + offset)
        let error = Double(probability - truth)
        let weight = Double(probability * (1 - probability))
        gradient += SIMD2(error * Double(logit), error)
        ss += weight * Double(logit * logit)
        so += weight * Double(logit)
        oo += weight
      }
      let determinant = ss * oo - so * so
      slope -= Float((oo * gradient.x - so * gradient.y) / determinant)
      offset -= Float((ss * gradient.y - so * gradient.x) / determinant)
    }
    let calibrated = applied(to: proposals)
    let others = Array(FactKind.allCases.indices.dropFirst())
    // F1 is flat about its best: of thresholds as good, the one that says least that is wrong.
    let figures = stride(from: Float(0.1), through: 0.6, by: 0.02).map { threshold in
      (threshold: threshold, f1: FactFigures(calibrated, threshold: threshold).figures(others).f1)
    }
    let best = figures.map(\.f1).max() ?? 0
    threshold = figures.last { $0.f1 >= best - 0.003 }?.threshold ?? 0.3
  }

  /// Proposals with calibrated probabilities.
  func applied(to proposals: [FactFigures.Proposal]) -> [FactFigures.Proposal] {
    proposals.map { proposal in
      FactFigures.Proposal(
        line: proposal.line,
        probabilities: proposal.probabilities.map { StableMath.logistic(slope * StableMath.logit($0) + offset) })
    }
  }
}

extension FactModelFile {
  init(_ trainer: FactTrainer, _ calibration: Calibration) {
    self.init(
      trainer, slope: calibration.slope, offset: calibration.offset, threshold: calibration.threshold)
  }
}

extension FactModel {
  /// What this model says of a line whose features are already there.
  func propose(_ line: TrainingLine) -> FactFigures.Proposal {
    FactFigures.Proposal(line: line, probabilities: probabilities(sentences: line.sentences, whole: line.whole))
  }
}
