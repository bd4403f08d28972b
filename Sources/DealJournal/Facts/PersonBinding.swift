import FactReading
import SourceText

/// Tells whom a sentence of one note concerns: somebody named in it, on its line, earlier in its entry, or nobody.
package struct PersonBinding {
  /// A person whom a fact may concern, with what speaks for it as features of `BindingModel`; nil is nobody.
  package struct Choice {
    package let person: Int?
    package let features: [UInt32]
  }

  private struct Mention {
    let person: Int
    let side: Side
    let sentence: Int
    let isActor: Bool
    let start: Int
  }

  private let reading: NoteReading
  private let model: BindingModel?
  /// Mentions of people, in order.
  private let mentions: [Mention]
  /// For each sentence, the first of `mentions` that stands in it or behind.
  private let firstMention: [Int]
  /// For each sentence, the first sentence of its line, and of its entry.
  private let lineStart: [Int]
  private let entryStart: [Int]

  /// Looks through a note once. `sides` are those of the cast's people: they may be told wrong, so everybody stays a choice.
  init(_ reading: NoteReading, note: Int, cast: Cast, sides: [Side], model: BindingModel?) {
    self.reading = reading
    self.model = model
    var mentions: [Mention] = []
    for (index, name) in reading.names.enumerated() {
      guard let sentence = name.sentence, reading.sentences.indices.contains(sentence),
        let person = cast.person(ofMention: index, inNote: note)
      else { continue }
      mentions.append(
        Mention(
          person: person, side: sides[person], sentence: sentence, isActor: reading.mentionSigns[index].isActor,
          start: name.span.start))
    }
    mentions.sort { $0.sentence < $1.sentence }
    self.mentions = mentions
    var firstMention: [Int] = []
    var lineStart: [Int] = []
    var entryStart: [Int] = []
    var next = 0
    for (index, sentence) in reading.sentences.enumerated() {
      while next < mentions.count, mentions[next].sentence < index { next += 1 }
      firstMention.append(next)
      let last = index > 0 ? reading.sentences[index - 1] : nil
      lineStart.append(last?.line == sentence.line ? lineStart[index - 1] : index)
      entryStart.append(last?.entry == sentence.entry ? entryStart[index - 1] : index)
    }
    self.firstMention = firstMention
    self.lineStart = lineStart
    self.entryStart = entryStart
  }

  /// The person, as an index of `Cast.people`, whom a fact of this kind in a sentence concerns.
  func person(for kind: FactKind, sentence: Int) -> Int? {
    guard let model else { return nil }
    let choices = choices(for: kind, sentence: sentence)
    return model.best(of: choices.map(\.features)).flatMap { choices[$0].person }
  }

  /// The customer's person, as an index of `Cast.people`, whom a mark in a sentence concerns: who is named last before it
  /// there, else first behind it.
  func person(beside mark: Span, sentence: Int) -> Int? {
    var found: Mention?
    for mention in mentions[firstMention[sentence]...] {
      guard mention.sentence == sentence else { break }
      guard mention.side == .customer else { continue }
      if found == nil || mention.start < mark.start { found = mention }
    }
    return found?.person
  }

  /// Everybody whom a fact of this kind in a sentence may concern, and nobody.
  package func choices(for kind: FactKind, sentence: Int) -> [Choice] {
    let nearby = nearby(sentence)
    let voice = reading.sentences[sentence].voice
    let kindCode = UInt32(FactKind.allCases.firstIndex(of: kind) ?? 0)
    let subject = UInt32(voice.subject) << 1 | (voice.hasPronoun ? 1 : 0)
    let customers = nearby.filter { $0.side == .customer }
    let closest = customers.first?.relation.rawValue ?? 15
    let count = UInt32(min(customers.count, 4))
    var choices = nearby.map { item in
      let relation = UInt32(item.relation.rawValue) << 1 | (item.isActor ? 1 : 0)
      let side = UInt32(Side.allCases.firstIndex(of: item.side) ?? 0)
      let isClosest: UInt32 = customers.first?.person == item.person ? 1 : 0
      return Choice(
        person: item.person,
        features: Self.features([
          (1, relation), (2, relation << 8 | kindCode), (3, relation << 8 | subject), (4, relation << 4 | count),
          (5, UInt32(min(item.mentions, 4))), (6, UInt32(min(item.distance, 6))),
          (7, relation << 4 | UInt32(closest)), (8, item.isMostNamed ? 1 : 0),
          (9, side), (10, relation << 4 | side), (11, side << 8 | kindCode), (12, isClosest << 8 | kindCode),
          (13, isClosest << 8 | relation),
        ]))
    }
    choices.append(
      Choice(
        person: nil,
        features: Self.features([
          (20, 0), (21, kindCode), (22, kindCode << 4 | UInt32(closest)), (23, kindCode << 8 | subject), (24, count),
        ])))
    return choices
  }

  /// Where somebody is named, seen from a sentence.
  private enum Relation: UInt32 {
    /// First in the sentence; later in it.
    case first, later
    /// Last before it on its line; earlier there.
    case lineLast, lineEarlier
    /// Behind it on its line: the first there; later.
    case lineNext, lineLater
    /// Before the line in its entry: last, last but one, earlier.
    case entryLast, entryOther, entryEarlier
    /// Behind the line in its entry.
    case entryNext
  }

  private struct Nearby {
    let person: Int
    let side: Side
    let relation: Relation
    var isActor: Bool
    let distance: Int
    var mentions = 1
    var isMostNamed = false
  }

  /// The people named around a sentence, nearest relation first, each once.
  private func nearby(_ sentence: Int) -> [Nearby] {
    var found: [Nearby] = []
    func take(_ mention: Mention, _ relation: (Int) -> Relation, _ rank: inout Int) {
      if let known = found.firstIndex(where: { $0.person == mention.person }) {
        found[known].mentions += 1
        if mention.sentence == sentence, mention.isActor { found[known].isActor = true }
        return
      }
      found.append(
        Nearby(
          person: mention.person, side: mention.side, relation: relation(rank), isActor: mention.isActor,
          distance: abs(mention.sentence - sentence)))
      rank += 1
    }
    let start = firstMention[sentence]
    var at = start
    var rank = 0
    while at < mentions.count, mentions[at].sentence == sentence {
      take(mentions[at], { $0 == 0 ? .first : .later }, &rank)
      at += 1
    }
    rank = 0
    var back = start - 1
    let lineLimit = max(start - Self.lineReach, 0)
    while back >= lineLimit, mentions[back].sentence >= lineStart[sentence] {
      take(mentions[back], { $0 == 0 ? .lineLast : .lineEarlier }, &rank)
      back -= 1
    }
    rank = 0
    let lineEnd = min(at + Self.lineReach, mentions.count)
    while at < lineEnd, lineStart[mentions[at].sentence] == lineStart[sentence] {
      take(mentions[at], { $0 == 0 ? .lineNext : .lineLater }, &rank)
      at += 1
    }
    rank = 0
    // Far enough back for any pronoun; a bound keeps long entries linear.
    let limit = max(back - Self.reach, -1)
    while back > limit, mentions[back].sentence >= entryStart[sentence] {
      take(mentions[back], { $0 == 0 ? .entryLast : $0 == 1 ? .entryOther : .entryEarlier }, &rank)
      back -= 1
    }
    rank = 0
    if at < mentions.count, entryStart[mentions[at].sentence] == entryStart[sentence] {
      take(mentions[at], { _ in .entryNext }, &rank)
    }
    if let most = found.indices.max(by: { (found[$0].mentions, $1) < (found[$1].mentions, $0) }) {
      found[most].isMostNamed = true
    }
    return found
  }

  private static let reach = 24
  /// More than any line names of people; a bound keeps one endless line linear.
  private static let lineReach = 100

  private static func features(_ pairs: [(UInt32, UInt32)]) -> [UInt32] {
    pairs.map { FeatureHash.finish(FeatureHash.step(FeatureHash.step(FeatureHash.seed(77), $0.0), $0.1)) }
  }
}
