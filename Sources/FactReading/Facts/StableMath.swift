/// The few transcendental functions of the models, from additions and multiplications alone: IEEE arithmetic gives the
/// same bits on every machine, which no `libm` promises.
package enum StableMath {
  /// `e` to the power `x`, within 1e-6 relative; 0 below −80, capped at `e^80`.
  package static func exp(_ x: Float) -> Float {
    if x < -80 { return 0 }
    let scaled = min(x, 80) * 1.442_695_04
    let whole = scaled.rounded(.down)
    let rest = (scaled - whole) * 0.693_147_18
    var series: Float = 1 + rest / 7
    series = 1 + rest / 6 * series
    series = 1 + rest / 5 * series
    series = 1 + rest / 4 * series
    series = 1 + rest / 3 * series
    series = 1 + rest / 2 * series
    series = 1 + rest / 1 * series
    return series * Float(bitPattern: UInt32(Int32(whole) + 127) << 23)
  }

  /// The logistic function.
  package static func logistic(_ x: Float) -> Float {
    x >= 0 ? 1 / (1 + exp(-x)) : 1 - 1 / (1 + exp(x))
  }

  /// Natural logarithm of a positive number, by Newton's method on `exp`.
  package static func log(_ x: Float) -> Float {
    guard x > 0 else { return -80 }
    var result = Float(x.exponent) * 0.693_147_18 + (x.significand - 1) * 0.693_147_18
    for _ in 0..<4 { result += 2 * (x - exp(result)) / (x + exp(result)) }
    return result
  }

  /// The number whose logistic is `probability`, kept within ±12.
  package static func logit(_ probability: Float) -> Float {
    let inner = min(max(probability, 6e-6), 1 - 6e-6)
    return log(inner / (1 - inner))
  }
}
