/// A count, line or index in half a word, for what a journal holds by the million. Notes end long before 2,147,483,647.
@propertyWrapper
public struct Narrow: Hashable, Sendable {
  private let number: Int32

  /// What does not fit becomes the nearest that does.
  public init(wrappedValue: Int) { number = Int32(clamping: wrappedValue) }

  /// The number.
  public var wrappedValue: Int { Int(number) }
}

/// The same of an index that may be missing.
@propertyWrapper
public struct NarrowIndex: Hashable, Sendable {
  /// -1 for none.
  private let number: Int32

  /// An index; a negative one is none.
  public init(wrappedValue: Int?) { number = wrappedValue.map { Int32(clamping: $0) } ?? -1 }

  /// The index, if there is one.
  public var wrappedValue: Int? { number < 0 ? nil : Int(number) }
}
