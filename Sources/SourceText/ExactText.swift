/// A text that is equal to another when their bytes are.
///
/// Strings are equal when they are canonically equivalent, for which Swift normalizes whatever is not ASCII before it can
/// hash it; as the key of a table of words that costs many times the look-up.
package struct ExactText: Hashable, Sendable {
  /// The text.
  package let string: String

  /// Wraps a text.
  package init(_ string: String) { self.string = string }

  /// Whether the bytes are the same.
  package static func == (left: ExactText, right: ExactText) -> Bool {
    left.string.utf8.count == right.string.utf8.count && left.string.utf8.elementsEqual(right.string.utf8)
  }

  /// Hashes the bytes.
  package func hash(into hasher: inout Hasher) {
    var string = string
    string.withUTF8 { hasher.combine(bytes: UnsafeRawBufferPointer($0)) }
  }
}
