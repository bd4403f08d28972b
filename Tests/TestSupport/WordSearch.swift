/// Words that are looked for together, byte by byte, in much text: one after the other would take minutes.
public struct WordSearch {
  /// Words by their first two bytes.
  private let words: [[[UInt8]]]

  /// Looks for `words`, each of two bytes at least.
  public init(_ words: Set<String>) {
    var table = Array(repeating: [[UInt8]](), count: 1 << 16)
    for word in words.sorted() {
      let bytes = Array(word.utf8)
      if bytes.count > 1 { table[Int(bytes[0]) << 8 | Int(bytes[1])].append(bytes) }
    }
    self.words = table
  }

  /// Those that `text` holds, in order.
  public func found(in text: String) -> [String] {
    let bytes = Array(text.utf8)
    var found: Set<[UInt8]> = []
    bytes.withUnsafeBufferPointer { bytes in
      var pair = 0
      var index = 0
      while index < bytes.count {
        pair = (pair << 8 | Int(bytes[index])) & 0xFFFF
        index += 1
        for word in words[pair] where index >= 2 && bytes.count - index + 2 >= word.count {
          if bytes[(index - 2)..<(index - 2 + word.count)].elementsEqual(word) { found.insert(word) }
        }
      }
    }
    return found.map { String(decoding: $0, as: UTF8.self) }.sorted()
  }
}
