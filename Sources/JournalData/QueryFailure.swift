/// Why a statement has no result.
public enum QueryFailure: Error, Hashable, Sendable {
  /// It would do something else than read the tables.
  case onlyReading
  /// There is more than one statement, or none.
  case notOneStatement
  /// SQLite does not understand it; the second part is a name that may have been meant.
  case sql(String, suggestion: String?)
  /// It took longer than it may.
  case tooLong
  /// It, or its result, needs more memory than it may.
  case tooLarge
}
