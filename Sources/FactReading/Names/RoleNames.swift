/// Finds people who are called by a function or kinship alone: 门卫, 她表弟, 小魏的老板, the CFO, her husband.
struct RoleNames {
  let scan: NameScan
  /// The other names of the sentence, ordered by start, without overlaps.
  let names: [NameCandidate]
  private let concepts = NameLexicon.concepts

  init(_ scan: NameScan, beside names: [NameCandidate]) {
    self.scan = scan
    self.names = names
  }

  /// Candidates by start; one whose owner is named begins with that name.
  func find() -> [NameCandidate] {
    var isTaken = [Bool](repeating: false, count: scan.count + 1)
    for name in names { for position in name.range { isTaken[position] = true } }
    var found: [NameCandidate] = []
    var at = 0
    while at < scan.count {
      let canBegin = scan.hasPhrase(at: at) || Self.isPronoun(scan.scalars[at])
      if canBegin, !isTaken[at], let candidate = han(at: at, isTaken) ?? english(at: at, isTaken) {
        found.append(candidate)
        at = max(candidate.end, at + 1)
      } else {
        at += 1
      }
    }
    return found
  }

  private func han(at position: Int, _ isTaken: [Bool]) -> NameCandidate? {
    guard HanSet.covers(scan.scalars[position]) else { return nil }
    // 我 你 他 她 您 before kinship make part of the name.
    if Self.isPronoun(scan.scalars[position]) {
      var next = position + 1
      if scan.scalar(next) == 0x7684 /* 的 */ { next += 1 }
      guard let end = function(at: next, isTaken) ?? scan.end(of: concepts.kinship, at: next), !isTaken[next],
        !isWithin(next, end)
      else { return nil }
      return candidate(position, next, end)
    }
    if let end = function(at: position, isTaken) {
      return candidate(whoseStart(before: position, isTaken), position, end)
    }
    // 采购的小姑娘, 前台小姑娘: the department belongs to the words.
    if let end = scan.end(of: concepts.department, at: position), !isWithin(position, end) {
      var next = end
      if [0x7684, 0x90A3].contains(scan.scalar(next)) { next += scan.scalar(next + 1) == 0x4E2A ? 2 : 1 }
      if let last = function(at: next, isTaken) { return candidate(position, next, last) }
    }
    return nil
  }

  private static func isPronoun(_ scalar: UInt32) -> Bool {
    switch scalar {
    case 0x6211, 0x4F60, 0x4ED6, 0x5979, 0x60A8: true
    default: false
    }
  }

  /// The end of a function or of kinship of more than one character at `position`, when no name follows right behind.
  private func function(at position: Int, _ isTaken: [Bool]) -> Int? {
    guard position < scan.count, !isTaken[position],
      let end = scan.phrases(at: position).lazy.map(scan.phrase).first(where: {
        $0.concept == concepts.role || $0.concept == concepts.kinship
      })?.end,
      end - position > 1, !isWithin(position, end), end == scan.count || !isTaken[end]
    else { return nil }
    return end
  }

  /// Where the owner of a function begins, when it stands right before: 小魏 of 小魏的老板, 吴总 of 吴总秘书.
  private func ownerStart(before position: Int) -> Int {
    let end = scan.scalar(position - 1) == 0x7684 /* 的 */ ? position - 1 : position
    return names.last { $0.end == end && HanSet.covers(scan.scalar($0.start)) }?.start ?? position
  }

  /// Where what tells a function's holder apart begins: 东机的 of 东机的工程师, 江汉路那个 of 江汉路那个店长; else where
  /// its owner does.
  private func whoseStart(before position: Int, _ isTaken: [Bool]) -> Int {
    let owner = ownerStart(before: position)
    guard owner == position, position > 0 else { return owner }
    var end = position
    // 个 位 of 那个, 那位
    if [0x4E2A, 0x4F4D].contains(scan.scalar(end - 1)), [0x90A3, 0x8FD9, 0x4E00].contains(scan.scalar(end - 2)) {
      end -= 2
    }
    if scan.scalar(end - 1) == 0x7684 /* 的 */ { end -= 1 }
    guard end < position else { return position }
    var start = end
    let never = NameLexicon.builtin.neverGiven
    while start > 0, end - start < 6, !isTaken[start - 1],
      HanSet.covers(scan.scalars[start - 1])
        && (!never.contains(scan.scalars[start - 1]) || NameLexicon.builtin.isPlaceEnd(scan.scalars[start - 1]))
        || NameScan.isLatinLetter(scan.scalars[start - 1])
    { start -= 1 }
    return end - start > 1 ? start : position
  }

  private func english(at position: Int, _ isTaken: [Bool]) -> NameCandidate? {
    let kinship = scan.end(of: concepts.englishKinship, at: position)
    guard let end = scan.end(of: concepts.englishRole, at: position) ?? kinship, end == scan.count || !isTaken[end],
      !scan.isJoined(position)
    else { return nil }
    if scan.scalar(position - 1) == 0x20, position > 1 {
      var start = position - 1
      while start > 0,
        NameScan.isLatinLetter(scan.scalars[start - 1]) || [0x27, 0x2019].contains(scan.scalars[start - 1])
      {
        start -= 1
      }
      let determiner = LatinNames.lowercased(scan.scalars[start..<position - 1])
      if determiner.hasSuffix("'s") || determiner.hasSuffix("’s") {
        return candidate(names.last { $0.end == position - 3 }?.start ?? start, position, end)
      }
      if Self.determiners.contains(determiner) { return candidate(start, position, end) }
      // the procurement woman, their QA lady, Bellamy's man
      if !isTaken[start], scan.scalar(start - 1) == 0x20, end - position < 24 {
        var first = start - 1
        while first > 0,
          NameScan.isLatinLetter(scan.scalars[first - 1]) || [0x27, 0x2019].contains(scan.scalars[first - 1])
        {
          first -= 1
        }
        let outer = LatinNames.lowercased(scan.scalars[first..<start - 1])
        if Self.determiners.contains(outer),
          NameLexicon.builtin.wordClass(scan.scalars[start..<position - 1]).rawValue & 3 == 0
        {
          return NameCandidate(
            start: first, end: end, form: .role, surname: nil, given: nil, title: start..<end, core: start..<end,
            isSure: false)
        }
      }
    }
    if HanSet.covers(scan.scalar(position - 1)) || HanSet.covers(scan.scalar(position - 2)), kinship == nil {
      return candidate(whoseStart(before: position, isTaken), position, end)
    }
    // Mom, Dad, Boss without more are used as names.
    guard LatinNames.isUpper(scan.scalars[position]), !LatinNames.isUpper(scan.scalar(position + 1)) else { return nil }
    return candidate(position, position, end)
  }

  private static let determiners: Set<String> = ["the", "a", "an", "one", "her", "his", "my", "their", "our"]

  private func candidate(_ start: Int, _ title: Int, _ end: Int) -> NameCandidate {
    NameCandidate(
      start: start, end: end, form: .role, surname: nil, given: nil, title: title..<end,
      core: start < title ? title..<end : nil, isSure: false)
  }

  /// Whether the words are part of a longer everyday word.
  private func isWithin(_ start: Int, _ end: Int) -> Bool {
    scan.stopStart(start) >= 0 && (scan.stopStart(start) < start || scan.stopEnd(start) > end)
  }
}
