/// Finds many names in text at once, ignoring ASCII case; the longest at each place, none inside another.
///
/// A trie over bytes whose edges live in one hash table; a filter on the first three bytes turns almost every
/// position away at once, so that the time hardly depends on the number of names.
struct NameMatcher {
  private var edges: [UInt64: Int32] = [:]
  private var nameAt: [Int32] = [-1]
  private var mayBegin = [Bool](repeating: false, count: 65_536)

  /// Takes names in lower case, of two bytes or more.
  init(_ names: [[UInt8]]) {
    for (index, name) in names.enumerated() where name.count >= 2 {
      var node: Int32 = 0
      for byte in name {
        let key = UInt64(UInt32(bitPattern: node)) << 8 | UInt64(byte)
        if let next = edges[key] {
          node = next
        } else {
          node = Int32(nameAt.count)
          edges[key] = node
          nameAt.append(-1)
        }
      }
      nameAt[Int(node)] = Int32(index)
      mayBegin[Self.filter(name[0], name[1])] = true
    }
  }

  /// Every name in `text`, in order, with its index in what the matcher was made of.
  func matches(in text: [UInt8]) -> [(name: Int, range: Range<Int>)] {
    var found: [(name: Int, range: Range<Int>)] = []
    var at = 0
    while at < text.count {
      let isInside = at > 0 && text[at].isWordByte && text[at - 1].isWordByte
      guard !isInside, at + 1 < text.count, mayBegin[Self.filter(text[at].lowercased, text[at + 1].lowercased)],
        let match = longest(in: text, at: at)
      else {
        at += 1
        continue
      }
      found.append(match)
      at = match.range.upperBound
    }
    return found
  }

  private func longest(in text: [UInt8], at start: Int) -> (name: Int, range: Range<Int>)? {
    var node: Int32 = 0
    var best: (name: Int, range: Range<Int>)?
    var at = start
    while at < text.count,
      let next = edges[UInt64(UInt32(bitPattern: node)) << 8 | UInt64(text[at].lowercased)]
    {
      node = next
      at += 1
      let endsWord = at >= text.count || !text[at].isWordByte || !text[at - 1].isWordByte
      if nameAt[Int(node)] >= 0, endsWord { best = (Int(nameAt[Int(node)]), start..<at) }
    }
    return best
  }

  private static func filter(_ first: UInt8, _ second: UInt8) -> Int { Int(first) << 8 | Int(second) }
}

extension UInt8 {
  /// The byte in lower case when it is an ASCII capital.
  var lowercased: UInt8 { self &- 0x41 < 26 ? self | 0x20 : self }

  /// Whether it is an ASCII letter or digit.
  var isWordByte: Bool { (lowercased &- 0x61 < 26) || (self &- 0x30 < 10) }
}
