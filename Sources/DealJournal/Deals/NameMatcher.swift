/// Finds many names in text at once, ignoring ASCII case; the longest at each place, none inside another.
///
/// A trie over bytes whose edges live in one hash table; a filter on the first bytes turns almost every position away at
/// once, so that the time hardly depends on the number of names.
struct NameMatcher: Sendable {
  /// A name in a text.
  struct Match {
    /// Index in what the matcher was made of.
    let name: Int
    let range: Range<Int>
  }

  /// Edges by node and byte, open addressed: a slot that is empty has the key 0.
  private var edges: [(key: UInt64, node: Int32)]
  private var nameAt: [Int32] = [-1]
  private var mayBegin = [Bool](repeating: false, count: 0xE000 + 0x1_0000)

  /// Takes names in lower case, of two bytes or more.
  init(_ names: [[UInt8]]) {
    var size = 1024
    while size < 2 * names.reduce(0, { $0 + $1.count }) { size *= 2 }
    edges = [(key: UInt64, node: Int32)](repeating: (0, 0), count: size)
    for (index, name) in names.enumerated() where name.count >= 2 {
      var node: Int32 = 0
      for byte in name { node = child(of: node, byte) }
      nameAt[Int(node)] = Int32(index)
      name.withUnsafeBufferPointer { name in
        for third in name.count > 2 || name[0] < 0xE0 ? 0...0 : 0...0x3F as ClosedRange<UInt8> {
          mayBegin[Self.filter(name[0], name[1], name.count > 2 ? name[2] : third)] = true
        }
      }
    }
  }

  /// Calls `body` with every name in `text`, in order.
  func forEachMatch(in text: UnsafeBufferPointer<UInt8>, _ body: (Match) -> Void) {
    var at = 0
    while at + 1 < text.count {
      let third: UInt8 = at + 2 < text.count ? text[at + 2] : 0
      guard mayBegin[Self.filter(text[at].lowercased, text[at + 1].lowercased, third)],
        at == 0 || !text[at].isWordByte || !text[at - 1].isWordByte, let match = longest(in: text, at: at)
      else {
        at += text[at].scalarLength
        continue
      }
      body(match)
      at = match.range.upperBound
    }
  }

  /// The longest name with which `text` begins.
  func opening(_ text: UnsafeBufferPointer<UInt8>) -> Match? { longest(in: text, at: 0) }

  private func longest(in text: UnsafeBufferPointer<UInt8>, at start: Int) -> Match? {
    var node: Int32 = 0
    var best: Match?
    var at = start
    while at < text.count, let next = edge(from: node, text[at].lowercased) {
      node = next
      at += 1
      let endsWord = at >= text.count || !text[at].isWordByte || !text[at - 1].isWordByte
      if nameAt[Int(node)] >= 0, endsWord { best = Match(name: Int(nameAt[Int(node)]), range: start..<at) }
    }
    return best
  }

  private func edge(from node: Int32, _ byte: UInt8) -> Int32? {
    let found = edges[slot(of: Self.key(node, byte))]
    return found.key == 0 ? nil : found.node
  }

  private mutating func child(of node: Int32, _ byte: UInt8) -> Int32 {
    let slot = slot(of: Self.key(node, byte))
    if edges[slot].key == 0 {
      edges[slot] = (Self.key(node, byte), Int32(nameAt.count))
      nameAt.append(-1)
    }
    return edges[slot].node
  }

  /// Where the edge of a key is, or would be.
  private func slot(of key: UInt64) -> Int {
    let mask = edges.count - 1
    // Knuth's multiplicative hash; the upper bits are the good ones.
    var slot = Int(truncatingIfNeeded: key &* 0x9E37_79B9_7F4A_7C15 >> 32) & mask
    while edges[slot].key != 0, edges[slot].key != key { slot = (slot + 1) & mask }
    return slot
  }

  /// Never 0.
  private static func key(_ node: Int32, _ byte: UInt8) -> UInt64 {
    UInt64(UInt32(bitPattern: node) + 1) << 8 | UInt64(byte)
  }

  /// Where `mayBegin` tells of a text that begins with these bytes: the first two, or all of a character of three.
  private static func filter(_ first: UInt8, _ second: UInt8, _ third: UInt8) -> Int {
    first < 0xE0
      ? Int(first) << 8 | Int(second)
      : 0xE000 + (Int(first & 0x0F) << 12 | Int(second & 0x3F) << 6 | Int(third & 0x3F))
  }
}

extension String {
  /// Calls `body` with the bytes of the text where they are.
  func withBytes<Result>(_ body: (UnsafeBufferPointer<UInt8>) -> Result) -> Result {
    utf8.withContiguousStorageIfAvailable(body) ?? Array(utf8).withUnsafeBufferPointer(body)
  }
}

extension UInt8 {
  /// The byte in lower case when it is an ASCII capital.
  var lowercased: UInt8 { self &- 0x41 < 26 ? self | 0x20 : self }

  /// Bytes of the UTF-8 scalar that starts with this byte; 1 for a continuation byte.
  var scalarLength: Int { self < 0xC0 ? 1 : self < 0xE0 ? 2 : self < 0xF0 ? 3 : 4 }

  /// Whether it is an ASCII letter or digit.
  var isWordByte: Bool { (lowercased &- 0x61 < 26) || (self &- 0x30 < 10) }
}
