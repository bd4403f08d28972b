import SourceText

/// A tag of Rapport's own that was taken out of the text, so that the words read as they do without it.
struct LiftedTag {
  /// The text without its sign, folded.
  let name: String
  /// What stands behind it in brackets: `李总` and `plan` of `#need/driver(李总, plan)`.
  let details: [Mark.Detail]
  /// Where it stood in the text that is left.
  var at: Int
  /// Whether nothing but other tags stood before it on its line.
  let opensLine: Bool
  /// The whole tag in the file, brackets included.
  let span: Span
  let block: Int
}

extension NoteDraft {
  /// Takes Rapport's own tags out of the text, and the brackets of `[[links]]` that are still in it: a mark says something of
  /// the words beside it and is none of them, so that a note with marks reads as it does without.
  ///
  /// A line that holds nothing but tags stays, for it is all there is.
  mutating func liftMarks() {
    guard text.bytes.contains(0x23) || text.bytes.contains(0x5B) else { return }
    var cuts: [Range<Int>] = []
    var tags: [LiftedTag] = []
    var found: [(target: String, shown: Range<Int>)] = []
    text.bytes.withUnsafeBufferPointer { bytes in
      for (index, block) in blocks.enumerated() {
        let reader = MarkReader(bytes, block.text)
        var linked: [Range<Int>] = []
        for link in reader.links() {
          let start = link.target.lowerBound - 2
          cuts.append(start..<link.shown.lowerBound)
          cuts.append(link.shown.upperBound..<link.shown.upperBound + 2)
          found.append((String(decoding: bytes[link.target], as: UTF8.self), link.shown))
          linked.append(start..<link.shown.upperBound + 2)
        }
        let own = reader.ownTags().filter { tag in !linked.contains { $0.overlaps(tag.whole) } }
        lift(own, ofBlock: index, bytes, &cuts, &tags)
      }
    }
    guard !cuts.isEmpty else { return }
    cuts.sort { $0.lowerBound < $1.lowerBound }
    text.remove(cuts)
    let moved = Moved(cuts)
    for index in blocks.indices {
      blocks[index].text = text.trimmed(moved[blocks[index].text])
      for cell in blocks[index].cells.indices {
        blocks[index].cells[cell] = text.trimmed(moved[blocks[index].cells[cell]])
      }
    }
    struck = struck.map { moved[$0] }.filter { !$0.isEmpty }
    strong = strong.map { moved[$0] }.filter { !$0.isEmpty }
    links = (links + found).map { ($0.target, moved[$0.shown]) }.sorted { $0.shown.lowerBound < $1.shown.lowerBound }
    lifted = tags.map { tag in
      var tag = tag
      tag.at = moved[tag.at]
      return tag
    }
  }

  /// Cuts runs of tags out of one block, each with the blanks that set it off.
  private func lift(
    _ own: [MarkReader.OwnTag], ofBlock index: Int, _ bytes: UnsafeBufferPointer<UInt8>, _ cuts: inout [Range<Int>],
    _ tags: inout [LiftedTag]
  ) {
    let block = blocks[index].text
    var next = 0
    while next < own.count {
      var run = own[next].whole
      var last = next + 1
      while last < own.count, bytes[run.upperBound..<own[last].whole.lowerBound].allSatisfy({ $0 == 0x20 }) {
        run = run.lowerBound..<own[last].whole.upperBound
        last += 1
      }
      defer { next = last }
      var (start, end) = (run.lowerBound, run.upperBound)
      while start > block.lowerBound, bytes[start - 1] == 0x20 { start -= 1 }
      while end < block.upperBound, bytes[end] == 0x20 { end += 1 }
      let opensLine = start == block.lowerBound || bytes[start - 1] == 0x0A
      let closesLine = end == block.upperBound || bytes[end] == 0x0A
      if opensLine, closesLine { continue }
      // One blank still parts what the tags stood between, unless a full-width sign does.
      if !opensLine, !closesLine, end > run.upperBound, !endsWide(start) { end -= 1 }
      cuts.append(start..<end)
      for tag in own[next..<last] {
        tags.append(
          LiftedTag(
            name: String(decoding: bytes[tag.name], as: UTF8.self),
            details: tag.details.map { detail in
              Mark.Detail(
                text: text.string(detail), span: text.span(of: detail))
            }, at: start, opensLine: opensLine, span: text.span(of: tag.whole), block: index))
      }
    }
  }

  /// Whether a full-width sign of punctuation ends right before `offset`, as the file has it.
  private func endsWide(_ offset: Int) -> Bool {
    guard offset > 0 else { return false }
    var start = offset - 1
    while start > 0, text.bytes[start] & 0xC0 == 0x80 { start -= 1 }
    let scalar = text.bytes.withUnsafeBufferPointer { $0.scalar(at: start, end: offset).scalar }
    if scalar < 0x80 { return !UInt8(scalar).isASCIIAlphanumeric && text.span(of: start..<offset).count == 3 }
    return (0x3001...0x3011).contains(scalar) || (0x2014...0x2026).contains(scalar)
  }

  /// Where offsets lie when some ranges are gone.
  private struct Moved {
    private let cuts: [Range<Int>]
    /// For each cut, how many bytes are gone before it.
    private let before: [Int]

    init(_ cuts: [Range<Int>]) {
      self.cuts = cuts
      var sum = 0
      before = cuts.map { cut in
        defer { sum += cut.count }
        return sum
      }
    }

    subscript(offset: Int) -> Int {
      let next = cuts.firstIndexSorted { $0.lowerBound >= offset }
      guard next > 0 else { return offset }
      return offset - before[next - 1] - min(cuts[next - 1].count, offset - cuts[next - 1].lowerBound)
    }

    subscript(range: Range<Int>) -> Range<Int> { self[range.lowerBound]..<self[range.upperBound] }
  }
}
