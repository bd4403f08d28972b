import NoteSyntax
import SourceText

/// Tells what stands around the names of one sentence: titles beside them, names that mean the same person, and the
/// features from which `NameModel` judges.
struct NameContext {
  let scan: NameScan
  /// The names of the sentence, ordered by start, without overlaps.
  let names: [NameCandidate]
  let cues: ArraySlice<Cue>
  /// What `NameLexicon.functions` knows in the sentence.
  let functions: ArraySlice<Cue>
  /// The block of the sentence; nil for front matter.
  let block: Block?

  private var concepts: NameLexicon.Concepts { NameLexicon.concepts }

  /// The title or function that belongs to a name or stands beside it.
  func title(of index: Int) -> String {
    let name = names[index]
    let own = name.form != .familiar || name.surname != nil ? name.title : nil
    var title = ""
    var isFirst = true
    func add(_ part: Range<Int>?) {
      guard let part else { return }
      if !isFirst { title += " " }
      title += scan.folded(part)
      isFirst = false
    }
    add(functionBefore(name.start))
    add(own)
    add(scan.titleBehind(name.end))
    return title
  }

  /// The department or function right before a name: 采购 of 采购小吴, CFO of CFO陈立群.
  func functionBefore(_ start: Int) -> Range<Int>? {
    var end = start
    if scan.scalar(end - 1) == 0x20, NameScan.isLatinLetter(scan.scalar(end - 2)) { end -= 1 }
    if scan.start(of: Self.functions, endingAt: end) == nil { end = introduced(end) ?? end }
    guard var first = scan.start(of: Self.functions, endingAt: end) else { return nil }
    // 财务 + 总监
    if let more = scan.start(of: Self.departments, endingAt: first) { first = more }
    return first..<end
  }

  private static let departments = [NameLexicon.concepts.department]
  private static let functions =
    departments + [
      NameLexicon.concepts.title, NameLexicon.concepts.role, NameLexicon.concepts.englishTitle,
      NameLexicon.concepts.kinship,
    ]

  /// Where a function ends from which a word leads over to `position`: 老板叫, 采购的, 财务那个, `owner is`, `CFO,`.
  private func introduced(_ position: Int) -> Int? {
    var end = position
    switch scan.scalar(end - 1) {
    case 0x53EB, 0x662F, 0x7684, 0x3A, 0x7C:  // 叫 是 的 : |
      end -= 1
    case 0x4E2A where [0x90A3, 0x8FD9].contains(scan.scalar(end - 2)):  // 那个 这个
      end -= 2
    case 0x2C where !HanSet.covers(scan.scalar(end - 2)):
      end -= 1
    case 0x73 where scan.scalar(end - 2) == 0x69 && scan.scalar(end - 3) == 0x20:  // is
      end -= 3
    default: return nil
    }
    return scan.scalar(end - 1) == 0x20 ? end - 1 : end
  }

  /// Another name of the sentence that means the same person: the one in brackets behind, or the role beside.
  func alias(of index: Int) -> Int? {
    if index + 1 < names.count, isApposition(names[index], names[index + 1]) { return index + 1 }
    if index > 0, isApposition(names[index - 1], names[index]) { return index - 1 }
    return nil
  }

  private func isApposition(_ first: NameCandidate, _ second: NameCandidate) -> Bool {
    // `Declan's PA` holds the name of another.
    guard first.end <= second.start else { return false }
    let between = scan.scalars[first.end..<second.start]
    guard between.count <= 8 else { return false }
    let isRole = (first.form == .role) != (second.form == .role)
    if isRole, first.form == .role {
      // her husband Tom; 女儿方静; CFO, Priya Raman; 女儿叫方静
      return between.isEmpty
        || Self.betweenRoleAndName.contains { between.elementsEqual($0) }
    }
    if isRole { return Self.betweenNameAndRole.contains { between.elementsEqual($0) } }
    guard let open = between.first(where: { $0 != 0x20 }), open == 0x28 else { return false }
    let isOneSurname =
      first.surname.map { scan.folded($0) } == second.surname.map { scan.folded($0) } && first.surname != nil
      && (first.form == .full) != (second.form == .full)
    if isOneSurname { return true }
    // 丽姐（陈丽）, 林校长（Elaine）
    guard between.count <= 2, scan.scalar(second.end) == 0x29 else { return false }
    if first.given != nil, second.given != nil, first.form == .given {
      return scan.folded(second.given).hasSuffix(scan.folded(first.given))
    }
    return first.form == .titled && second.form == .given
  }

  private static let betweenRoleAndName: [[UInt32]] = [[0x20], [0x2C, 0x20], [0x53EB], [0x28], [0x20, 0x28]]
  private static let betweenNameAndRole: [[UInt32]] = [
    [0x2C, 0x20], [0x28], [0x20, 0x28], [0x3D], [0x20, 0x3D, 0x20], [0xFF0C],
  ]

  // MARK: Features

  /// Features of one name, each once, ascending; gathered in `features`, which is empty before and after.
  func features(of index: Int, title: String, label: String?, in features: inout NameFeatures) -> [UInt16] {
    let name = names[index]
    features.add("form:", name.form.rawValue, name.isSure ? "!" : "?")
    features.add("left:", scan.neighbour(before: name.start).rawValue)
    features.add("right:", scan.neighbour(behind: name.end).rawValue)
    words(around: name, &features)
    if !title.isEmpty { features.add(title: title) { Self.addTitle(title, &$0) } }
    if let label { features.add("label:", label) }
    structure(&features)
    functionsAround(name, &features)
    address(name, &features)
    neighbours(of: index, &features)
    for cue in cues {
      let isBefore = cue.range.upperBound <= scan.offsets[name.start]
      features.add(cue.concept, isBefore ? CueSigns.before : CueSigns.behind)
    }
    if let kind = wordKind(of: name) { features.add(kind) }
    frame(name, &features)
    if let given = name.given, HanSet.covers(scan.scalars[given.lowerBound]) {
      var hash = NameHash()
      hash.add("given:")
      hash.add(number: UInt32(given.count { NameLexicon.builtin.usualGiven.contains(scan.scalars[$0]) }))
      hash.add("/")
      hash.add(number: UInt32(given.count))
      hash.add(" ")
      hash.add(name.form.rawValue)
      features.add(hash)
    }
    return features.taken()
  }

  /// What kind of words frame an English name, and how it ends.
  private func frame(_ name: NameCandidate, _ features: inout NameFeatures) {
    guard name.form != .role, NameScan.isLatinLetter(scan.scalar(name.end - 1)) else { return }
    let before = scan.ending(at: name.start - 1)
    if before.contains(.before) { features.add(sign: "frame:before") }
    if before.contains(.place) { features.add(sign: "frame:place") }
    if scan.end(of: concepts.englishSpeech, at: name.end + 1) != nil { features.add(sign: "frame:speech") }
    if [0x27, 0x2019].contains(scan.scalar(name.end)) { features.add(sign: "frame:possessive") }
    let given = name.given ?? name.range
    guard given.count > 3, NameScan.isLatinLetter(scan.scalars[given.lowerBound]) else { return }
    features.add(sign: "ends:", scan.scalars[given.upperBound - 2..<given.upperBound])
    features.add(sign: "ends:", scan.scalars[given.upperBound - 1..<given.upperBound])
    features.add(sign: "begins:", scan.scalars[given.lowerBound..<given.lowerBound + 2])
  }

  private static let placesBefore: [StaticString] = ["b0:", "b1:", "b2:", "b3:"]
  private static let placesBehind: [StaticString] = ["a0:", "a1:", "a2:", "a3:"]

  private func words(around name: NameCandidate, _ features: inout NameFeatures) {
    var place = 0
    forEachWord(before: name.start) { word in
      features.add(word: Self.placesBefore[place], scan.scalars[word])
      features.add(word: "b:", scan.scalars[word])
      place += 1
    }
    if place == 0 { features.add(word: "b0:^", []) }
    place = 0
    forEachWord(behind: name.end) { word in
      features.add(word: Self.placesBehind[place], scan.scalars[word])
      features.add(word: "a:", scan.scalars[word])
      place += 1
    }
    if place == 0 { features.add(word: "a0:$", []) }
  }

  private static func addTitle(_ title: String, _ features: inout NameFeatures) {
    var whole = NameHash()
    whole.add("title:")
    whole.add(title)
    features.add(word: whole)
    features.add(sign: "title:any")
    let bytes = Array(title.utf8)
    for concept in NameFunctions.concepts(in: bytes) { features.add(concept, CueSigns.held) }
    var previous: NameHash?
    for scalar in title.unicodeScalars {
      // A Han character of a title and what follows it.
      if var pair = previous {
        pair.add(",")
        pair.add(number: scalar.value)
        features.add(word: pair)
      }
      previous = nil
      guard HanSet.covers(scalar.value) else { continue }
      var hash = NameHash()
      hash.add("tc:")
      hash.add(number: scalar.value)
      features.add(word: hash)
      previous = hash
    }
    for word in bytes.split(separator: 0x20) where word.first.map({ $0 < 0x80 }) == true {
      var hash = NameHash()
      hash.add("tw:")
      for byte in word { hash.add(byte) }
      features.add(word: hash)
    }
  }

  /// What the words of the sentence speak of, and on which side of the name.
  private func functionsAround(_ name: NameCandidate, _ features: inout NameFeatures) {
    let start = scan.offsets[name.start]
    let end = scan.offsets[name.end]
    for cue in functions {
      if cue.range.upperBound <= start {
        features.add(cue.concept, CueSigns.functionBefore)
        if start - cue.range.upperBound < 16 { features.add(cue.concept, CueSigns.functionJustBefore) }
      } else if cue.range.lowerBound >= end {
        features.add(cue.concept, CueSigns.functionBehind)
        if cue.range.lowerBound - end < 16 { features.add(cue.concept, CueSigns.functionJustBehind) }
      }
    }
  }

  /// Whether somebody speaks to the name, and in whose list it stands.
  private func address(_ name: NameCandidate, _ features: inout NameFeatures) {
    let isQuoted = [0x22, 0x201C, 0x300C, 0x27, 0x2018, 0x300E].contains(scan.scalar(name.start - 1))
    if isQuoted, [0x2C, 0x21, 0x3001, 0xFF0C].contains(scan.scalar(name.end)) { features.add(sign: "vocative") }
    // 你们胡师傅, 你这个小方
    if name.start > 0, scan.scalars[max(0, name.start - 3)..<name.start].contains(0x4F60) {
      features.add(sign: "yours")
    }
    let start = scan.offsets[name.start]
    let opener = functions.last { $0.range.upperBound <= start && Self.isList[Int($0.concept.index)] }
    guard let opener else { return }
    let from = scan.offsets.firstIndexSorted { $0 >= opener.range.upperBound }
    if scan.scalars[from..<name.start].contains(where: { [0x3B, 0x3002, 0xFF1B].contains($0) }) { return }
    // Between the opener and the name there is nothing but names and what separates them.
    var between = 0
    var at = from
    for other in names where other.end > from {
      between += words(in: at..<max(at, min(other.start, name.start)))
      at = max(at, other.end)
      if other.start >= name.start { break }
    }
    between += words(in: at..<max(at, name.start))
    features.add(opener.concept, between < 4 ? CueSigns.strictList : CueSigns.looseList)
  }

  /// For each concept of `NameLexicon.functions`, whether it opens a list of names.
  private static let isList = NameLexicon.builtin.functions.concepts.map { $0.hasPrefix("list.") }

  /// How many characters of a range belong to words.
  private func words(in range: Range<Int>) -> Int { range.count { NameScan.isWordScalar(scan.scalars[$0]) } }

  private func structure(_ features: inout NameFeatures) {
    guard let block else { return features.add(sign: "block:front") }
    switch block.kind {
    case .heading: features.add(sign: "block:heading")
    case .paragraph: break
    case .listItem(_, let task): features.add(sign: task == nil ? "block:item" : "block:task")
    case .tableRow: features.add(sign: "block:row")
    }
    if block.isQuote { features.add(sign: "block:quote") }
  }

  /// Whether names stand beside in a list, and how many the sentence has.
  private func neighbours(of index: Int, _ features: inout NameFeatures) {
    let name = names[index]
    if index > 0, names[index].start - names[index - 1].end <= 2 {
      features.add("list:after-", names[index - 1].form.rawValue)
    }
    if index + 1 < names.count, names[index + 1].start - names[index].end <= 2 {
      features.add(sign: "list:before-name")
    }
    features.add(sign: index == 0 ? "rank:first" : "rank:later")
    if name.start == 0 { features.add(sign: "at:start") }
  }

  private func wordKind(of name: NameCandidate) -> NameHash? {
    guard NameScan.isLatinLetter(scan.scalar(name.start)) else { return nil }
    let range = name.given ?? name.range
    let kind = NameLexicon.builtin.wordClass(scan.scalars[range].prefix { $0 != 0x20 })
    var hash = NameHash()
    hash.add("word:")
    hash.add(number: UInt32(kind.rawValue))
    hash.add(LatinNames.isUpper(scan.scalar(name.start)) ? "C" : "l")
    hash.add(name.form.rawValue)
    return hash
  }

  /// Up to three words before a position, nearest first; a Han character is a word, and so are two together: four at most.
  @inline(__always)
  private func forEachWord(before position: Int, _ body: (Range<Int>) -> Void) {
    var at = position
    var words = 0
    while at > 0, words < 3 {
      let scalar = scan.scalars[at - 1]
      if scalar == 0x20 {
        at -= 1
        continue
      }
      var start = at - 1
      if NameScan.isLatinLetter(scalar) {
        while start > 0, NameScan.isLatinLetter(scan.scalars[start - 1]) || scan.scalars[start - 1] == 0x27 {
          start -= 1
        }
      } else if HanSet.covers(scalar), at > 1, HanSet.covers(scan.scalars[at - 2]) {
        body(at - 2..<at)
        words += 1
      }
      body(start..<at)
      words += 1
      at = start
    }
  }

  /// Up to three words behind a position, nearest first, likewise.
  @inline(__always)
  private func forEachWord(behind position: Int, _ body: (Range<Int>) -> Void) {
    var at = position
    var words = 0
    while at < scan.count, words < 3 {
      let scalar = scan.scalars[at]
      if scalar == 0x20 {
        at += 1
        continue
      }
      var end = at + 1
      if NameScan.isLatinLetter(scalar) {
        while end < scan.count, NameScan.isLatinLetter(scan.scalars[end]) || scan.scalars[end] == 0x27 { end += 1 }
      } else if HanSet.covers(scalar), end < scan.count, HanSet.covers(scan.scalars[end]) {
        body(at..<at + 2)
        words += 1
      }
      body(at..<end)
      words += 1
      at = end
    }
  }
}
