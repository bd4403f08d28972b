/// The grammar of names written in Han characters: surname and title, full names, familiar forms.
///
/// It looks for the longest match at each character and proposes generously; what a place does not show by itself is
/// left to the journal, where the same name may be borne out elsewhere.
struct HanNames {
  let scan: NameScan
  private let lexicon = NameLexicon.builtin
  private let concepts = NameLexicon.concepts

  init(_ scan: NameScan) { self.scan = scan }

  /// Every candidate, by start; candidates may overlap.
  func find() -> [NameCandidate] {
    var found: [NameCandidate] = []
    for position in 0..<scan.count where HanSet.covers(scan.scalars[position]) {
      if let candidate = surnameTold(at: position) { found.append(candidate) }
      if isInEverydayWord(position) { continue }
      let surname = surname(at: position)
      let titled = surname.flatMap { surnameAndTitle(at: position, $0) } ?? unlistedSurname(at: position)
      if let titled { found.append(titled) }
      if let surname {
        if let candidate = fullName(at: position, surname) { found.append(candidate) }
        if let candidate = surnameAndDepartment(at: position, surname) { found.append(candidate) }
      }
      if let candidate = familiarForm(at: position) { found.append(candidate) }
      if let candidate = givenAndTitle(at: position, isSurname: surname != nil) { found.append(candidate) }
      if let candidate = doubled(at: position) { found.append(candidate) }
    }
    return found
  }

  // MARK: Surname

  private typealias Surname = (end: Int, isPlain: Bool)

  /// The surname that starts at `position`, and whether it is hardly ever another word.
  private func surname(at position: Int) -> Surname? {
    let first = scan.scalar(position)
    if position + 1 < scan.count, lexicon.doubleSurnameHeads.contains(first),
      lexicon.doubleSurnames.contains(UInt64(first) << 32 | UInt64(scan.scalars[position + 1]))
    {
      return (position + 2, true)
    }
    guard lexicon.surnames.contains(first) else { return nil }
    return (position + 1, !lexicon.wordSurnames.contains(first))
  }

  /// The title at `position`, the longest that no everyday word reaches into.
  private func title(at position: Int, afterPlainSurname isPlain: Bool) -> (end: Int, isWeak: Bool, isShort: Bool)? {
    for number in scan.phrases(at: position) where scan.phrase(number).concept == concepts.title {
      let end = scan.phrase(number).end
      // 王总价 is not 王总: a word begins inside the title and goes on behind it.
      let isCut = (position..<end).contains { inside in
        scan.stopStart(inside) == inside && scan.stopEnd(inside) > end
          || !isPlain && (scan.end(of: concepts.softStop, at: inside) ?? 0) > end
      }
      if isCut { continue }
      return (
        end, scan.has(concepts.weakTitle, from: position, to: end),
        scan.has(concepts.shortTitle, from: position, to: end)
      )
    }
    return nil
  }

  // MARK: Forms

  /// 王总, 欧阳主任, 黄太.
  private func surnameAndTitle(at position: Int, _ surname: Surname) -> NameCandidate? {
    guard let title = title(at: surname.end, afterPlainSurname: surname.isPlain) else { return nil }
    let left = scan.neighbour(before: position)
    let right = scan.neighbour(behind: title.end)
    var isSure = true
    if title.isWeak { isSure = surname.isPlain && right != .other && left != .other }
    if !surname.isPlain && title.isShort { isSure = isSure && (left != .other || right == .personal) }
    return NameCandidate(
      start: position, end: title.end, form: .titled, surname: position..<surname.end, given: nil,
      title: surname.end..<title.end, isSure: isSure)
  }

  /// 逄部长, 栗总 and the like: a character that no list of surnames has, where a person may stand.
  private func unlistedSurname(at position: Int) -> NameCandidate? {
    let scalar = scan.scalars[position]
    guard scan.hasPhrase(at: position + 1), !lexicon.surnames.contains(scalar),
      !lexicon.neverSurname.contains(scalar), let title = title(at: position + 1, afterPlainSurname: false),
      !title.isWeak,
      // 太太 is an everyday word and a title.
      !isInEverydayWord(position + 1)
        || scan.stopStart(position + 1) > position && scan.stopEnd(position + 1) == title.end
    else { return nil }
    let left = scan.neighbour(before: position)
    guard left != .other || lexicon.isPlaceEnd(scan.scalar(position - 1)),
      !title.isShort || scan.neighbour(behind: title.end) != .other
    else { return nil }
    for concept in [concepts.title, concepts.role, concepts.department, concepts.kinship, concepts.softStop]
    where scan.end(of: concept, at: position).map({ $0 > position + 1 }) == true { return nil }
    return NameCandidate(
      start: position, end: title.end, form: .titled, surname: position..<position + 1, given: nil,
      title: position + 1..<title.end, isSure: false)
  }

  /// 郎质量, 马记账: a surname and what somebody looks after.
  private func surnameAndDepartment(at position: Int, _ surname: Surname) -> NameCandidate? {
    guard scan.neighbour(before: position) != .other, let end = scan.end(of: concepts.department, at: surname.end),
      end - surname.end == 2,
      HanSet.covers(scan.scalars[surname.end]), scan.neighbour(behind: end) == .personal
    else { return nil }
    return NameCandidate(
      start: position, end: end, form: .titled, surname: position..<surname.end, given: nil, title: surname.end..<end,
      isSure: false)
  }

  /// 露露, 憨憨: a character twice, where a person may stand.
  private func doubled(at position: Int) -> NameCandidate? {
    let scalar = scan.scalars[position]
    guard scan.scalar(position + 1) == scalar, scan.scalar(position + 2) != scalar, scan.scalar(position - 1) != scalar,
      !lexicon.neverGiven.contains(scalar), scan.neighbour(before: position) != .other,
      scan.neighbour(behind: position + 2) != .other
    else { return nil }
    return NameCandidate(
      start: position, end: position + 2, form: .given, surname: nil, given: position..<position + 2, title: nil,
      isSure: false)
  }

  /// 王立群, 王立群副局长, 采购经理王芳.
  private func fullName(at position: Int, _ surname: Surname) -> NameCandidate? {
    var best: (fit: Int, candidate: NameCandidate)?
    for length in stride(from: 2, to: 0, by: -1) {
      let end = surname.end + length
      guard end <= scan.count, (surname.end..<end).allSatisfy(canBeGiven) else { continue }
      if let title = title(at: end, afterPlainSurname: surname.isPlain), !title.isWeak,
        !title.isShort || surname.isPlain
      {
        return NameCandidate(
          start: position, end: title.end, form: .full, surname: position..<surname.end, given: surname.end..<end,
          title: end..<title.end, core: position..<end,
          isSure: surname.isPlain || scan.neighbour(before: position) != .other)
      }
      let left = scan.neighbour(before: position)
      let right = scan.neighbour(behind: end)
      let isUsual = (surname.end..<end).allSatisfy { lexicon.usualGiven.contains(scan.scalars[$0]) }
      let isFramed = left != .other && right != .other
      guard isFramed || isUsual && surname.isPlain || surname.isPlain && (left != .other || right != .other) else {
        continue
      }
      // Of 金瑾倒 and 金瑾, the one that ends where a person's name may end and holds what names hold.
      let fit = (isUsual ? 2 : 0) + (right == .other ? 0 : right == .personal ? 3 : 2)
      if let best, best.fit >= fit { continue }
      let isSure =
        isFramed
        && (left == .function || hasTitleInBrackets(at: end)
          || left == .personal && right == .personal && surname.isPlain)
      best = (
        fit,
        NameCandidate(
          start: position, end: end, form: .full, surname: position..<surname.end, given: surname.end..<end, title: nil,
          isSure: isSure)
      )
    }
    return best?.candidate
  }

  /// 老孙, 小吴总, 大刘, 阿辉, 小雨.
  private func familiarForm(at position: Int) -> NameCandidate? {
    guard scan.end(of: concepts.fore, at: position) != nil, position + 1 < scan.count else { return nil }
    let next = position + 1
    guard !isInEverydayWord(next) || scan.stopStart(next) < next else { return nil }
    let left = scan.neighbour(before: position)
    let fore = scan.scalars[position]
    if let surname = surname(at: next), fore != 0x963F /* 阿 */ {
      var end = surname.end
      var title: Range<Int>?
      if let found = self.title(at: end, afterPlainSurname: surname.isPlain), !found.isWeak {
        title = end..<found.end
        end = found.end
      }
      let right = scan.neighbour(behind: end)
      let isSure =
        title != nil
        || (fore == 0x5927 /* 大 */
          ? left != .other && right == .personal
          : surname.isPlain ? left != .other || right != .other : left != .other && right != .other)
      return NameCandidate(
        start: position, end: end, form: .familiar, surname: next..<surname.end, given: nil, title: title,
        isSure: isSure)
    }
    guard canBeGiven(next), scan.end(of: concepts.title, at: next) == nil else { return nil }
    let right = scan.neighbour(behind: next + 1)
    guard fore == 0x963F ? left != .other || right != .other : left != .other && right != .other else { return nil }
    return NameCandidate(
      start: position, end: next + 1, form: .familiar, surname: nil, given: next..<next + 1, title: nil,
      isSure: right == .personal && left != .other && fore == 0x963F)
  }

  /// 丽姐, 标哥, 建国总, 若冰律师: a given name and a title, told apart from a word by the journal's full names.
  private func givenAndTitle(at position: Int, isSurname: Bool) -> NameCandidate? {
    guard canBeGiven(position) else { return nil }
    if let end = scan.end(of: concepts.title, at: position + 1), end == position + 2,
      Self.isKin(scan.scalars[position + 1]), !isSurname, scan.end(of: concepts.fore, at: position) == nil,
      scan.end(of: concepts.kinship, at: position) == nil
    {
      return NameCandidate(
        start: position, end: end, form: .given, surname: nil, given: position..<position + 1,
        title: position + 1..<end,
        isSure: scan.neighbour(before: position) != .other || scan.neighbour(behind: end) == .personal)
    }
    if !isSurname, let alone = givenAlone(at: position) { return alone }
    guard scan.hasPhrase(at: position + 2), canBeGiven(position + 1),
      let title = title(at: position + 2, afterPlainSurname: false), !title.isWeak,
      scan.neighbour(before: position) != .other, scan.end(of: concepts.department, at: position) == nil,
      scan.end(of: concepts.title, at: position) == nil
    else { return nil }
    return NameCandidate(
      start: position, end: title.end, form: .given, surname: nil, given: position..<position + 2,
      title: position + 2..<title.end, isSure: false)
  }

  /// 晓雯, 若冰: two characters that given names like, framed as a person.
  private func givenAlone(at position: Int) -> NameCandidate? {
    let end = position + 2
    guard end <= scan.count, lexicon.usualGiven.contains(scan.scalars[position]),
      lexicon.usualGiven.contains(scan.scalars[position + 1]), canBeGiven(position + 1),
      scan.neighbour(before: position) != .other, scan.neighbour(behind: end) == .personal,
      scan.end(of: concepts.fore, at: position) == nil, scan.end(of: concepts.before, at: position) == nil
    else { return nil }
    return NameCandidate(
      start: position, end: end, form: .given, surname: nil, given: position..<end, title: nil, isSure: false)
  }

  /// 老板姓沙, 姓周的.
  private func surnameTold(at position: Int) -> NameCandidate? {
    guard scan.scalars[position] == 0x59D3 /* 姓 */, let surname = surname(at: position + 1) else { return nil }
    let start = scan.start(of: [concepts.role, concepts.title, concepts.kinship], endingAt: position)
    if let start {
      return NameCandidate(
        start: start, end: surname.end, form: .titled, surname: position + 1..<surname.end, given: nil,
        title: start..<position, isSure: true)
    }
    guard scan.scalar(surname.end) == 0x7684 /* 的 */ else { return nil }
    var end = surname.end + 1
    var title: Range<Int>?
    if let found = scan.end(of: concepts.role, at: end) ?? scan.end(of: concepts.title, at: end) {
      title = end..<found
      end = found
    }
    return NameCandidate(
      start: position, end: end, form: .titled, surname: position + 1..<surname.end, given: nil, title: title,
      isSure: true)
  }

  // MARK: Tests

  private func isInEverydayWord(_ position: Int) -> Bool { scan.stopStart(position) >= 0 }

  private func canBeGiven(_ position: Int) -> Bool {
    guard position < scan.count, HanSet.covers(scan.scalars[position]),
      !lexicon.neverGiven.contains(scan.scalars[position]),
      !isInEverydayWord(position)
    else { return false }
    return !scan.phrases(at: position).contains { number in
      let (concept, end) = scan.phrase(number)
      return end - position > 1
        && (concept == concepts.speech || concept == concepts.department || concept == concepts.title
          || concept == concepts.role)
    }
  }

  /// 姐 哥 叔 姨 婶 嫂
  private static func isKin(_ scalar: UInt32) -> Bool {
    switch scalar {
    case 0x59D0, 0x54E5, 0x53D4, 0x59E8, 0x5A76, 0x5AC2: true
    default: false
    }
  }

  /// 王芳（财务总监）, 王总(VP).
  private func hasTitleInBrackets(at position: Int) -> Bool {
    guard scan.scalar(position) == 0x28 else { return false }
    let limit = min(scan.count, position + 16)
    for inside in position + 1..<max(limit, position + 1) {
      if scan.scalars[inside] == 0x29 { return false }
      if scan.end(of: concepts.title, at: inside) != nil || scan.end(of: concepts.department, at: inside) != nil
        || scan.end(of: concepts.role, at: inside) != nil || scan.end(of: concepts.englishTitle, at: inside) != nil
      {
        return true
      }
    }
    return false
  }
}
