/// Finds the minimum of a smooth function by L-BFGS (Nocedal 1980) with a backtracking line search.
struct Descent {
  let steps: Int
  /// How many of the last steps stand for the curvature.
  var memory = 8

  /// The point reached from `start`.
  func minimum(
    from start: [Double], of function: ([Double]) -> (value: Double, gradient: [Double])
  ) -> [Double] {
    func dot(_ left: [Double], _ right: [Double]) -> Double {
      var sum = 0.0
      for index in left.indices { sum += left[index] * right[index] }
      return sum
    }
    var point = start
    var (value, gradient) = function(point)
    var history: [(step: [Double], change: [Double], scale: Double)] = []
    for _ in 0..<steps {
      var direction = gradient
      var shares: [Double] = []
      for past in history.reversed() {
        let share = past.scale * dot(past.step, direction)
        shares.append(share)
        for index in direction.indices { direction[index] -= share * past.change[index] }
      }
      if let last = history.last {
        let size = 1 / (last.scale * dot(last.change, last.change))
        for index in direction.indices { direction[index] *= size }
      } else {
        let size = 1 / max(dot(gradient, gradient).squareRoot(), 1e-12)
        for index in direction.indices { direction[index] *= size }
      }
      for (past, share) in zip(history, shares.reversed()) {
        let correction = share - past.scale * dot(past.change, direction)
        for index in direction.indices { direction[index] += correction * past.step[index] }
      }
      let slope = dot(gradient, direction)
      guard slope > 1e-9 else { break }
      var length = 1.0
      var reached: (point: [Double], value: Double, gradient: [Double])?
      while length > 1e-6 {
        let next = zip(point, direction).map { $0 - length * $1 }
        let (nextValue, nextGradient) = function(next)
        if nextValue <= value - 1e-4 * length * slope {
          reached = (next, nextValue, nextGradient)
          break
        }
        length /= 2
      }
      guard let reached else { break }
      let step = zip(reached.point, point).map { $0 - $1 }
      let change = zip(reached.gradient, gradient).map { $0 - $1 }
      let curvature = dot(step, change)
      if curvature > 1e-10 {
        history.append((step, change, 1 / curvature))
        if history.count > memory { history.removeFirst() }
      }
      (point, value, gradient) = reached
    }
    return point
  }
}
