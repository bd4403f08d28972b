/// What counts as likely.
enum Threshold {
  /// A reading from prose that speaks against somebody counts from this confidence on.
  static let likely = 0.5
  /// Below this a reading from prose is a mere possibility, and nothing is made of it by itself.
  static let possible = 0.35
}
