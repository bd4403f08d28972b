import NoteSyntax
import SourceText

/// Tells which mentions of people cannot be a contact, because their line says that the meeting never was, or is to come:
/// "We have never met her", 一直没见过, "meet her next week".
///
/// A model weighs what speaks for a contact; this forbids it. So it goes by phrases that leave no doubt, and by whom
/// they are said of: who follows the phrase in its clause; of a denial else who stands before it there, or next to it on
/// its line, for "she decides" and "we have never met her" may be two sentences.
struct MeetingGuard {
  static let file = "meeting-guards.txt"
  private static let lexicon = Lexicon.guards
  private static let denied = lexicon.concept("denied")
  private static let negation = lexicon.concept("negation")
  private static let meet = lexicon.concept("meet")
  private static let somebody = lexicon.concept("somebody")
  private static let planned = lexicon.concept("planned")
  private static let base = lexicon.concept("base")
  private static let future = lexicon.concept("future")
  private static let real = lexicon.concept("real")

  let note: Note
  let cues: SentenceCues
  let names: [NameMention]
  let shapes: [SentenceShape]

  /// For each of `names`, whether it cannot be a contact.
  func barred() -> [Bool] {
    var barred = [Bool](repeating: false, count: names.count)
    var start = 0
    while start < names.count {
      guard let sentence = names[start].sentence else {
        start += 1
        continue
      }
      let line = lineOfSentence(sentence)
      var end = start
      while end < names.count, let other = names[end].sentence, line.contains(other) { end += 1 }
      guard end > start else {
        start += 1
        continue
      }
      // 吴总秘书 is somebody else than 吴总.
      for index in start..<end - 1 where names[index].isOwner(of: names[index + 1]) { barred[index] = true }
      read(line, start..<end, &barred)
      start = end
    }
    return barred
  }

  /// The sentences of one block that stand on the line of `sentence`, from it on.
  private func lineOfSentence(_ sentence: Int) -> Range<Int> {
    let own = note.sentences[sentence]
    var start = sentence
    while start > 0, note.sentences[start - 1].block == own.block, note.sentences[start - 1].line == own.line {
      start -= 1
    }
    var end = sentence + 1
    while end < note.sentences.count, note.sentences[end].block == own.block, note.sentences[end].line == own.line {
      end += 1
    }
    return start..<end
  }

  private func read(_ line: Range<Int>, _ own: Range<Int>, _ barred: inout [Bool]) {
    if case .listItem(_, .open?) = note.blocks[note.sentences[line.lowerBound].block].kind {
      for index in own { barred[index] = true }
      return
    }
    for sentence in line {
      let cues = cues[.guards, sentence]
      guard !cues.isEmpty else { continue }
      var next = cues.startIndex
      for clause in shapes[sentence].clauses {
        let first = next
        while next < cues.endIndex, cues[next].range.lowerBound < clause.range.upperBound { next += 1 }
        let inside = cues[first..<next]
        let own = nearby(clause.range, own)
        guard !inside.isEmpty, !inside.contains(where: { $0.concept == Self.real }) else { continue }
        for denial in denials(in: clause.range, inside) {
          for index in said(of: denial, in: clause.range, own, isDenial: true) {
            bar(index, own, &barred)
            // 孔局没见成 … 还说孔局这个人不看参数: what else the line says of them is hearsay, unless it tells of a meeting.
            for other in own where other > index && names[other].surface == names[index].surface && !meets(other) {
              barred[other] = true
            }
          }
        }
        for plan in plans(in: clause.range, inside) {
          for index in said(of: plan, in: clause.range, own, isDenial: false) { bar(index, own, &barred) }
        }
      }
    }
  }

  /// The names of a line that are near enough to a clause to be spoken of in it; a bound keeps long lines linear.
  private func nearby(_ clause: Range<Int>, _ own: Range<Int>) -> Range<Int> {
    let center = nameIndex(from: clause.lowerBound) ?? names.count
    return own.clamped(to: max(0, center - 16)..<center + 16)
  }

  /// Bars a name, and what stands beside it for the same person: the CFO of "Dana Cole, the CFO".
  private func bar(_ index: Int, _ own: Range<Int>, _ barred: inout [Bool]) {
    for other in own {
      let isSame = names[other].alias == names[index].surface || names[index].alias == names[other].surface
      if other == index || isSame { barred[other] = true }
    }
  }

  /// Where a clause denies a meeting.
  private func denials(in clause: Range<Int>, _ cues: ArraySlice<Cue>) -> [Range<Int>] {
    var found = cues.filter { $0.concept == Self.denied }.map(\.range)
    for negation in cues where negation.concept == Self.negation {
      for meeting in cues where meeting.concept == Self.meet {
        let gap = meeting.range.lowerBound - negation.range.upperBound
        guard 0...12 ~= gap, isOpen(negation.range.upperBound..<meeting.range.lowerBound, before: meeting.range),
          isSomebody(behind: meeting.range.upperBound, in: clause, cues)
        else { continue }
        found.append(negation.range.lowerBound..<meeting.range.upperBound)
      }
    }
    return found
  }

  /// Where a clause tells of a meeting to come.
  private func plans(in clause: Range<Int>, _ cues: ArraySlice<Cue>) -> [Range<Int>] {
    let planned = cues.filter { $0.concept == Self.planned }.map(\.range)
    guard cues.contains(where: { $0.concept == Self.future }) else { return planned }
    return planned
      + cues.filter { $0.concept == Self.base && isSomebody(behind: $0.range.upperBound, in: clause, cues) }.map(
        \.range)
  }

  /// Whether nothing but adverbs can stand between a denial and its verb. 没意见 is no denial of 见.
  private func isOpen(_ between: Range<Int>, before verb: Range<Int>) -> Bool {
    let bytes = note.text.bytes[between]
    if note.text.bytes[verb.lowerBound] < 0x80 { return bytes.allSatisfy { $0 < 0x80 && $0 != 0x2C && $0 != 0x27 } }
    return bytes.isEmpty || verb.count > 3 && bytes.count <= 6
  }

  /// Whether a verb of meeting has a person behind it, or nothing.
  private func isSomebody(behind end: Int, in clause: Range<Int>, _ cues: ArraySlice<Cue>) -> Bool {
    var at = end
    while at < clause.upperBound, [0x20, 0x2E, 0x2C, 0x21, 0x3B, 0x29].contains(note.text.bytes[at]) { at += 1 }
    guard at < clause.upperBound, !isHanPunctuation(at) else { return true }
    return cues.contains { $0.concept == Self.somebody && $0.range.lowerBound == at }
      || nameIndex(from: at).map { names[$0].range.lowerBound == at } ?? false
  }

  private func isHanPunctuation(_ at: Int) -> Bool {
    note.text.bytes[at] == 0xE3 && at + 1 < note.text.bytes.count && note.text.bytes[at + 1] == 0x80
  }

  /// The first name that begins at or behind an offset.
  private func nameIndex(from offset: Int) -> Int? {
    let first = names.firstIndexSorted { $0.sentence != nil && $0.range.lowerBound >= offset }
    return first < names.count ? first : nil
  }

  /// The names of the line that a phrase is said of.
  private func said(of phrase: Range<Int>, in clause: Range<Int>, _ own: Range<Int>, isDenial: Bool) -> [Int] {
    let inside = own.filter { clause.contains(names[$0].range.lowerBound) }
    let behind = inside.filter { names[$0].range.lowerBound >= phrase.upperBound }
    if !behind.isEmpty { return behind }
    // 帮我约下 or "to call her" may be anybody's; a name that the phrase reaches over is meant.
    guard isDenial else {
      return inside.filter { names[$0].range.overlaps(phrase) } + spokenOf(phrase, clause, own)
        + addressed(before: phrase, inside)
    }
    if let last = inside.last { return [last] }
    if let before = own.last(where: { names[$0].range.upperBound <= clause.lowerBound }) { return [before] }
    // 还没见上，陈主任一直躲: nobody else is spoken of before.
    guard let first = own.first, let sentence = names[first].sentence,
      phrase.lowerBound - note.sentences[sentence].text.lowerBound <= 8
    else { return [] }
    return own.first { names[$0].range.lowerBound >= clause.upperBound }.map { [$0] } ?? []
  }

  /// Whom a phrase that ends its clause is addressed to: 孔局 and 路秘书 of 给孔局的路秘书打电话.
  private func addressed(before phrase: Range<Int>, _ inside: [Int]) -> ArraySlice<Int> {
    let before = inside.filter { names[$0].range.upperBound <= phrase.lowerBound }
    let first = before.lastIndex { index in
      let start = names[index].range.lowerBound
      return start >= 3 && Self.toward.contains(Array(note.text.bytes[start - 3..<start]))
    }
    return first.map { before[$0...] } ?? []
  }

  private static let toward = Set(["给", "跟", "和", "向", "找", "与"].map { Array($0.utf8) })

  /// Whom "her" means behind a plan: who was named last on the line, unless that sentence tells of a meeting.
  private func spokenOf(_ phrase: Range<Int>, _ clause: Range<Int>, _ own: Range<Int>) -> [Int] {
    guard isPronoun(behind: phrase.upperBound, in: clause),
      let before = own.last(where: { names[$0].range.upperBound <= clause.lowerBound })
    else { return [] }
    return meets(before) ? [] : [before]
  }

  /// Whether the sentence of a name tells of a meeting.
  private func meets(_ name: Int) -> Bool {
    names[name].sentence.map { shapes[$0].pieces.contains { $0.concept.map(Concepts.isMeeting) == true } } ?? false
  }

  private func isPronoun(behind end: Int, in clause: Range<Int>) -> Bool {
    var at = end
    while at < clause.upperBound, note.text.bytes[at] == 0x20 { at += 1 }
    let rest = note.text.bytes[at..<max(at, clause.upperBound)]
    return ["her", "him", "them", "他", "她"].contains { rest.starts(with: $0.utf8) }
  }
}

extension NameMention {
  /// Whether another mention names somebody by a function and this one's name: 吴总 in 吴总秘书.
  fileprivate func isOwner(of other: NameMention) -> Bool {
    other.form == .role && other.range.lowerBound == range.lowerBound && other.range.upperBound > range.upperBound
  }
}
