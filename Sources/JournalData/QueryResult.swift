/// What a statement gives.
public struct QueryResult: Hashable, Sendable {
  /// Names of the columns, as the statement has them.
  public let columns: [String]
  /// As many cells in each as there are columns.
  public let rows: [[DataValue]]
}
