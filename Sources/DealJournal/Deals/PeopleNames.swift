/// The names by which people are called, to keep them apart from customers' names.
struct PeopleNames {
  private let names: Set<[UInt8]>
  private let lengths: [Int]

  /// Takes names as written; ASCII case is ignored.
  init(_ surfaces: some Sequence<String>) {
    names = Set(surfaces.lazy.map { $0.utf8.map(\.lowercased) })
    lengths = Set(names.lazy.map(\.count)).sorted()
  }

  /// Every name in lower case, in order of bytes.
  var sorted: [[UInt8]] { names.sorted { $0.lexicographicallyPrecedes($1) } }

  /// Whether `key`, in lower case, is a person's name.
  func contains(_ key: [UInt8]) -> Bool { names.contains(key) }

  /// Whether `key`, in lower case, is Han text that begins with a person's name and goes on.
  func begins(_ key: [UInt8]) -> Bool {
    guard let first = key.first, first >= 0xE3 else { return false }
    return lengths.contains { $0 >= 6 && $0 < key.count && names.contains(Array(key[..<$0])) }
  }
}
