import SourceText

/// The marked names of one sentence as the grammar of names sees them.
struct MarkedNameCandidates {
  private let scan: NameScan
  private var found: [(candidate: NameCandidate, others: [String])] = []

  /// Reads `marked`, which stand in the sentence, each by itself: the mark tells where a name begins and ends. What the
  /// grammar finds there in the sentence, it finds with the mark as well: `read`.
  init(_ scan: NameScan, marked: ArraySlice<MarkedNames.Name>, read: [NameCandidate], text: [UInt8]) {
    self.scan = scan
    for name in marked {
      guard let candidate = Self.candidate(for: name, in: scan, read: read, text: text) else { continue }
      found.append((candidate, name.others))
    }
  }

  /// Whether a candidate is one of the marked names.
  func include(_ candidate: NameCandidate) -> Bool { found.contains { $0.candidate.range == candidate.range } }

  /// The other names of the person that a candidate names.
  func others(of candidate: NameCandidate) -> [String] {
    found.first { $0.candidate.range == candidate.range }?.others ?? []
  }

  /// The marked names, and those of `candidates` that reach into none.
  func added(to candidates: [NameCandidate]) -> [NameCandidate] {
    guard !found.isEmpty else { return candidates }
    return candidates.filter { other in !found.contains { $0.candidate.range.overlaps(other.range) } }
      + found.map(\.candidate)
  }

  private static func candidate(
    for name: MarkedNames.Name, in scan: NameScan, read: [NameCandidate], text: [UInt8]
  ) -> NameCandidate? {
    guard let start = scan.position(ofByte: name.range.lowerBound),
      let end = scan.position(ofByte: name.range.upperBound), start < end
    else { return nil }
    let alone = NameScan(text, name.range)
    let known = grammatical(alone)
    let wholes = known.filter { $0.range == 0..<alone.count }
    let own = read.first { $0.range == start..<end }
    // 李博 is hardly Doctor Li.
    let whole = wholes.first { alone.isUsual($0) } ?? (own == nil ? wholes.first : nil)
    // Nothing tells where the name in `@李博说可以` ends but the grammar.
    let leading = known.filter { $0.start == 0 && name.sign == .mention }.max { $0.end < $1.end }
    if name.sign == .link {
      // A link leads to anything: only words that are built like a person's name, and like nothing else, are one.
      // `[[Hensel Maschinenbau]]` is two words with capitals as well.
      let isName = wholes.contains { $0.isSure || alone.isUsual($0) } || own?.isSure == true
      guard isName || name.others.contains(where: isName(linked:)) else { return nil }
    }
    // What was read there all the same is left as it is: that it is a person, the mark says.
    if let own, whole.map({ $0.form == own.form && $0.isSure == own.isSure }) ?? true { return own }
    if var candidate = whole ?? leading {
      candidate.shift(by: start)
      candidate.isSure = true
      return candidate
    }
    let length = name.sign == .mention ? alone.nameLength : alone.count
    return length > 0 ? plain(start, start + length, scan) : nil
  }

  private static func grammatical(_ scan: NameScan) -> [NameCandidate] {
    HanNames(scan).find() + LatinNames(scan, isLowerCase: false).find()
  }

  private static func isName(linked name: String) -> Bool {
    let bytes = Array(name.utf8)
    let scan = NameScan(bytes, bytes.indices)
    return grammatical(scan).contains { $0.range == 0..<scan.count && ($0.isSure || scan.isUsual($0)) }
  }

  /// Words that are a name because a mark says so: the last of several is the surname.
  private static func plain(_ start: Int, _ end: Int, _ scan: NameScan) -> NameCandidate {
    let blank = (start..<end).last { scan.scalars[$0] == 0x20 }
    guard let blank, blank > start, blank + 1 < end else {
      return NameCandidate(
        start: start, end: end, form: .given, surname: nil, given: start..<end, title: nil, isSure: true)
    }
    return NameCandidate(
      start: start, end: end, form: .full, surname: blank + 1..<end, given: start..<blank, title: nil, isSure: true)
  }
}

extension NameCandidate {
  /// Moves every position.
  fileprivate mutating func shift(by offset: Int) {
    func moved(_ range: Range<Int>?) -> Range<Int>? {
      range.map { $0.lowerBound + offset..<$0.upperBound + offset }
    }
    start += offset
    end += offset
    surname = moved(surname)
    given = moved(given)
    title = moved(title)
    core = moved(core)
  }
}

extension NameScan {
  /// Whether a candidate is a full name in Han characters that given names like.
  fileprivate func isUsual(_ candidate: NameCandidate) -> Bool {
    guard candidate.form == .full, let given = candidate.given, HanSet.covers(scalars[given.lowerBound]) else {
      return false
    }
    return given.allSatisfy { NameLexicon.builtin.usualGiven.contains(scalars[$0]) }
  }

  /// How many characters behind an `@` are a name that the grammar does not know: all of a word of other letters; of Han
  /// characters, two to four, up to a word that is none.
  fileprivate var nameLength: Int {
    guard HanSet.covers(scalar(0)) else { return count }
    let isCut = { position in
      self.stopStart(position) >= 0 || self.end(of: NameLexicon.concepts.speech, at: position) != nil
        || !HanSet.covers(self.scalars[position]) || NameLexicon.builtin.neverGiven.contains(self.scalars[position])
    }
    let length = (0..<count).first(where: isCut) ?? count
    return 2...4 ~= length ? length : 0
  }

  /// The position of the scalar that starts at a byte, or the end; nil within a scalar and outside the sentence.
  fileprivate func position(ofByte byte: Int) -> Int? {
    let position = offsets.firstIndexSorted { $0 >= byte }
    return position < offsets.count && offsets[position] == byte ? position : nil
  }
}
