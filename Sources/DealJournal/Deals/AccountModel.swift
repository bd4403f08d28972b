/// Tells from evidence how likely a family of names is a customer.
enum AccountModel {
  /// Above 0, it is one.
  static func score(_ features: [Double]) -> Double {
    zip(weights, features).reduce(bias) { $0 + $1.0 * $1.1 }
  }
  private static let bias = -5.12
  private static let weights: [Double] = [
    1.90, 0.00, 1.02, 0.89, 0.00, 1.30, 0.00, 0.00, 0.84, 1.01, 0.00, 0.36, 0.00, 2.53, -3.08, -1.19, -1.09, -0.52,
    1.98, 0.83, -0.86, 1.88, -3.00, 0.46, 0.65, 0.00, 2.20, 2.58, 0.19,
  ]
}
