import NoteSyntax
import SourceText

/// Finds the words of a note that may name a customer, a deal or another organisation.
struct AccountReader {
  let note: Note
  let cues: SentenceCues
  let names: [NameMention]
  /// Rapport's own marks: `#deal/park-2`, `#account/corvane`.
  let marks: [MarkedMeaning]
  /// Sentences that only tell the stage: `NoteFrame.stages`.
  private let stages: Set<Int>
  /// Sentences that are headings over dated lines, or lines that stand where headings would: see `SentencePlace`.
  private let titles: Set<Int>
  /// Names of our own side, in lower case: a rep's folder bears one, and it is no customer's.
  private let team: Set<[UInt8]>
  private let vocabulary: TeamVocabulary

  private let isLowerCase: Bool
  /// Where tags stand, in reading order: what they say is no name.
  private let tags: [Range<Int>]

  /// Where names that are people's beyond doubt stand, in reading order.
  private let sureNames: [Range<Int>]

  /// Where people's names of two parts end, by where they begin.
  private let fullNames: [Int: Int]

  private static let label = Concept("account.label")

  init(
    note: Note, cues: SentenceCues, names: [NameMention], marks: [MarkedMeaning] = [], stages: Set<Int> = [],
    titles: Set<Int> = [], settings: ReadingSettings = ReadingSettings()
  ) {
    self.note = note
    self.cues = cues
    self.names = names
    self.marks = marks
    self.stages = stages
    self.titles = titles
    vocabulary = settings.vocabulary
    self.team = Set(settings.team.map { $0.utf8.map(\.lowercased) })
    tags = note.marks.compactMap { if case .tag = $0.kind, !$0.range.isEmpty { $0.range } else { nil } }
    let starts = note.sentences.lazy.compactMap { note.text.bytes[$0.text].first }
    let lower = starts.count { $0 &- 0x61 < 26 }
    sureNames = names.filter(\.isSure).map(\.range).sorted { $0.lowerBound < $1.lowerBound }
    fullNames = Dictionary(
      names.lazy.filter { !$0.given.isEmpty && !$0.surname.isEmpty }.map { ($0.range.lowerBound, $0.range.upperBound) },
      uniquingKeysWith: max)
    isLowerCase = lower > 3 && lower > 2 * starts.count { $0 &- 0x41 < 26 }
  }

  /// Mentions in reading order; those of the file's name first.
  func read() -> [AccountMention] {
    let all = all().filter { !vocabulary.isThing($0.surface) } + known()
    return team.isEmpty ? all : all.filter { !team.contains($0.surface.utf8.map(\.lowercased)) }
  }

  private func all() -> [AccountMention] {
    let heads = LineHeads.all(of: note)
    return FileNameNames.found(in: note.source.path).map {
      AccountMention(
        surface: $0.surface, end: $0.end, place: $0.place, span: nil, sentence: nil, entry: nil)
    } + labelled() + marked() + employers() + shared(heads.first ?? nil)
      + heads.enumerated().flatMap { mentions(inSentence: $0, head: $1) }
  }

  /// What the file and its first line call whom the note is about, if it names anybody.
  private func shared(_ head: Int?) -> [AccountMention] {
    guard let head, !names.isEmpty else { return [] }
    return SharedTitle.ranges(in: note, from: head).map {
      mention($0, end: .sure, place: .title, sentence: 0, entry: note.sentences[0].entry)
    }
  }

  /// Deals and customers that the team tells of.
  private func known() -> [AccountMention] {
    note.sentences.enumerated().flatMap { index, sentence in
      vocabulary.deals(in: note.text.bytes, sentence.text).map { found in
        let span = note.text.span(of: found.range)
        return AccountMention(
          surface: note.source.text(of: span), end: .sure, place: .mark, span: span, sentence: index,
          entry: sentence.entry)
      }
    }
  }

  private func labelled() -> [AccountMention] {
    note.labels.compactMap { label in
      guard Self.namesAccount(label.name) else { return nil }
      let value = nameOf(label)
      guard 1...60 ~= value.count, !MarkVocabulary.isUnfilled(note.text.string(value)) else { return nil }
      let block = label.block.map { note.blocks[$0] }
      let sentence = block.flatMap { block in
        block.sentences.first { note.sentences[$0].text.upperBound > value.lowerBound }
      }
      return mention(
        value, end: .sure, place: .label, sentence: sentence, entry: sentence.map { note.sentences[$0].entry })
    }
  }

  /// The value of a label, or where it goes on to tell something its first words: `丰泽包装` of `丰泽包装 10.30 回访，机器用了三个月`.
  private func nameOf(_ label: Label) -> Range<Int> {
    let bytes = note.text.bytes
    func isPause(_ at: Int) -> Bool {
      [0x2C, 0x3B].contains(bytes[at]) || bytes[at...].prefix(3).elementsEqual("。".utf8)
    }
    guard let first = label.value.first, bytes[first] >= 0xE3,
      label.value.count > 60 || label.value.contains(where: isPause)
    else { return label.value }
    return first..<(label.value.first { bytes[$0] == 0x20 || isPause($0) } ?? label.value.upperBound)
  }

  private static func namesAccount(_ label: String) -> Bool {
    Lexicon.builtin.concepts(ofWhole: label.utf8).contains(Self.label)
  }

  /// Organisations told right beside a person's name.
  private func employers() -> [AccountMention] {
    let bytes = note.text.bytes
    return names.compactMap { name in
      guard let range = name.organisationRange, let sentence = name.sentence else { return nil }
      var start = range.lowerBound
      if bytes[start] >= 0xE3, start > note.sentences[sentence].text.lowerBound, bytes[start - 1] >= 0x80 {
        // Of glued Han characters the name begins behind a word of going or meeting, if it begins at all.
        guard
          let before = cues[sentence].last(where: {
            ($0.concept == HanRuns.toward || $0.concept == HanRuns.leadIn) && range.contains($0.range.upperBound - 1)
          })
        else { return nil }
        start = before.range.upperBound
      }
      guard range.upperBound - start >= (bytes[start] >= 0x80 ? 6 : 2) else { return nil }
      if bytes[start] >= 0xE3, CommonWords.hanPairs.contains(bytes[start..<start + 6]) { return nil }
      return mention(
        start..<range.upperBound, end: .sure, place: .employer, sentence: sentence, entry: name.entry)
    }
  }

  private func marked() -> [AccountMention] {
    // Plain labels are read as labels.
    let named = marks.filter { $0.scope == nil }.compactMap { mark -> AccountMention? in
      switch mark.meaning {
      case .deal(let name), .account(let name):
        AccountMention(
          surface: name, end: .sure, place: .mark, span: mark.span, sentence: mark.sentence, entry: mark.entry)
      default: nil
      }
    }
    return named
      + note.marks.compactMap { mark in
        guard case .link(_, let shown) = mark.kind else { return nil }
        let sentence = note.blocks[mark.block].sentences.first {
          note.sentences[$0].text.upperBound > mark.range.lowerBound
        }
        return AccountMention(
          surface: shown, end: .sure, place: .mark, span: note.text.span(of: mark.range), sentence: sentence,
          entry: sentence.map { note.sentences[$0].entry })
      }
  }

  private func mentions(inSentence index: Int, head: Int?) -> [AccountMention] {
    if stages.contains(index) { return [] }
    let sentence = note.sentences[index]
    let block = note.blocks[sentence.block]
    var isHeading = titles.contains(index)
    if case .heading = block.kind { isHeading = true }
    let title = head.flatMap { self.title(of: index, from: $0) }
    if sentence.isLabel, title == nil { return [] }
    func place(_ range: Range<Int>, otherwise: AccountMention.Place) -> AccountMention.Place {
      if isHeading { return .heading }
      if title?.contains(range.lowerBound) == true { return .title }
      return head.map { range.lowerBound - $0 <= 12 } == true ? .opener : otherwise
    }
    let offices = Offices(cues[.functions, index])
    let latin = CapitalRuns(text: note.text.bytes, edges: note.emphasisEdges)
    typealias Found = (range: Range<Int>, end: AccountMention.End, otherwise: AccountMention.Place)
    var ranges = latin.names(in: (head ?? sentence.text.lowerBound)..<sentence.text.upperBound).map { run -> Found in
      let name = withoutPerson(run)
      let isEmployer = offices.stand(beside: name, in: note.text.bytes)
      return (name, .sure, isEmployer ? .employer : .prose)
    }
    if let title {
      ranges.removeAll { $0.range.overlaps(title) && $0.range != title }
      if !ranges.contains(where: { $0.range == title }) {
        // Han text before a colon says more than a name as often as not.
        ranges.append((title, note.text.bytes[title.lowerBound] < 0x80 ? .sure : .pause, .title))
      }
    }
    if isLowerCase, !isHeading {
      for own in latin.uncommonWords(in: sentence.text) where !ranges.contains(where: { $0.range.overlaps(own) }) {
        ranges.append((own, .open, .prose))
      }
    } else if ranges.first?.range.lowerBound != sentence.text.lowerBound,
      let own = latin.leadingUncommonWords(in: sentence.text, limit: 3)
    {
      ranges.append((own, .open, .prose))
    }
    let han = HanRuns(text: note.text.bytes)
    for run in han.runs(in: sentence.text, cues: cues[index]) {
      if isHeading || title?.contains(run.range.lowerBound) == true {
        let name = run.range.lowerBound..<HanRuns.nameEnd(of: run.range, cues: cues[index])
        // However long, what is all of a heading over dated lines ends with it.
        let isWhole =
          titles.contains(index)
          && (run.range.upperBound == sentence.text.upperBound || !han.isHan(run.range.upperBound))
        if name.count >= 6 { ranges.append((name, name == run.range && !isWhole ? run.end : .pause, .clause)) }
        continue
      }
      ranges.append((run.range, run.end, run.isDestination ? .destination : .clause))
    }
    ranges.removeAll { isTagged($0.range) || isHeading && isLabel($0.range) }
    ranges.sort { $0.range.lowerBound < $1.range.lowerBound }
    return ranges.map {
      mention(
        $0.range, end: $0.end, place: place($0.range, otherwise: $0.otherwise), sentence: index,
        entry: sentence.entry)
    }
  }

  /// `Corvex Steel` of `Tom Brandt of Corvex Steel`; `Marrow of Orrin` may be one name.
  private func withoutPerson(_ name: Range<Int>) -> Range<Int> {
    let joint = " of ".utf8
    guard let end = fullNames[name.lowerBound], end + joint.count < name.upperBound,
      note.text.bytes[end...].starts(with: joint)
    else { return name }
    return end + joint.count..<name.upperBound
  }

  /// Whether words only say what kind of thing follows: `# 商机`.
  private func isLabel(_ range: Range<Int>) -> Bool {
    Self.namesAccount(String(decoding: note.text.bytes[range].map(\.lowercased), as: UTF8.self))
  }

  /// The words before a colon or a dash or in brackets at the head of a line, unless they are the name of a field.
  private func title(of index: Int, from head: Int) -> Range<Int>? {
    let bytes = note.text.bytes
    let end = min(note.sentences[index].text.upperBound, head + 40)
    var at = head
    var isDashed = false
    scan: while at < end {
      switch bytes[at] {
      // A cell of a table ends like a label.
      case 0x3A, 0x7C: break scan
      case 0x20 where isDash(at + 1, before: end):
        isDashed = true
        break scan
      case 0x2C, 0x2E, 0x21, 0x3F, 0x3B, 0x28, 0x22: return nil
      case 0xE3 where bytes[at...].prefix(3).elementsEqual("】".utf8): break scan
      case 0xE3 where bytes[at...].prefix(3).elementsEqual("。".utf8): return nil
      default: at += 1
      }
    }
    // A date and the hour before the colon of a time name nobody.
    guard at < end, at - head >= 2, bytes[head..<at].contains(where: { $0.lowercased &- 0x61 < 26 || $0 >= 0x80 })
    else {
      return nil
    }
    var nameEnd = HanRuns.nameEnd(of: head..<at, cues: cues[index])
    while nameEnd > head, bytes[nameEnd - 1] == 0x20 { nameEnd -= 1 }
    let title = head..<nameEnd
    let words = bytes[title].split(separator: 0x20).count
    guard title.count >= 2, words <= 4, !namesSurePerson(in: title) else { return nil }
    if bytes[title.lowerBound] < 0x80 {
      // Small words make a remark of it, unless the note has no capitals at all.
      let parts = bytes[title].split(separator: 0x20).filter { !Self.joints.contains(Array($0)) }
      let isName =
        isLowerCase && !isDashed
        ? parts.count <= 3 && !parts.allSatisfy { CommonWords.english.contains($0) }
        : parts.allSatisfy { !($0.first.map { $0 &- 0x61 < 26 } ?? true) }
      guard isName else { return nil }
    } else if title.count >= 6, CommonWords.hanPairs.contains(bytes[title.prefix(6)]) {
      return nil
    }
    // 客户, 下一步, Budget: what fields are called.
    return cues[index].contains { $0.range == title && $0.concept != HanRuns.kind } ? nil : title
  }

  /// Whether a dash between blanks begins at `at`: `Fernway - saw Colm`.
  private func isDash(_ at: Int, before end: Int) -> Bool {
    let bytes = note.text.bytes
    guard at + 1 < end else { return false }
    if bytes[at] == 0x2D { return bytes[at + 1] == 0x20 }
    // – and —
    return at + 3 < end && bytes[at] == 0xE2 && bytes[at + 1] == 0x80
      && (bytes[at + 2] == 0x93 || bytes[at + 2] == 0x94)
      && bytes[at + 3] == 0x20
  }

  /// Small words inside of names.
  private static let joints = Set(["&", "of", "the", "and"].map { Array($0.utf8) })

  private func namesSurePerson(in range: Range<Int>) -> Bool {
    let index = sureNames.firstIndexSorted { $0.upperBound > range.lowerBound }
    return index < sureNames.count && sureNames[index].lowerBound < range.upperBound
  }

  /// Whether a tag reaches into `range`.
  private func isTagged(_ range: Range<Int>) -> Bool {
    let index = tags.firstIndexSorted { $0.upperBound > range.lowerBound }
    return index < tags.count && tags[index].lowerBound < range.upperBound
  }

  private func mention(
    _ range: Range<Int>, end: AccountMention.End, place: AccountMention.Place, sentence: Int?, entry: Int?
  ) -> AccountMention {
    let span = note.text.span(of: range)
    return AccountMention(
      surface: note.source.text(of: span), end: end, place: place, span: span, sentence: sentence, entry: entry)
  }
}
