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
    bias: -4.81,
    weights: [
      3.66, -0.03, 2.19, 0.78, 0.00, 1.12, 0.00, 1.84, 1.28, 1.14, 0.00, 1.72, 0.27, 1.72, -2.36, -0.28, -2.96, -0.13,
      0.71, 0.53, -1.61, 2.42, -2.44, 0.00, 1.97, 0.00, 1.53, 1.94, -0.65,
    ])

  /// With what the first pass leaves unexplained.
  static let second = AccountModel(
    bias: -5.59,
    weights: [
      3.53, -0.02, 2.10, 0.95, 0.00, 0.00, 0.00, 1.34, 1.02, 1.17, 0.00, 1.85, 0.52, 1.39, -2.20, -0.35, -2.31, -0.10,
      0.00, 0.76, -1.49, 2.45, -1.41, 0.00, 1.85, 0.00, 1.54, 1.76, 0.93, 0.78, 0.39, 1.12, 2.07, 0.00, 0.00,
    ])
}
