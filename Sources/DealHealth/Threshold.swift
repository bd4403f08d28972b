/// Spans of time after which a manager would ask, in days.
enum Threshold {
  /// A deal that is still to be won, without an entry.
  static let stalledDays = 21
  /// A customer, without an entry.
  static let neglectedDays = 28
}
