/// Finds people who are called by a function or kinship alone: 门卫, 她表弟, 小魏的老板, the CFO, her husband.
struct RoleNames {
  let scan: NameScan
  private let concepts = NameLexicon.concepts

  init(_ scan: NameScan) { self.scan = scan }

  /// Candidates outside `names`, which are ordered by start and do not overlap.
  func find(outside names: [NameCandidate]) -> [NameCandidate] {
    var isTaken = [Bool](repeating: false, count: scan.count + 1)
    for name in names { for position in name.range { isTaken[position] = true } }
    var found: [NameCandidate] = []
    var at = 0
    while at < scan.count {
      if !isTaken[at], let candidate = han(at: at, isTaken) ?? english(at: at, isTaken) {
        found.append(candidate)
        at = candidate.end
      } else {
        at += 1
      }
    }
    return found
  }

  private func han(at position: Int, _ isTaken: [Bool]) -> NameCandidate? {
    guard HanSet.covers(scan.scalars[position]) else { return nil }
    // 我 你 他 她 您 before kinship make part of the name.
    if [0x6211, 0x4F60, 0x4ED6, 0x5979, 0x60A8].contains(scan.scalars[position]) {
      var next = position + 1
      if scan.scalar(next) == 0x7684 { next += 1 }
      guard let end = scan.end(of: concepts.kinship, at: next) ?? scan.end(of: concepts.role, at: next), !isTaken[next],
        !isWithin(next, end)
      else { return nil }
      return candidate(position, next, end)
    }
    guard
      let end = scan.end(of: concepts.role, at: position)
        ?? scan.end(of: concepts.kinship, at: position).flatMap({ $0 - position > 1 ? $0 : nil }),
      !isWithin(position, end), !isTaken[min(end, scan.count - 1)] || end == scan.count
    else { return nil }
    return candidate(position, position, end)
  }

  private func english(at position: Int, _ isTaken: [Bool]) -> NameCandidate? {
    guard
      let end = scan.end(of: concepts.englishRole, at: position) ?? scan.end(of: concepts.englishKinship, at: position),
      position > 1, scan.scalars[position - 1] == 0x20, !isTaken[position - 2],
      end >= scan.count || !isTaken[min(end + 1, scan.count)]
    else { return nil }
    // `the`, `her`, `Declan's`: without one it is no particular person.
    var start = position - 1
    while start > 0,
      NameScan.isLatinLetter(scan.scalars[start - 1]) || [0x27, 0x2019].contains(scan.scalars[start - 1])
    { start -= 1 }
    let determiner = LatinNames.lowercased(scan.scalars[start..<position - 1])
    let isPossessive =
      ["her", "his", "my", "their"].contains(determiner) || determiner.hasSuffix("'s") || determiner.hasSuffix("’s")
    let isKinship = scan.end(of: concepts.englishKinship, at: position) == end
    guard isPossessive || determiner == "the" && !isKinship else { return nil }
    return candidate(start, position, end)
  }

  private func candidate(_ start: Int, _ title: Int, _ end: Int) -> NameCandidate {
    NameCandidate(start: start, end: end, form: .role, surname: nil, given: nil, title: title..<end, isSure: false)
  }

  /// Whether the words are part of a longer everyday word.
  private func isWithin(_ start: Int, _ end: Int) -> Bool {
    scan.stopStart[start] >= 0 && (Int(scan.stopStart[start]) < start || Int(scan.stopEnd[start]) > end)
  }
}
