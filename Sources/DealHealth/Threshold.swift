/// Spans of time after which a manager would ask, in days; and what counts as likely.
enum Threshold {
  /// A deal that is still to be won, without an entry.
  static let stalledDays = 21
  /// A step without a date is still meant this long after it was noted.
  static let undatedStepDays = 14
  /// After the last word on price or terms, the customer has had what they bought long enough to be asked.
  static let deliveryDays = 28
  /// A customer, without an entry.
  static let neglectedDays = 28
  /// A reading from prose that speaks against somebody counts from this confidence on.
  static let likely = 0.5
}
