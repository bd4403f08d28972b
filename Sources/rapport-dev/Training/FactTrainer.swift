import FactReading

/// Fits the two logistic regressions of a `FactModel` by stochastic gradient descent, always in one order.
///
/// A step is the longer the rarer its feature and its kind are: what AdaGrad would learn, known beforehand.
///
/// The sentence model learns from lines: a line has a kind when at least one of its sentences says it (noisy-or).
struct FactTrainer {
  /// Settings; the defaults were chosen by cross-validation over journals.
  struct Settings {
    var epochs = 8
    var rate: Float = 0.2
    var decay: Float = 2e-4
    var seed: UInt64 = 7
    var leastLines = 3
    /// How much the dense and the other features count beside each other.
    var denseGain: Float = 1
    var sparseGain: Float = 1
    var limit = 36_000
    /// How much a line that says things outright counts beside one of a journal.
    var outrightWeight: Float = 0.6
  }

  /// One weight per kind, or one number per kind of any other sort.
  typealias Columns = SIMD32<Float>

  struct Weights {
    var bias = Columns(repeating: -3)
    /// Added to `bias` for lines that say things outright, of which many more say something: what is peculiar to those lines
    /// is learnt here and left behind (after Daumé III, "Frustratingly easy domain adaptation", 2007).
    var outrightBias = Columns()
    var rows: [Columns]
  }

  private struct Example {
    let dense: [Int32]
    let sparse: [Int32]
    let denseScale: Float
    let sparseScale: Float

    init(_ lists: [FeatureList], _ vocabulary: FactVocabulary, _ settings: Settings) {
      dense = lists.flatMap { vocabulary.known($0.dense) }
      sparse = lists.flatMap { vocabulary.known($0.sparse) }
      denseScale = settings.denseGain / Float(max(lists.reduce(0) { $0 + $1.dense.count }, 1)).squareRoot()
      sparseScale = settings.sparseGain / Float(max(lists.reduce(0) { $0 + $1.sparse.count }, 1)).squareRoot()
    }
  }

  let vocabulary: FactVocabulary
  private(set) var sentence: Weights
  private(set) var line: Weights

  init(_ lines: [TrainingLine], settings: Settings) {
    gains = (settings.denseGain, settings.sparseGain)
    let vocabulary = FactVocabulary(lines, leastLines: settings.leastLines, limit: settings.limit)
    self.vocabulary = vocabulary
    let zero = [Columns](repeating: Columns(), count: vocabulary.features.count)
    var denseRows = [Bool](repeating: false, count: vocabulary.features.count)
    for line in lines {
      for list in line.sentences + [line.whole] {
        for row in vocabulary.known(list.dense) { denseRows[Int(row)] = true }
      }
    }
    self.denseRows = denseRows
    let sentences = lines.map { line in line.sentences.map { Example([$0], vocabulary, settings) } }
    let wholes = lines.map { Example($0.sentences + [$0.whole], vocabulary, settings) }
    let targets = lines.map { line in
      var target = Columns()
      for (kind, count) in line.gold.enumerated() where count > 0 { target[kind] = 1 }
      return target
    }
    let outright = lines.map(\.isOutright)
    sentence = Self.fit(sentences, targets, outright, Weights(rows: zero), settings)
    line = Self.fit(wholes.map { [$0] }, targets, outright, Weights(rows: zero), settings)
  }

  /// How much dense and other features count, for the file's scales.
  let gains: (dense: Float, sparse: Float)
  /// For each row, whether it is a feature of a dense group.
  let denseRows: [Bool]

  private static func fit(
    _ bags: [[Example]], _ targets: [Columns], _ outright: [Bool], _ start: Weights, _ settings: Settings
  ) -> Weights {
    var weights = start
    let (steps, kindSteps) = Self.steps(bags, targets, rows: start.rows.count)
    var random = SplitMix64(seed: settings.seed)
    var order = Array(bags.indices)
    var mean = start
    var passes: Float = 0
    weights.rows.withUnsafeMutableBufferPointer { rows in
      steps.withUnsafeBufferPointer { steps in
        for epoch in 0..<settings.epochs {
          let rate = settings.rate * (1 - 0.8 * Float(epoch) / Float(settings.epochs))
          let keep = 1 - settings.decay * rate
          for last in stride(from: order.count - 1, to: 0, by: -1) { order.swapAt(last, random.below(last + 1)) }
          for index in order {
            let bag = bags[index]
            let bias = outright[index] ? weights.bias + weights.outrightBias : weights.bias
            let weight = outright[index] ? settings.outrightWeight : 1
            var probabilities: [Columns] = []
            var none = Columns(repeating: 1)
            for example in bag {
              var logit = bias
              var sum = Columns()
              for row in example.dense { sum += rows[Int(row)] }
              logit += sum * example.denseScale
              sum = Columns()
              for row in example.sparse { sum += rows[Int(row)] }
              logit += sum * example.sparseScale
              let probability = logistic(logit)
              probabilities.append(probability)
              none *= 1 - probability
            }
            let some = (1 - none).clamped(
              lowerBound: Columns(repeating: 1e-4), upperBound: Columns(repeating: 1))
            // d loss / d logit of a sentence: p where the line lacks the kind, p · (1 − 1/P) where it has it.
            let factor = 1 - targets[index] / some
            for (example, probability) in zip(bag, probabilities) {
              let gradient = probability * factor * weight
              weights.bias -= 0.02 * rate * gradient * kindSteps
              if outright[index] { weights.outrightBias -= 0.1 * rate * gradient * kindSteps }
              for (list, scale) in [(example.dense, example.denseScale), (example.sparse, example.sparseScale)] {
                let step = gradient * kindSteps * (scale * rate)
                for row in list {
                  let row = Int(row)
                  rows[row] = rows[row] * keep - step * steps[row]
                }
              }
            }
          }
          // The mean of the later passes is steadier than the last.
          if epoch * 2 >= settings.epochs {
            passes += 1
            for row in rows.indices { mean.rows[row] += (rows[row] - mean.rows[row]) / passes }
            mean.bias += (weights.bias - mean.bias) / passes
          }
        }
      }
    }
    return mean
  }

  /// Lengths of steps: for each feature, and for each kind.
  private static func steps(_ bags: [[Example]], _ targets: [Columns], rows: Int) -> ([Float], Columns) {
    var sums = [Float](repeating: 0, count: rows)
    var examples: Float = 0
    for bag in bags {
      for example in bag {
        examples += 1
        for row in example.dense { sums[Int(row)] += example.denseScale * example.denseScale }
        for row in example.sparse { sums[Int(row)] += example.sparseScale * example.sparseScale }
      }
    }
    var positives = Columns(repeating: 20)
    for target in targets { positives += target }
    return (sums.map { 1 / (0.02 + $0 / 100).squareRoot() }, (Columns(repeating: 200) / positives).squareRoot())
  }

  private static func logistic(_ logits: Columns) -> Columns {
    var result = Columns()
    for column in 0..<FactKind.allCases.count { result[column] = StableMath.logistic(logits[column]) }
    return result
  }
}

/// A small random generator with a seed (Vigna, "splitmix64"): one order of examples for all time.
struct SplitMix64 {
  private var state: UInt64

  init(seed: UInt64) { state = seed }

  /// The next number from 0 up to but not including `bound`.
  mutating func below(_ bound: Int) -> Int {
    state &+= 0x9E37_79B9_7F4A_7C15
    var mixed = state
    mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
    return Int((mixed ^ (mixed >> 31)) % UInt64(bound))
  }
}
