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
    let form: NameForm
    /// How often the journal names the person, as one of few sizes.
    let fame: UInt32
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
  /// For each of `mentions`, how its entry speaks of the person.
  private let standings: [EntryStanding]

  /// Looks through a note once. `sides` are those of the cast's people: they may be told wrong, so everybody stays a choice.
  init(_ notes: JournalNotes, note: Int, cast: Cast, sides: [Side], model: BindingModel?) {
    let reading = notes.readings[note]
    self.reading = reading
    self.model = model
    let firstSentence = notes.sentences[note].lowerBound
    let firstName = notes.names[note].lowerBound
    mentions = notes.names[note].compactMap { name in
      guard let sentence = notes.nameTable.sentence[name], let person = cast.personOfName[name] else { return nil }
      let mention = name - firstName
      return Mention(
        person: person, side: sides[person], sentence: sentence - firstSentence,
        isActor: reading.mentionSigns[mention].isActor, form: reading.names[mention].form,
        fame: UInt32(min(PersonEvidence.size(cast.people[person].mentions.count), 6)),
        start: reading.names[mention].span.start)
    }
    var firstMention: [Int] = []
    var lineStart: [Int] = []
    var entryStart: [Int] = []
    var next = 0
    for index in reading.sentences.indices {
      while next < mentions.count, mentions[next].sentence < index { next += 1 }
      firstMention.append(next)
      let isSameLine = index > 0 && reading.sentences[index - 1].line == reading.sentences[index].line
      let isSameEntry = index > 0 && reading.sentences[index - 1].entry == reading.sentences[index].entry
      lineStart.append(isSameLine ? lineStart[index - 1] : index)
      entryStart.append(isSameEntry ? entryStart[index - 1] : index)
    }
    self.firstMention = firstMention
    self.lineStart = lineStart
    self.entryStart = entryStart
    standings = EntryStanding.all(mentions.map { ($0.person, $0.side, entryStart[$0.sentence], $0.sentence) })
  }

  /// The customer's person, as an index of `Cast.people`, whom a mark in a sentence concerns: who is named last before it
  /// there, else first behind it.
  func person(beside mark: Span, sentence: Int) -> Int? {
    var found: Mention?
    for mention in mentions(in: sentence) where mention.side == .customer {
      if found == nil || mention.start < mark.start { found = mention }
    }
    return found?.person
  }

  private func mentions(in sentence: Int) -> ArraySlice<Mention> {
    mentions[firstMention[sentence]...].prefix { $0.sentence == sentence }
  }

  /// The customer's person, as an index of `Cast.people`, of whom words in a sentence speak that tell more than a kind of fact:
  /// whoever `person(beside:sentence:)` finds; where the sentence names nobody at all, the one person named before it on its
  /// line, "he" or left out there.
  func person(concernedBy words: Span, sentence: Int) -> Int? {
    if let person = person(beside: words, sentence: sentence) { return person }
    guard mentions(in: sentence).isEmpty else { return nil }
    let before = mentions[firstMention[lineStart[sentence]]..<firstMention[sentence]]
    guard let only = before.first, only.side == .customer, before.allSatisfy({ $0.person == only.person }) else {
      return nil
    }
    return only.person
  }

  /// Who is called by the name in these bytes of the file, as an index of `Cast.people`.
  func person(at name: Span) -> Int? { mentions.first { $0.start == name.start }?.person }

  /// The customer's person, as an index of `Cast.people`, who acts in a sentence before the words of a promise: whoever
  /// promises is who is to keep it.
  func promiser(before words: Span, sentence: Int) -> Int? {
    guard let first = mentions(in: sentence).first, first.isActor, first.side == .customer, first.start < words.start
    else { return nil }
    return first.person
  }

  /// The one of several people, as indices of `Cast.people`, who is named nearest to a sentence; of those who are not named
  /// in the note, the first.
  func nearest(of people: [Int], to sentence: Int) -> Int? {
    guard people.count > 1 else { return people.first }
    let near = mentions.filter { people.contains($0.person) }
    return near.min { abs($0.sentence - sentence) < abs($1.sentence - sentence) }?.person ?? people.first
  }

  /// Everybody whom a fact of this kind in a sentence may concern, and nobody.
  package func choices(for kind: FactKind, sentence: Int) -> [Choice] {
    let nearby = nearby(sentence)
    let scene = Scene(nearby, voice: reading.sentences[sentence].voice)
    func features(_ item: Nearby?) -> [UInt32] {
      var features: [UInt32] = []
      scene.forEachFeature(of: item) { features.append(BindingModel.feature($0, $1)) }
      scene.forEachFeature(of: item, kind: Scene.number(of: kind)) { features.append(BindingModel.feature($0, $1)) }
      return features
    }
    return nearby.map { Choice(person: $0.person, features: features($0)) } + [
      Choice(person: nil, features: features(nil))
    ]
  }

  /// Whom the facts of one sentence may concern, weighed as far as it is the same for all kinds of facts.
  struct Circle {
    fileprivate var nearby: [Nearby] = []
    fileprivate var nobody: Int32 = 0
    fileprivate let scene: Scene
    fileprivate let model: BindingModel?

    /// The person, as an index of `Cast.people`, whom a fact of a kind concerns; of equally likely ones the first.
    func person(for kind: FactKind) -> Int? {
      guard let model else { return nil }
      let kind = Scene.number(of: kind)
      var best: (sum: Int32, person: Int)?
      for item in nearby {
        var sum = item.sum
        scene.forEachFeature(of: item, kind: kind) { sum &+= model.weight($0, $1) }
        if best.map({ sum > $0.sum }) ?? true { best = (sum, item.person) }
      }
      var sum = nobody
      scene.forEachFeature(of: nil, kind: kind) { sum &+= model.weight($0, $1) }
      return best.flatMap { sum > $0.sum ? nil : $0.person }
    }
  }

  /// The circle of people around a sentence.
  func circle(around sentence: Int) -> Circle {
    let nearby = model == nil ? [] : nearby(sentence)
    var circle = Circle(
      nearby: nearby, scene: Scene(nearby, voice: reading.sentences[sentence].voice), model: model)
    guard let model else { return circle }
    for index in nearby.indices {
      var sum: Int32 = 0
      circle.scene.forEachFeature(of: nearby[index]) { sum &+= model.weight($0, $1) }
      circle.nearby[index].sum = sum
    }
    var nobody: Int32 = 0
    circle.scene.forEachFeature(of: nil) { nobody &+= model.weight($0, $1) }
    circle.nobody = nobody
    return circle
  }

  /// Where somebody is named, seen from a sentence.
  fileprivate enum Relation: UInt32 {
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

  fileprivate struct Nearby {
    let person: Int
    let side: Side
    let relation: Relation
    var isActor: Bool
    let distance: Int
    let form: NameForm
    let standing: EntryStanding
    let fame: UInt32
    var mentions = 1
    var isMostNamed = false
    /// The weights of what is the same for all kinds of facts.
    var sum: Int32 = 0
  }

  /// The people named around a sentence, nearest relation first, each once.
  private func nearby(_ sentence: Int) -> [Nearby] {
    var found: [Nearby] = []
    func take(_ index: Int, _ relation: (Int) -> Relation, _ rank: inout Int) {
      let mention = mentions[index]
      if let known = found.firstIndex(where: { $0.person == mention.person }) {
        found[known].mentions += 1
        if mention.sentence == sentence, mention.isActor { found[known].isActor = true }
        return
      }
      found.append(
        Nearby(
          person: mention.person, side: mention.side, relation: relation(rank), isActor: mention.isActor,
          distance: abs(mention.sentence - sentence), form: mention.form, standing: standings[index],
          fame: mention.fame))
      rank += 1
    }
    let start = firstMention[sentence]
    var at = start
    var rank = 0
    while at < mentions.count, mentions[at].sentence == sentence {
      take(at, { $0 == 0 ? .first : .later }, &rank)
      at += 1
    }
    rank = 0
    var back = start - 1
    let lineLimit = max(start - Self.lineReach, 0)
    while back >= lineLimit, mentions[back].sentence >= lineStart[sentence] {
      take(back, { $0 == 0 ? .lineLast : .lineEarlier }, &rank)
      back -= 1
    }
    rank = 0
    let lineEnd = min(at + Self.lineReach, mentions.count)
    while at < lineEnd, lineStart[mentions[at].sentence] == lineStart[sentence] {
      take(at, { $0 == 0 ? .lineNext : .lineLater }, &rank)
      at += 1
    }
    rank = 0
    // Far enough back for any pronoun; a bound keeps long entries linear.
    let limit = max(back - Self.reach, -1)
    while back > limit, mentions[back].sentence >= entryStart[sentence] {
      take(back, { $0 == 0 ? .entryLast : $0 == 1 ? .entryOther : .entryEarlier }, &rank)
      back -= 1
    }
    rank = 0
    if at < mentions.count, entryStart[mentions[at].sentence] == entryStart[sentence] {
      take(at, { _ in .entryNext }, &rank)
    }
    if let most = found.indices.max(by: { (found[$0].mentions, $1) < (found[$1].mentions, $0) }) {
      found[most].isMostNamed = true
    }
    return found
  }

  private static let reach = 24
  /// More than any line names of people; a bound keeps one endless line linear.
  private static let lineReach = 100

  /// What a sentence and the people around it have to do with whom it concerns.
  fileprivate struct Scene {
    private let subject: UInt32
    private let count: UInt32
    private let closest: UInt32
    private let closestPerson: Int?

    init(_ nearby: [Nearby], voice: SentenceVoice) {
      let first = nearby.first { $0.side == .customer }
      subject = UInt32(voice.subject) << 1 | (voice.hasPronoun ? 1 : 0)
      count = UInt32(min(nearby.count { $0.side == .customer }, 4))
      closest = first?.relation.rawValue ?? 15
      closestPerson = first?.person
    }

    /// Calls `body` with every feature of a choice that is the same for all kinds of facts; nil is nobody.
    @inline(__always) func forEachFeature(of item: Nearby?, _ body: (_ family: UInt32, _ value: UInt32) -> Void) {
      guard let item else {
        body(20, 0)
        body(24, count)
        return
      }
      let relation = Self.relation(item)
      let side = Self.side(item)
      body(1, relation)
      body(3, relation << 8 | subject)
      body(4, relation << 4 | count)
      body(5, UInt32(min(item.mentions, 4)))
      body(6, UInt32(min(item.distance, 6)))
      body(7, relation << 4 | closest)
      body(8, item.isMostNamed ? 1 : 0)
      body(9, side)
      body(10, relation << 4 | side)
      body(13, isClosest(item) << 8 | relation)
      let standing = item.standing
      let form = UInt32(NameForm.allCases.firstIndex(of: item.form) ?? 0)
      body(30, standing.rank)
      body(32, standing.mentions)
      body(33, standing.isMostNamed << 1 | (standing.customers > 1 ? 1 : 0))
      body(34, standing.isInOpening)
      body(36, item.fame)
      body(37, standing.customers << 4 | standing.customerRank)
      body(38, form)
      body(39, form << 8 | item.relation.rawValue)
    }

    /// The same with every feature that the kind of the fact has a part in.
    @inline(__always) func forEachFeature(
      of item: Nearby?, kind: UInt32, _ body: (_ family: UInt32, _ value: UInt32) -> Void
    ) {
      guard let item else {
        body(21, kind)
        body(22, kind << 4 | closest)
        body(23, kind << 8 | subject)
        return
      }
      body(2, Self.relation(item) << 8 | kind)
      body(11, Self.side(item) << 8 | kind)
      body(12, isClosest(item) << 8 | kind)
      body(31, item.standing.customerRank << 8 | kind)
      body(35, item.standing.isInOpening << 8 | kind)
    }

    /// The number that a kind of fact has in features.
    static func number(of kind: FactKind) -> UInt32 { UInt32(FactKind.allCases.firstIndex(of: kind) ?? 0) }

    private func isClosest(_ item: Nearby) -> UInt32 { item.person == closestPerson ? 1 : 0 }

    private static func relation(_ item: Nearby) -> UInt32 { item.relation.rawValue << 1 | (item.isActor ? 1 : 0) }

    private static func side(_ item: Nearby) -> UInt32 { UInt32(Side.allCases.firstIndex(of: item.side) ?? 0) }
  }
}
