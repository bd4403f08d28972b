/// Tells from evidence how likely a family of names is a customer: logistic models over the features of
/// `AccountEvidence`, and of `NameCoverage` in the second pass.
struct AccountModel {
  let bias: Double
  let weights: [Double]

  /// Above 0, the family is a customer.
  func score(_ features: [Double]) -> Double {
    zip(weights, features).reduce(bias) { $0 + $1.0 * $1.1 }
  }

  /// Before anything is known of the other names.
  static let first = AccountModel(
    bias: -4.29,
    weights: [
      3.55, -0.02, 1.25, 0.64, 0.00, 0.80, 0.00, 0.98, 0.85, 1.24, 0.00, 2.48, 0.15, 1.96, -2.17, -0.26, -3.54, 0.00,
      0.37, 0.59, -1.65, 3.08, -1.97, 0.00, 1.92, 0.00, 1.66, 1.93, 0.15,
    ])

  /// With what the first pass leaves unexplained.
  static let second = AccountModel(
    bias: -5.04,
    weights: [
      3.58, -0.02, 1.28, 0.72, 0.00, 0.00, 0.00, 0.30, 0.77, 1.08, 0.00, 2.27, 0.55, 1.76, -2.18, -0.04, -3.11, 0.00,
      0.00, 0.78, -1.45, 2.92, -1.10, 0.00, 1.64, 0.00, 1.80, 2.06, 0.63, 0.79, 0.48, 0.68, 1.96, 0.00, 0.00,
    ])
}
