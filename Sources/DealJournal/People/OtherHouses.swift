import FactReading
import SourceText

/// Who belongs to another house, as the notes say in so many words: a rival's (竞争对手锐封的小马, "Vacline's man, Stu Hebden"),
/// or that of a customer whom we only show (安海食品的案例，陈科长…, a reference visit to "Mr Bhandari at Corran"), or who
/// only sent us (老客户贺工介绍的, "introduced by Pete Holt"). None of them has a part in the decision.
struct OtherHouses {
  /// The side of each person of whom it is told, by index of `Cast.people`.
  private(set) var sides: [Int: Side] = [:]
  private let customers: CustomerNames
  private let vocabulary: TeamVocabulary
  private let rivals: RivalNames
  /// What people are called: Dana's man is no man of a house called Dana.
  private let names: Set<String>

  /// Looks through all notes; `personOfName` is by the number of the name.
  init(_ notes: JournalNotes, personOfName: [Int?], customers: CustomerNames, vocabulary: TeamVocabulary) {
    self.customers = customers
    self.vocabulary = vocabulary
    rivals = RivalNames(notes)
    let table = notes.nameTable
    let people = personOfName.indices.lazy.filter { personOfName[$0] != nil }
    names = Set(people.map { table.wording[$0] }).reduce(into: []) { names, wording in
      let mention = table.wordings[wording]
      names.formUnion([NameTypes.key(mention.surface), mention.given, mention.surname])
    }
    let ofRival = table.wordings.map { wording in wording.organisation.map { side(of: $0) == .competitor } ?? false }
    var aside: Set<Int> = []
    for (note, reading) in notes.readings.enumerated() {
      let rivalWords = reading.dealSigns.filter { $0.kind == .rivalSide && !$0.isDenied }
      let references = reading.dealSigns.filter { $0.kind == .referenceSite && !$0.isDenied }
      for (index, number) in notes.names[note].enumerated() {
        guard let person = personOfName[number] else { continue }
        let mention = reading.names[index]
        guard let sentence = mention.sentence else { continue }
        let beside = reading.mentionSigns[index].beside
        if ofRival[table.wording[number]] {
          sides[person] = .competitor
        } else if beside.contains(.ofHouse),
          let side = WordsBeside.house(before: mention.span, of: reading.sentences[sentence]).flatMap({
            side(of: String($0))
          })
        {
          sides[person] = side
        } else if rivalWords.contains(where: {
          $0.sentence == sentence && $0.isNear(mention) && Self.owns($0, mention, in: reading.sentences[sentence])
        }) {
          sides[person] = .competitor
        } else if let sign = references.first(where: { $0.sentence == sentence }) {
          if mention.organisation.map(isElsewhere) == true {
            sides[person] = .other
          } else if sign.isNear(mention), isPresented(mention, by: sign, in: reading.sentences[sentence]) {
            aside.insert(person)
          }
        } else if beside.contains(.sentUs) {
          aside.insert(person)
        }
      }
    }
    // Whoever was only listening when a reference was shown, or sent us and has a say besides, is named elsewhere as well.
    guard !aside.isEmpty else { return }
    var sentences: [Int: Set<Int>] = [:]
    for name in people {
      guard let person = personOfName[name], aside.contains(person), let sentence = table.sentence[name] else {
        continue
      }
      sentences[person, default: []].insert(sentence)
    }
    for (person, sentences) in sentences where sentences.count == 1 { sides[person] = .other }
  }

  /// Whose house an organisation is: a rival's, or at least none that buys from us.
  private func side(of organisation: String) -> Side? {
    let key = NameTypes.key(organisation)
    if WordsBeside.rivals.opening(key[...]) != nil || vocabulary.isCompetitor(organisation) { return .competitor }
    guard isElsewhere(organisation) else { return nil }
    return rivals.mayInclude(key) ? .competitor : .other
  }

  /// Whether words are an organisation's name, and none of a customer.
  private func isElsewhere(_ organisation: String) -> Bool {
    let key = NameTypes.key(organisation)
    let isHan = key.utf8.first.map { $0 >= 0xE0 } ?? false
    return key.count > 1 && !customers.include(key) && (!names.contains(key) || rivals.include(key))
      && NameFunctions.named(in: key).isEmpty
      && (!isHan || AccountMention.hasKind(organisation) || rivals.mayInclude(key))
  }

  /// Whether somebody is the one through whom a customer is shown: 安海食品的案例，陈科长…, `reference: Joe Hart`.
  private func isPresented(_ mention: NameMention, by sign: DealSign, in sentence: SentenceReading) -> Bool {
    let between = sentence.words(from: sign.span.end, to: mention.span.start)
    if between == ":" || between == "：" { return true }
    guard between == "，" || between == "," else { return false }
    let house = sentence.wordsAsWritten(before: sign.span).split(whereSeparator: { "，,了看讲".contains($0) }).last
    return house.map { isElsewhere(String($0)) } ?? false
  }

  /// Whether a name stands behind a word for rivals and 的, with no more than the rival's own name in between: 对手的小马,
  /// 竞争对手锐封的小马, but not 对手在找我们的小马.
  private static func owns(_ sign: DealSign, _ mention: NameMention, in sentence: SentenceReading) -> Bool {
    let between = sentence.words(from: sign.span.end, to: mention.span.start)
    return between.hasSuffix("的") && between.count <= 8 && !between.contains { "我你他她在找给跟和对说是把被比让，".contains($0) }
  }
}

extension DealSign {
  /// Whether a name stands so close behind the words that it may be what they speak of.
  fileprivate func isNear(_ mention: NameMention) -> Bool { (0...40).contains(mention.span.start - span.end) }
}
