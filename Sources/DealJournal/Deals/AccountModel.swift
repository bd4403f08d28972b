/// Tells from evidence how likely a family of names is a customer.
enum AccountModel {
  /// Above 0, it is one.
  static func score(_ features: [Double]) -> Double {
    zip(weights, features).reduce(bias) { $0 + $1.0 * $1.1 }
  }
  private static let bias = -4.79
  private static let weights: [Double] = [
    1.67, -1.94, 0.41, 2.13, 0.25, 0.12, -1.36, 0.22, 1.16, 2.05, 0.93, 0.68, 0.12, 2.46, -2.87, -1.13, 0.00, -1.74,
    1.96, 1.01, -1.30, 2.86, -2.77, 0.97, 1.57, 0.26, 2.32, 2.94, -0.04,
  ]
}
