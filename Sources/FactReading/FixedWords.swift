/// A list of words that notes are asked for where a text begins or ends. Only those are compared that share the byte there,
/// and as bytes: comparing as Unicode has it costs forty times as much and has no use for words of ours.
package struct FixedWords: ExpressibleByArrayLiteral, Sendable {
  /// By first byte, the longer before the shorter.
  private var byFirst = [[String]](repeating: [], count: 256)
  /// By last byte, likewise.
  private var byLast = [[String]](repeating: [], count: 256)

  /// The words in any order; an empty one is none.
  package init(_ words: [String]) {
    for word in words.sorted(by: { $0.utf8.count > $1.utf8.count }) {
      guard let first = word.utf8.first, let last = word.utf8.last else { continue }
      byFirst[Int(first)].append(word)
      byLast[Int(last)].append(word)
    }
  }

  package init(arrayLiteral words: String...) { self.init(words) }

  /// The longest word with which a text begins.
  package func opening(_ text: Substring) -> String? {
    text.utf8.first.flatMap { byFirst[Int($0)].first(where: text.opens) }
  }

  /// The longest word with which a text ends.
  package func ending(_ text: Substring) -> String? {
    text.utf8.last.flatMap { byLast[Int($0)].first(where: text.ends) }
  }
}
