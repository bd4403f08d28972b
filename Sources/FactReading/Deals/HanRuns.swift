import NoteSyntax
import SourceText

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

  static let kind = Concept("account.kind")
  static let leadIn = Concept("account.lead-in")
  static let toward = Concept("account.toward")

  /// The runs in `text[range]`, in order; those that begin with an everyday pair of characters are left out.
  func runs(in range: Range<Int>, cues: ArraySlice<Cue>) -> [Run] {
    // Cues come by start: each start once, with the end of the longest.
    var leads: [(start: Int, end: Int)] = []
    var starts: [(at: Int, isDestination: Bool)] = []
    for cue in cues where cue.concept == Self.leadIn || cue.concept == Self.toward {
      let end = cue.range.upperBound
      if let last = leads.last, last.start == cue.range.lowerBound {
        leads[leads.count - 1].end = max(last.end, end)
      } else {
        leads.append((cue.range.lowerBound, end))
      }
      if cue.concept == Self.toward { starts.append((Self.pastAspect(end, in: text), true)) }
    }
    func leadEnd(at start: Int) -> Int? {
      if leads.isEmpty { return nil }
      let index = leads.firstIndexSorted { $0.start >= start }
      return index < leads.endIndex && leads[index].start == start ? leads[index].end : nil
    }
    var at = range.lowerBound
    while at < range.upperBound {
      guard isHan(at) else {
        at += text[at].scalarLength
        continue
      }
      starts.append((at, false))
      var end = at
      while let next = leadEnd(at: end), next < range.upperBound {
        end = next
        starts.append((end, false))
      }
      while at < range.upperBound, isHan(at) { at += 3 }
    }
    guard !starts.isEmpty else { return [] }
    if starts.count > 1 { starts.sort { ($0.at, $0.isDestination ? 0 : 1) < ($1.at, $1.isDestination ? 0 : 1) } }
    var runs: [Run] = []
    for (index, start) in starts.enumerated() where index == 0 || starts[index - 1].at != start.at {
      if leadEnd(at: start.at) == nil,
        let name = organisation(at: start.at, cues: cues, isDestination: start.isDestination)
      {
        runs.append(name)
      }
      if let run = run(at: start.at, limit: range.upperBound, isDestination: start.isDestination) { runs.append(run) }
    }
    return runs
  }

  /// Past a 了 or 过 behind a verb: 去了宏泰.
  private static func pastAspect(_ at: Int, in text: [UInt8]) -> Int {
    text[at...].prefix(3).elementsEqual("了".utf8) || text[at...].prefix(3).elementsEqual("过".utf8) ? at + 3 : at
  }

  /// The name at `start` that ends with what organisations' names end with: `康明制药`, `糖豆工作室`.
  private func organisation(at start: Int, cues: ArraySlice<Cue>, isDestination: Bool) -> Run? {
    var end: Int?
    for cue in cues where cue.concept == Self.kind && cue.range.lowerBound >= start + 3 {
      let from = end ?? start + 12
      guard cue.range.lowerBound <= from else { break }
      end = max(end ?? 0, cue.range.upperBound)
    }
    // 把宏泰科技 begins behind its verb, which is a start of its own.
    let hasVerb = cues.contains {
      $0.concept == Self.toward && $0.range.lowerBound > start && $0.range.upperBound < end ?? start
    }
    guard let end, end - start >= 9, !hasVerb, !stride(from: start, to: end, by: 3).contains(where: isParticle),
      (start..<end).allSatisfy({ text[$0] >= 0x80 }),
      stride(from: start, to: end, by: 3).allSatisfy(isHan)
    else { return nil }
    return Run(range: start..<end, end: .sure, isDestination: isDestination)
  }

  /// The Han run at `start`, unless it is shorter than two characters or begins as everyday language does.
  func run(at start: Int, limit: Int, isDestination: Bool) -> Run? {
    let start = afterNumber(at: start, limit: limit)
    var end = start
    while end < limit, end - start < Self.longest, isHan(end), end - start < 6 || !isParticle(end) { end += 3 }
    guard end - start >= 6 else { return nil }
    // A short run up to a full stop or 的 is a name as often as not; a long one is a clause.
    let isClosed = end - start <= 15 && (end >= limit || !isHan(end) || isParticle(end))
    if CommonWords.hanPairs.contains(text[start..<start + 6]) { return nil }
    return Run(range: start..<end, end: isClosed ? .pause : .open, isDestination: isDestination)
  }

  /// Past the number and its unit that stand at `start`: `九月三日`, `第二次`.
  func afterNumber(at start: Int, limit: Int) -> Int {
    var at = start
    while let next = pastOneNumber(at: at, limit: limit) { at = next }
    return at
  }

  private func pastOneNumber(at start: Int, limit: Int) -> Int? {
    var at = start
    while at + 3 <= limit, isHan(at), Self.numerals.contains(scalar(at)) { at += 3 }
    guard at > start, at + 3 <= limit, isHan(at), Self.units.contains(scalar(at)) else { return nil }
    return at + 3
  }

  /// Whether a character that no name contains and that ends one stands at `at`: 的, 了, a pronoun.
  func isParticle(_ at: Int) -> Bool { Self.particles.contains(scalar(at)) }

  private func scalar(_ at: Int) -> UInt32 {
    guard at + 2 < text.count else { return 0 }
    return UInt32(text[at] & 0x0F) << 12 | UInt32(text[at + 1] & 0x3F) << 6 | UInt32(text[at + 2] & 0x3F)
  }

  private static let numerals = HanSet("第一二三四五六七八九十两")
  private static let units = HanSet("年月日号点周天次个家台份期季度批轮")
  private static let particles = HanSet("的说是了把被也那这吗呢我你他她们")

  private static let activity = Concept("account.activity")

  /// Where a segment of Han text stops being a name: before what is done with the customer.
  static func nameEnd(of segment: Range<Int>, cues: ArraySlice<Cue>) -> Int {
    var end = segment.upperBound
    // The 会 of 雀园会馆 is no meeting. Cues come by start, longer ones first.
    var kindEnd = segment.lowerBound
    for cue in cues where segment.contains(cue.range.lowerBound) {
      if cue.concept == kind {
        kindEnd = max(kindEnd, cue.range.upperBound)
      } else if cue.concept == activity, cue.range.upperBound > kindEnd {
        end = min(end, cue.range.lowerBound)
      }
    }
    return end
  }

  /// Whether a Han character (U+4E00 to U+9FFF) begins at `at`.
  func isHan(_ at: Int) -> Bool {
    at + 2 < text.count && (0xE4...0xE9).contains(text[at])
  }
}
