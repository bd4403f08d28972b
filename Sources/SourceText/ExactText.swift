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
    guard left.string.utf8.count == right.string.utf8.count else { return false }
    var left = left.string
    var right = right.string
    return left.withUTF8 { left in
      right.withUTF8 { right in UnsafeRawBufferPointer(left).hasBytes(of: UnsafeRawBufferPointer(right)) }
    }
  }

  /// Hashes the bytes.
  package func hash(into hasher: inout Hasher) {
    var string = string
    string.withUTF8 { hasher.combine(bytes: UnsafeRawBufferPointer($0)) }
  }
}

extension UnsafeRawBufferPointer {
  /// Whether the bytes are those of `other`, eight at a time.
  fileprivate func hasBytes(of other: UnsafeRawBufferPointer) -> Bool {
    guard count == other.count else { return false }
    var at = 0
    while at + 8 <= count {
      let own = loadUnaligned(fromByteOffset: at, as: UInt64.self)
      guard own == other.loadUnaligned(fromByteOffset: at, as: UInt64.self) else { return false }
      at += 8
    }
    while at < count {
      guard self[at] == other[at] else { return false }
      at += 1
    }
    return true
  }
}
