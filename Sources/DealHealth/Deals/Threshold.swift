/// What counts as likely.
enum Threshold {
  /// A reading from prose that speaks against somebody counts from this confidence on.
  static let likely = 0.5
}
