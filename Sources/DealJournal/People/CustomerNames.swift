import SourceText

/// What the customers of a journal are called, in lower case.
struct CustomerNames {
  /// Each once, in order of bytes.
  private let sorted: [[UInt8]]
  private let all: Set<ArraySlice<UInt8>>

  init(_ map: DealMap) {
    let names = map.deals.flatMap { [$0.name, $0.account] + $0.surfaces }.map { Array(NameTypes.key($0).utf8)[...] }
    all = Set(names.filter { !$0.isEmpty })
    sorted = all.map(Array.init).sorted { $0.lexicographicallyPrecedes($1) }
  }

  /// Whether an organisation in lower case is one of them, a beginning of one, or has one at its beginning or end.
  func include(_ organisation: String) -> Bool {
    let words = Array(organisation.utf8)
    let next = sorted.firstIndexSorted { !$0.lexicographicallyPrecedes(words) }
    if next < sorted.count, sorted[next].starts(with: words) { return true }
    return words.indices.contains { all.contains(words[...$0]) || all.contains(words[$0...]) }
  }
}
