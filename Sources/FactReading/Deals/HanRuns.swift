import NoteSyntax

/// Finds Han text that may begin with a name: the heads of clauses, and what follows a verb of going or meeting.
///
/// Han text has no word boundaries, so a run is all that can be told from one note; which beginning of it is a name,
/// the journal tells from how its runs branch.
struct HanRuns {
  let text: [UInt8]
  /// Longest run, in bytes: eight characters.
  static let longest = 24

  /// A run of Han text.
  struct Run {
    let range: Range<Int>
    let end: AccountMention.End
    let isDestination: Bool
  }

  private static let kind = Concept("account.kind")
  private static let leadIn = Concept("account.lead-in")
  private static let toward = Concept("account.toward")

  /// The runs in `text[range]`, in order; those that begin with an everyday pair of characters are left out.
  func runs(in range: Range<Int>, cues: [Cue]) -> [Run] {
    var leadEnds: [Int: Int] = [:]
    var starts: [(at: Int, isDestination: Bool)] = []
    for cue in cues where cue.concept == Self.leadIn || cue.concept == Self.toward {
      let end = cue.range.upperBound
      leadEnds[cue.range.lowerBound] = max(end, leadEnds[cue.range.lowerBound] ?? 0)
      if cue.concept == Self.toward { starts.append((end, true)) }
    }
    var at = range.lowerBound
    var isHead = true
    while at < range.upperBound {
      if isHan(at) {
        if isHead {
          starts.append((at, false))
          var end = at
          while let next = leadEnds[end], next < range.upperBound {
            end = next
            starts.append((end, false))
          }
        }
        isHead = false
      } else {
        isHead = true
      }
      at += text[at].scalarLength
    }
    var seen = Set<Int>()
    return
      starts
      .sorted { ($0.at, $0.isDestination ? 0 : 1) < ($1.at, $1.isDestination ? 0 : 1) }
      .filter { seen.insert($0.at).inserted }
      .flatMap { start -> [Run] in
        let run = run(at: start.at, limit: range.upperBound, isDestination: start.isDestination)
        let name =
          leadEnds[start.at] == nil
          ? organisation(at: start.at, cues: cues, isDestination: start.isDestination) : nil
        return [name, run].compactMap { $0 }
      }
  }

  /// The name at `start` that ends with what organisations' names end with: `康明制药`, `糖豆工作室`.
  private func organisation(at start: Int, cues: [Cue], isDestination: Bool) -> Run? {
    var end: Int?
    for cue in cues where cue.concept == Self.kind && cue.range.lowerBound >= start + 3 {
      let from = end ?? start + 12
      guard cue.range.lowerBound <= from else { break }
      end = max(end ?? 0, cue.range.upperBound)
    }
    guard let end, end - start >= 9, (start..<end).allSatisfy({ text[$0] >= 0x80 }),
      stride(from: start, to: end, by: 3).allSatisfy(isHan)
    else { return nil }
    return Run(range: start..<end, end: .sure, isDestination: isDestination)
  }

  /// The Han run at `start`, unless it is shorter than two characters or begins as everyday language does.
  func run(at start: Int, limit: Int, isDestination: Bool) -> Run? {
    var end = start
    while end < limit, end - start < Self.longest, isHan(end) { end += 3 }
    guard end - start >= 6 else { return nil }
    // A short run up to a full stop is a name as often as not; a long one is a clause.
    let isClosed = end - start <= 15 && (end >= limit || !isHan(end))
    if CommonWords.hanPairs.contains(text[start..<start + 6]) { return nil }
    return Run(range: start..<end, end: isClosed ? .pause : .open, isDestination: isDestination)
  }

  private static let activity = Concept("account.activity")

  /// Where a segment of Han text stops being a name: before what is done with the customer.
  static func nameEnd(of segment: Range<Int>, cues: [Cue]) -> Int {
    var end = segment.upperBound
    for cue in cues where cue.concept == activity && segment.contains(cue.range.lowerBound) {
      end = min(end, cue.range.lowerBound)
    }
    return end
  }

  /// Whether a Han character (U+4E00 to U+9FFF) begins at `at`.
  func isHan(_ at: Int) -> Bool {
    (0xE4...0xE9).contains(text[at]) && at + 2 < text.count
  }
}
