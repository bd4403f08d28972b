import FactReading

/// Fits the rows of a `LinearModel` by logistic regression; the bias is not held back.
struct LinearTrainer {
  /// Something to learn from: its features and the row that holds, or 1 and 0 for a single row.
  struct Example {
    let features: [Double]
    let answer: Int
  }

  /// Weight of the squared weights beside the summed loss.
  var decay = 1.0
  var steps = 200

  /// One row that is above zero where the answer is 1.
  func row(_ examples: [Example]) -> LinearModel.Row {
    let rows = rows(examples, classes: 2)
    return LinearModel.Row(
      bias: rows[1].bias - rows[0].bias, weights: zip(rows[1].weights, rows[0].weights).map { $0 - $1 })
  }

  /// One row for each of `classes`, of which the highest is the answer.
  func rows(_ examples: [Example], classes: Int) -> [LinearModel.Row] {
    let columns = (examples.first?.features.count ?? 0) + 1
    func loss(_ point: [Double]) -> (value: Double, gradient: [Double]) {
      var value = 0.0
      var gradient = [Double](repeating: 0, count: point.count)
      for index in point.indices where index % columns != 0 {
        value += decay / 2 * point[index] * point[index]
        gradient[index] = decay * point[index]
      }
      for example in examples {
        let scores = (0..<classes).map { label in
          example.features.indices.reduce(point[label * columns]) {
            $0 + point[label * columns + 1 + $1] * example.features[$1]
          }
        }
        let top = scores.max() ?? 0
        let powers = scores.map { Double(StableMath.exp(Float($0 - top))) }
        let sum = powers.reduce(0, +)
        value -= Double(StableMath.log(Float(max(powers[example.answer] / sum, 1e-12))))
        for label in 0..<classes {
          let error = powers[label] / sum - (label == example.answer ? 1 : 0)
          gradient[label * columns] += error
          for (column, feature) in example.features.enumerated() where feature != 0 {
            gradient[label * columns + 1 + column] += error * feature
          }
        }
      }
      return (value, gradient)
    }
    let point = Descent(steps: steps).minimum(from: [Double](repeating: 0, count: classes * columns), of: loss)
    return (0..<classes).map { label in
      LinearModel.Row(
        bias: Float(point[label * columns]),
        weights: (1..<columns).map { Float(point[label * columns + $0]) })
    }
  }
}
