/// One cell of a table.
public enum DataValue: Hashable, Sendable {
  /// Nothing is told.
  case null
  /// A whole number; 0 and 1 for no and yes.
  case integer(Int)
  /// Any other number.
  case real(Double)
  /// A text; days are `YYYY-MM-DD`.
  case text(String)

  /// A text, or nothing.
  init(_ text: String?) { self = text.map(DataValue.text) ?? .null }

  /// A number, or nothing.
  init(_ number: Int?) { self = number.map(DataValue.integer) ?? .null }

  /// 1 for yes, 0 for no.
  init(_ flag: Bool) { self = .integer(flag ? 1 : 0) }
}
