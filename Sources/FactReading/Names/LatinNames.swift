/// The grammar of names written in Latin letters, in English sentences and among Han characters.
struct LatinNames {
  let scan: NameScan
  /// Whether the note's writer leaves out capitals.
  let isLowerCase: Bool
  let lexicon = NameLexicon.builtin
  let concepts = NameLexicon.concepts

  init(_ scan: NameScan, isLowerCase: Bool) {
    self.scan = scan
    self.isLowerCase = isLowerCase
  }

  /// Every candidate, by start; they do not overlap.
  func find() -> [NameCandidate] {
    let words = words()
    var found: [NameCandidate] = []
    var index = 0
    while index < words.count {
      if let (candidate, next) = name(in: words, at: index) {
        found.append(candidate)
        index = next
      } else {
        index += 1
      }
    }
    return found
  }

  // MARK: Names

  /// The name that starts with word `index`, and the first word behind it.
  private func name(in words: [Word], at index: Int) -> (NameCandidate, Int)? {
    if let titled = honorificName(in: words, at: index) { return titled }
    let word = words[index]
    if word.isCapital { return capitalName(in: words, at: index) }
    return lowerCaseName(in: words, at: index)
  }

  /// Dr. Alvarez, Lt Col Jess Reeve, Frau Nägele, Old Pete, our Phil.
  private func honorificName(in words: [Word], at index: Int) -> (NameCandidate, Int)? {
    let word = words[index]
    guard scan.end(of: concepts.honorific, at: word.start) != nil else { return nil }
    // `Lt Col` and `T/Supt` run over several words; the last honorific before the name counts.
    var first = index
    var title = word.start..<word.end
    while first < words.count, let end = scan.end(of: concepts.honorific, at: words[first].start) {
      title = word.start..<end
      first += 1
      while first < words.count, words[first].start < end { first += 1 }
      if first - index > 3 { break }
    }
    guard first < words.count, isGap(title.upperBound, words[first].start) else { return nil }
    let name = words[first]
    let lower = lower(word)
    let isKin = ["uncle", "auntie", "aunt", "aunty", "mama", "brother", "bro", "sis"].contains(lower)
    // Uncle Sam is Sam, and Uncle Wong is a Wong.
    let isFamiliar =
      ["old", "young", "big", "little", "our"].contains(lower)
      || isKin && !name.kind.isDisjoint(with: [.given, .ambiguousGiven])
    let isBareWord = [
      "father", "sister", "judge", "general", "chief", "lady", "lord", "di", "pc", "m", "acc", "major", "colonel",
      "brother", "bro", "sis", "mama", "canon", "pak", "haji", "ibu",
    ].contains(lower)
    if isBareWord && !word.isCapital { return nil }
    if name.isCapital {
      guard name.length == 1 || !isSentenceWord(name) || name.kind.contains(.ambiguousGiven) else { return nil }
      if isFamiliar, !name.kind.contains(.given), !name.kind.contains(.ambiguousGiven) { return nil }
      var last = first
      while !isFamiliar, last + 1 < words.count, last - first < 3, continues(words[last], words[last + 1]) { last += 1 }
      let end = last == first && name.length == 1 && scan.scalar(name.end) == 0x2E ? name.end : words[last].end
      let isOne = last == first
      let given = isFamiliar ? name.start..<name.end : isOne ? nil : words[first].start..<words[last - 1].end
      return (
        NameCandidate(
          start: word.start, end: end,
          form: isFamiliar ? .familiar : isOne && name.length == 1 ? .initials : isOne ? .titled : .full,
          surname: isFamiliar ? nil : words[last].start..<words[last].end, given: given, title: title, isSure: true),
        last + 1
      )
    }
    if isLowerCase, !isFamiliar, name.length > 2, !name.kind.contains(.common), !isInflected(name),
      !CommonWords.english.contains(self.lower(name).utf8)
    {
      return (
        NameCandidate(
          start: word.start, end: name.end, form: .titled, surname: name.start..<name.end, given: nil, title: title,
          isSure: true), first + 1
      )
    }
    guard isFamiliar || isLowerCase, name.kind.contains(.given), !name.kind.contains(.common) else { return nil }
    return (
      NameCandidate(
        start: word.start, end: name.end, form: .familiar, surname: nil, given: name.start..<name.end, title: title,
        isSure: true), first + 1
    )
  }

  /// Angela Moss, Sanjay, Tom K., Curt Van Zee, JP, and words of which other mentions must show that they are names.
  private func capitalName(in words: [Word], at index: Int) -> (NameCandidate, Int)? {
    let first = words[index]
    if first.length == 1 { return letterAndTitle(first, index) ?? abbreviatedGiven(in: words, at: index) }
    guard !isDate(words, at: index) else { return nil }
    // Mom, Boss: `RoleNames` takes these.
    if scan.end(of: concepts.englishKinship, at: first.start) == first.end { return nil }
    guard !isSentenceWord(first) || first.kind.contains(.ambiguousGiven) || first.kind.contains(.given) else {
      return nil
    }
    if first.isAllCapitals, first.length > 3, !first.kind.contains(.given) { return nil }
    var last = index
    while last + 1 < words.count, last - index < 3, continues(words[last], words[last + 1]) { last += 1 }
    let isGiven = first.kind.contains(.given)
    if last > index {
      // `Meridian Health` is an organisation; so is what ends in Ltd.
      let isOrganisation = words[index...last].contains { word in
        (word.start != first.start || !isGiven)
          && scan.end(of: concepts.organisation, at: word.start).map { $0 >= word.end } == true
      }
      if isOrganisation { return nil }
      let isAbbreviated = words[last].length == 1
      let end = words[last].end
      let candidate = NameCandidate(
        start: first.start, end: end, form: .full, surname: words[last].start..<words[last].end,
        given: first.start..<words[last - 1].end, title: nil,
        isSure: isGiven || hasTitle(around: first.start, end) || isAbbreviated && first.kind.contains(.ambiguousGiven)
          || isToldOf(end))
      return (extendedIntoHan(candidate), last + 1)
    }
    if first.isAllCapitals, !isGiven {
      guard first.length == 2, !first.kind.contains(.common),
        scan.end(of: concepts.englishTitle, at: first.start) == nil
      else { return nil }
      return (
        NameCandidate(
          start: first.start, end: first.end, form: .initials, surname: nil, given: nil, title: nil, isSure: false),
        index + 1
      )
    }
    // Lorna somebody, Bill something; Varun sir, Manjit ji.
    var end = first.end
    var isAddressed = false
    if index + 1 < words.count, isGap(first.end, words[index + 1].start), 2...9 ~= words[index + 1].length {
      let next = lower(words[index + 1])
      isAddressed = Self.addresses.contains(next)
      if isAddressed || ["somebody", "something", "someone"].contains(next) { end = words[index + 1].end }
    }
    let isStart = isSentenceStart(first.start)
    var candidate = NameCandidate(
      start: first.start, end: end, form: .given, surname: nil, given: first.start..<first.end, title: nil,
      core: end > first.end ? first.start..<first.end : nil,
      isSure: isGiven && !first.kind.contains(.common)
        || !isStart && !first.kind.isDisjoint(with: [.given, .ambiguousGiven])
          && !scan.ending(at: first.start).contains(.place)
        || isAddressed || hasTitle(around: first.start, first.end))
    if end == first.end { candidate = extendedIntoHan(candidate) }
    return (candidate, index + 1)
  }

  /// L先生, Z太, 老L.
  private func letterAndTitle(_ letter: Word, _ index: Int) -> (NameCandidate, Int)? {
    let fore: [UInt32] = [0x963F, 0x5C0F, 0x8001, 0x5927]
    let isFamiliar = fore.contains(scan.scalar(letter.start - 1)) && !HanSet.covers(scan.scalar(letter.start - 2))
    var candidate = NameCandidate(
      start: isFamiliar ? letter.start - 1 : letter.start, end: letter.end, form: .initials, surname: nil,
      given: letter.start..<letter.end, title: nil, isSure: false)
    if let end = scan.end(of: concepts.title, at: letter.end), scan.stopStart(letter.end) < 0,
      !scan.isJoined(letter.start)
    {
      candidate.title = letter.end..<end
      candidate.end = end
    } else if !isFamiliar {
      return nil
    }
    return (candidate, index + 1)
  }

  /// K. Mottram.
  private func abbreviatedGiven(in words: [Word], at index: Int) -> (NameCandidate, Int)? {
    let first = words[index]
    guard scan.scalar(first.end) == 0x2E, index + 1 < words.count, continues(first, words[index + 1]),
      words[index + 1].length > 2, !words[index + 1].kind.contains(.common)
    else { return nil }
    let surname = words[index + 1].start..<words[index + 1].end
    return (
      NameCandidate(
        start: first.start, end: surname.upperBound, form: .full, surname: surname, given: first.start..<first.end,
        title: nil, isSure: true), index + 2
    )
  }

  /// tony marchetti, lou, in notes without capitals; a well-known name in any note.
  private func lowerCaseName(in words: [Word], at index: Int) -> (NameCandidate, Int)? {
    let word = words[index]
    guard word.length > 1, word.kind.contains(.given) || word.kind.contains(.ambiguousGiven), !scan.isJoined(word.start)
    else { return isLowerCase ? unknownWord(in: words, at: index) : nil }
    let isPlain = word.kind.contains(.given) && !word.kind.contains(.common)
    var end = word.end
    var surname: Range<Int>?
    var next = index + 1
    if next < words.count, word.wholeEnd == word.end, isGap(word.end, words[next].start), words[next].kind.isEmpty,
      words[next].length > 2, isPlain || isLowerCase, !isInflected(words[next]),
      scan.end(of: concepts.englishSpeech, at: words[next].start) == nil,
      scan.end(of: concepts.englishTitle, at: words[next].start) == nil
    {
      surname = words[next].start..<words[next].end
      end = words[next].end
      next += 1
    }
    let isFramed =
      !scan.ending(at: word.start - 1).isDisjoint(with: [.before])
      || scan.end(of: concepts.englishSpeech, at: word.end + 1) != nil
    guard isPlain || isLowerCase && (surname != nil || isFramed) else { return nil }
    return (
      NameCandidate(
        start: word.start, end: end, form: surname == nil ? .given : .full, surname: surname,
        given: word.start..<word.end,
        title: nil, isSure: isPlain && surname == nil && isLowerCase), next
    )
  }

  /// hallie, osman: in notes without capitals, a word that no other journal uses, where a person may stand.
  private func unknownWord(in words: [Word], at index: Int) -> (NameCandidate, Int)? {
    let word = words[index]
    guard word.kind.isEmpty, word.length > 2, word.length < 12, !isInflected(word), !scan.isJoined(word.start),
      !CommonWords.english.contains(lower(word).utf8), scan.scalar(word.end) != 0x40
    else { return nil }
    let isFramed =
      scan.ending(at: word.start - 1).contains(.before) || isSentenceStart(word.start)
      || scan.end(of: concepts.englishSpeech, at: word.end + 1) != nil || word.wholeEnd > word.end
      || scan.titleBehind(word.end) != nil
    guard isFramed else { return nil }
    var end = word.end
    var surname: Range<Int>?
    var next = index + 1
    if next < words.count, word.wholeEnd == word.end, isGap(word.end, words[next].start), words[next].kind.isEmpty,
      words[next].length > 3, !isInflected(words[next]), !CommonWords.english.contains(lower(words[next]).utf8)
    {
      surname = words[next].start..<words[next].end
      end = words[next].end
      next += 1
    }
    return (
      NameCandidate(
        start: word.start, end: end, form: surname == nil ? .given : .full, surname: surname,
        given: word.start..<word.end, title: nil, isSure: false), next
    )
  }

  /// Whether a word ends as verbs do, or is shortened: paused, saying, dm'd.
  private func isInflected(_ word: Word) -> Bool {
    let letters = scan.scalars[word.start..<word.end]
    return letters.suffix(2).elementsEqual([0x65, 0x64]) || letters.suffix(3).elementsEqual([0x69, 0x6E, 0x67])
      || letters.contains(0x27)
  }

  /// Michelle 苏, Grace 程若, Tony张, Tony总, 阿May.
  private func extendedIntoHan(_ candidate: NameCandidate) -> NameCandidate {
    var candidate = candidate
    if candidate.start > 0, [0x963F, 0x5C0F, 0x8001].contains(scan.scalars[candidate.start - 1]) {
      candidate.start -= 1
    }
    var at = candidate.end
    let isSpaced = scan.scalar(at) == 0x20
    if isSpaced { at += 1 }
    guard HanSet.covers(scan.scalar(at)) else { return candidate }
    if let end = scan.end(of: concepts.title, at: at), scan.stopStart(at) < 0 {
      if scan.has(concepts.weakTitle, from: at, to: end) { return candidate }
      if isSpaced {
        // Mei 姐, Yokoi 部长; but `Sales 总监` is no name.
        guard !lexicon.wordClass(scan.scalars[candidate.start..<candidate.end]).contains(.common),
          scan.neighbour(behind: end) != .other
        else { return candidate }
        if candidate.core == nil { candidate.core = candidate.start..<candidate.end }
      }
      candidate.title = at..<end
      candidate.end = end
      candidate.isSure = true
      return candidate
    }
    guard lexicon.surnames.contains(scan.scalars[at]), scan.stopStart(at) < 0, candidate.surname == nil else {
      return candidate
    }
    var end = at + 1
    if HanSet.covers(scan.scalar(end)), scan.neighbour(behind: end) == .other,
      !lexicon.neverGiven.contains(scan.scalars[end]),
      scan.stopStart(end) < 0, scan.neighbour(behind: end + 1) != .other
    {
      end += 1
    }
    guard scan.neighbour(behind: end) != .other else { return candidate }
    candidate.surname = at..<end
    candidate.end = end
    candidate.isSure = true
    return candidate
  }

  // MARK: Tests

  /// Whether `next` goes on with the name that `word` is part of: another capital, a particle or an initial.
  private func continues(_ word: Word, _ next: Word) -> Bool {
    guard word.end == word.wholeEnd, !isShortened(next) else { return false }
    let isInitial = word.length == 1 && scan.scalar(word.end) == 0x2E
    guard isGap(isInitial ? word.end + 1 : word.end, next.start) else { return false }
    if isLowerCase, word.isAllCapitals, next.kind.isEmpty, next.length > 2 { return true }
    guard next.isCapital else { return false }
    // Keisha I'd met, Marijke OK'd it.
    let isI = scan.scalars[next.start] | 0x20 == 0x69
    if next.length == 1 { return !isI && !scan.isJoined(next.start) }
    if isI, [0x27, 0x2019].contains(scan.scalars[next.start + 1]) { return false }
    if next.isAllCapitals { return word.kind.contains(.given) && next.length > 3 && next.kind.isEmpty }
    // Called Gwen Weds: the day on which it was.
    if 3...9 ~= next.length, Self.days.contains(lower(next)) { return false }
    return !(next.kind.contains(.common) && scan.end(of: concepts.englishSpeech, at: next.start) != nil)
      && scan.end(of: concepts.honorific, at: next.start) == nil
  }

  /// Days of the week, but for Sun, Mon and Sat, which are surnames.
  private static let days: Set<String> = [
    "monday", "tuesday", "tue", "tues", "wednesday", "wed", "weds", "thursday", "thu", "thur", "thurs", "friday", "fri",
    "saturday", "sunday",
  ]

  /// Forms of address behind a name, as in India.
  private static let addresses: Set<String> = ["sir", "ji", "madam", "bhai", "sahib", "saab", "garu"]

  /// Whether a word ends in 'd, 'll or the like: I'd, OK'd.
  private func isShortened(_ word: Word) -> Bool {
    let letters = scan.scalars[word.start..<word.end]
    guard let mark = letters.lastIndex(where: { $0 == 0x27 || $0 == 0x2019 }) else { return false }
    let rest = letters[(mark + 1)...]
    return [[0x64], [0x6D], [0x6C, 0x6C], [0x76, 0x65]].contains { rest.elementsEqual($0) }
  }

  /// A space and nothing else, emphasis that begins or ends there included.
  private func isGap(_ end: Int, _ start: Int) -> Bool {
    start == end + 1 && scan.scalar(end) == 0x20 && !scan.isEdge(end) && !scan.isEdge(start)
  }

  /// An everyday word that is written with a capital because a sentence, a heading or a label begins.
  private func isSentenceWord(_ word: Word) -> Bool {
    word.kind.contains(.common)
      || scan.end(of: concepts.organisation, at: word.start).map { $0 >= word.end } == true
        && !word.kind.contains(.given)
  }

  /// Whether a word that is also a month stands beside a number.
  private func isDate(_ words: [Word], at index: Int) -> Bool {
    let word = words[index]
    // j a m
    guard 3...6 ~= word.length, [0x6A, 0x61, 0x6D].contains(scan.scalars[word.start] | 0x20),
      ["jan", "april", "may", "june", "august", "mar"].contains(lower(word))
    else { return false }
    let isDigit = { (scalar: UInt32) in (0x30...0x39).contains(scalar) }
    let end = scan.scalar(word.end) == 0x2E ? word.end + 1 : word.end
    guard !HanSet.covers(scan.scalar(word.start - 1)) else { return false }
    return isDigit(scan.scalar(end + 1)) || isDigit(scan.scalar(word.start - 2))
      || scan.ending(at: word.start - 1).contains(.place)
  }

  private func isSentenceStart(_ position: Int) -> Bool {
    var at = position - 1
    while at >= 0, [0x20, 0x2A, 0x22, 0x27, 0x201C, 0x2018, 0x28, 0x2D].contains(scan.scalars[at]) { at -= 1 }
    return at < 0 || [0x2E, 0x21, 0x3F, 0x3A].contains(scan.scalars[at])
  }
}
