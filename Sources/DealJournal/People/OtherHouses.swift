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
    names = personOfName.indices.reduce(into: []) { names, number in
      guard personOfName[number] != nil else { return }
      let mention = notes.mention(number)
      names.formUnion([NameTypes.key(mention.surface), mention.given, mention.surname])
    }
    var lines: [Int: Set<Int>] = [:]
    var aside: Set<Int> = []
    for (note, reading) in notes.readings.enumerated() {
      let rivalWords = reading.dealSigns.filter { $0.kind == .rivalSide && !$0.isDenied }
      let references = reading.dealSigns.filter { $0.kind == .referenceSite && !$0.isDenied }
      for (number, mention) in zip(notes.names[note], reading.names) {
        guard let person = personOfName[number], let sentence = mention.sentence else { continue }
        lines[person, default: []].insert(notes.sentences[note].lowerBound + sentence)
        if let side = side(of: mention, in: reading.sentences[sentence]) {
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
        } else if Self.sentUs(mention, in: reading.sentences[sentence]) {
          aside.insert(person)
        }
      }
    }
    // Whoever was only listening when a reference was shown, or sent us and has a say besides, is named elsewhere as well.
    for person in aside where lines[person]?.count == 1 { sides[person] = .other }
  }

  private func side(of mention: NameMention, in sentence: SentenceReading) -> Side? {
    if let organisation = mention.organisation, let side = side(of: organisation), side == .competitor { return side }
    return Self.house(sentence.wordsAsWritten(before: mention.span)).flatMap { side(of: String($0)) }
  }

  /// Whose house an organisation is: a rival's, or at least none that buys from us.
  private func side(of organisation: String) -> Side? {
    let key = NameTypes.key(organisation)
    if Self.rivalWords.opening(key[...]) != nil || vocabulary.isCompetitor(organisation) { return .competitor }
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

  /// Whether somebody is the one who vouched for us: 贺工介绍的, "referred by Pete Holt".
  private static func sentUs(_ mention: NameMention, in sentence: SentenceReading) -> Bool {
    let behind = sentence.words(from: mention.span.end, to: mention.span.end + longestSender)
    if senders.opening(behind) != nil { return true }
    // What 贺工介绍的情况 tells of, he presented.
    if let verb = presenters.opening(behind) {
      return behind.dropFirst(verb.count).first.map { !$0.isLetter } ?? true
    }
    let before = sentence.words(before: mention.span)
    return sendersBefore.contains(where: before.endsInEitherCase)
  }

  private static let presenters: FixedWords = ["介绍的", "推荐的"]
  private static let senders: FixedWords = [
    "介绍来", "介绍过来", "介绍给我们", "介绍认识", "推荐来", "推荐过来", "推荐我们", "推荐给我们", "牵的线", "牵线",
  ]
  /// Bytes, with a blank before and a character behind.
  private static let longestSender = 24
  private static let sendersBefore = [
    "introduced by", "referred by", "recommended by", "referral from", "came through",
  ]
  private static let rivalWords: FixedWords = [
    "竞争对手", "对手", "友商", "竞品", "竞对", "对家", "competitor", "the competition", "rival",
  ]
  /// What somebody is to the house that stands before them: Vacline's man, the competitor's rep.
  private static let men: FixedWords = [
    " man", " guy", " rep", " reps", " bloke", " chap", " salesman", " saleswoman", " salesperson", " sales rep",
    " sales guy", " account manager", " people",
  ]

  /// The house of whom "X's man" or "X's rep" right before a name says that they are.
  private static func house(_ before: Substring) -> Substring? {
    var words = before
    while words.ends(with: " ") || words.ends(with: ",") { words.removeLast() }
    guard let man = men.ending(words) else { return nil }
    words.removeLast(man.count)
    if words.ends(with: "'s") || words.ends(with: "’s") {
      words.removeLast(2)
    } else if rivalWords.ending(NameTypes.key(String(words))[...]) == nil {
      return nil
    }
    let house = words.split(separator: " ").reversed().prefix {
      $0.first.map { $0.isUppercase || $0.isNumber || $0 == "&" } ?? false
    }
    if let first = house.last { return words[first.startIndex...] }
    return rivalWords.ending(words) != nil ? words.split(separator: " ").last : nil
  }
}

extension DealSign {
  /// Whether a name stands so close behind the words that it may be what they speak of.
  fileprivate func isNear(_ mention: NameMention) -> Bool { (0...40).contains(mention.span.start - span.end) }
}
