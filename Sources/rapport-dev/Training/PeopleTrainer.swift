import FactReading

/// Fits the logistic regressions of a `PeopleModel` always in one order.
struct PeopleTrainer {
  /// Settings, chosen by cross-validation over journals.
  struct Settings {
    /// Weight of the squared weights beside the summed loss.
    var decay = 3.0
    var steps = 80
  }

  /// Something to learn from: its evidence, and which of a group of columns holds.
  struct Example {
    let evidence: [(feature: UInt16, value: Float)]
    /// Position in the group.
    let answer: Int
    /// How much it counts.
    var weight = 1.0
  }

  /// Weights of one column by feature, and its bias.
  private(set) var weights: [[Double]]
  private(set) var biases: [Double]

  init() {
    weights = PeopleModel.Column.allCases.map { _ in [Double](repeating: 0, count: NameFeatures.count) }
    biases = PeopleModel.Column.allCases.map { _ in 0 }
  }

  /// Learns one column from examples whose answer is 1 where it holds and 0 where not.
  mutating func fit(_ column: PeopleModel.Column, _ examples: [Example], _ settings: Settings) {
    let (weights, bias) = Self.fit(examples, classes: 2, settings)
    for feature in weights[1].indices {
      self.weights[column.rawValue][feature] = weights[1][feature] - weights[0][feature]
    }
    biases[column.rawValue] = bias[1] - bias[0]
  }

  /// Learns a group of columns of which exactly one holds.
  mutating func fit(_ columns: [PeopleModel.Column], _ examples: [Example], _ settings: Settings) {
    let (weights, bias) = Self.fit(examples, classes: columns.count, settings)
    for (position, column) in columns.enumerated() {
      self.weights[column.rawValue] = weights[position]
      biases[column.rawValue] = bias[position]
    }
  }

  /// Multinomial logistic regression.
  private static func fit(
    _ examples: [Example], classes: Int, _ settings: Settings
  ) -> (weights: [[Double]], bias: [Double]) {
    // One row per feature that occurs, the bias last.
    var rows = [Int](repeating: -1, count: NameFeatures.count)
    var features: [Int] = []
    for example in examples {
      for (feature, _) in example.evidence where rows[Int(feature)] < 0 {
        rows[Int(feature)] = features.count
        features.append(Int(feature))
      }
    }
    let biasStart = features.count * classes
    func loss(_ point: [Double]) -> (value: Double, gradient: [Double]) {
      var value = 0.0
      var gradient = point.map { $0 * settings.decay }
      for index in 0..<biasStart { value += settings.decay / 2 * point[index] * point[index] }
      for label in 0..<classes { gradient[biasStart + label] = 0 }
      for example in examples {
        var scores = (0..<classes).map { point[biasStart + $0] }
        for (feature, share) in example.evidence {
          let row = rows[Int(feature)] * classes
          for label in 0..<classes { scores[label] += Double(share) * point[row + label] }
        }
        var errors = Self.errors(scores, answer: example.answer)
        value -= example.weight * Double(StableMath.log(Float(max(errors[example.answer] + 1, 1e-9))))
        errors = errors.map { $0 * example.weight }
        for (feature, share) in example.evidence {
          let row = rows[Int(feature)] * classes
          for label in 0..<classes { gradient[row + label] += Double(share) * errors[label] }
        }
        for label in 0..<classes { gradient[biasStart + label] += errors[label] }
      }
      return (value, gradient)
    }
    let point = Descent(steps: settings.steps).minimum(
      from: [Double](repeating: 0, count: biasStart + classes), of: loss)
    var weights = [[Double]](repeating: [Double](repeating: 0, count: NameFeatures.count), count: classes)
    for (row, feature) in features.enumerated() {
      for label in 0..<classes { weights[label][feature] = point[row * classes + label] }
    }
    return (weights, (0..<classes).map { point[biasStart + $0] })
  }

  /// Softmax probabilities less the answer.
  private static func errors(_ scores: [Double], answer: Int) -> [Double] {
    let top = scores.max() ?? 0
    let powers = scores.map { Double(StableMath.exp(Float($0 - top))) }
    let sum = powers.reduce(0, +)
    return powers.indices.map { powers[$0] / sum - ($0 == answer ? 1 : 0) }
  }

  /// The model in the layout that `PeopleModel` reads in place.
  var file: [UInt8] {
    var bytes: [UInt8] = []
    func put(_ word: UInt32) { withUnsafeBytes(of: word.littleEndian) { bytes.append(contentsOf: $0) } }
    put(PeopleModel.magic)
    put(UInt32(weights.count))
    let scales = weights.map { max($0.map(abs).max() ?? 0, 1e-6) / 127 }
    for column in weights.indices {
      put(Float(scales[column]).bitPattern)
      put(Float(biases[column]).bitPattern)
    }
    for feature in 0..<NameFeatures.count {
      for column in weights.indices {
        bytes.append(UInt8(bitPattern: Int8((weights[column][feature] / scales[column]).rounded())))
      }
    }
    return bytes
  }

  /// The model itself.
  var model: PeopleModel? { PeopleModel(file.pinned()) }
}
