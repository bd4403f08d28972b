/// Tells from evidence how likely a family of names is a customer.
enum AccountModel {
  /// Above 0, it is one.
  static func score(_ features: [Double]) -> Double {
    zip(weights, features).reduce(bias) { $0 + $1.0 * $1.1 }
  }
  private static let bias = -4.75
  private static let weights: [Double] = [
    1.36, -1.89, -0.19, 1.97, 1.05, 0.40, -1.02, -0.55, 0.17, 1.37, 2.20, 0.15, -0.11, 2.25, -3.07, 0.00, -0.78, 1.83,
    0.94, -1.54, 2.47, -3.17, 0.99, 1.43, -0.04, 1.88, 3.20, 0.12,
  ]
}
