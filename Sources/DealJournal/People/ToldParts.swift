import FactReading
import SourceText

/// What a note says outright of somebody's side or part, in words that belong to the name: 赵工是我们的内线, 骆遥（我方AE）,
/// "Moira Quill, our champion". Marks decide over it, and it decides over what models read from habits.
struct ToldParts: Sendable {
  private var sides: [Int: Side] = [:]
  private var roles: [Int: Role] = [:]

  /// The side that the notes put a person on.
  func side(of person: Int) -> Side? { sides[person] }

  /// The part that the notes give a person.
  func role(of person: Int) -> Role? { roles[person] }

  /// Looks through all notes; `personOfName` is by the number of the name. Of two words about one person, the later stands.
  init(_ notes: JournalNotes, personOfName: [Int?], customers: CustomerNames, vocabulary: TeamVocabulary) {
    sides = OtherHouses(notes, personOfName: personOfName, customers: customers, vocabulary: vocabulary).sides
    readOwn(notes, personOfName)
    readParts(notes, personOfName)
    readAcquaintances(notes, personOfName)
  }

  private mutating func readOwn(_ notes: JournalNotes, _ personOfName: [Int?]) {
    for (note, reading) in notes.readings.enumerated() {
      for (name, sign) in zip(notes.names[note], reading.mentionSigns) {
        guard let person = personOfName[name] else { continue }
        if sign.beside.contains(.ours) {
          sides[person] = .ours
        } else if sign.beside.contains(.theirs), sides[person] == nil {
          sides[person] = .customer
        }
      }
    }
  }

  /// Whom notes know only as somebody's friend or neighbour has no part in what that one buys.
  private mutating func readAcquaintances(_ notes: JournalNotes, _ personOfName: [Int?]) {
    let isAcquaintance = notes.nameTable.wordings.map { $0.form == .role && NameFunctions.isAcquaintance($0.title) }
    var others: Set<Int> = []
    var known: Set<Int> = []
    for (name, person) in personOfName.enumerated() {
      guard let person else { continue }
      if isAcquaintance[notes.nameTable.wording[name]] { others.insert(person) } else { known.insert(person) }
    }
    for person in others.subtracting(known) where sides[person] == nil { sides[person] = .other }
  }

  private mutating func readParts(_ notes: JournalNotes, _ personOfName: [Int?]) {
    for (note, reading) in notes.readings.enumerated() {
      for sign in reading.dealSigns where sign.isStated {
        let part: (side: Side?, role: Role?)
        switch sign.kind {
        case .coach: part = (nil, .coach)
        case .decidesAlone: part = (nil, .economic)
        case .ourSide: part = (.ours, nil)
        case .tenderAgent: part = (.other, nil)
        default: continue
        }
        let people = personOfName[notes.names[note]]
        let named = reading.names.indices.filter {
          reading.names[$0].sentence == sign.sentence && people[people.startIndex + $0] != nil
        }
        let spans = named.map { reading.names[$0].span }
        let own = Self.bearer(of: sign, among: spans, in: reading.sentences[sign.sentence]).map { named[$0] }
        guard let name = own ?? Self.meantBefore(sign, named: named, in: reading),
          let person = people[people.startIndex + name]
        else { continue }
        if let side = part.side { sides[person] = side }
        if let role = part.role { roles[person] = role }
      }
    }
  }

  /// Whose the words are: the name that nothing but a copula, a comma or a bracket parts from them, before or behind; of
  /// "he decides alone" and 他说了算, the only one named in the sentence before.
  private static func bearer(of sign: DealSign, among names: [Span], in sentence: SentenceReading) -> Int? {
    if let before = names.lastIndex(where: { $0.end <= sign.span.start }) {
      if let between = sentence.words(from: names[before].end, to: sign.span.start, atMost: 24),
        joints.contains(between)
          // "Moira Quill in QA is our champion", 赵工，设备科的，是内线; of our own people a comma says nothing: 王总，我们这边……
          || sign.kind == .coach && (commas.contains(between) || between.hasSuffix("是") || between.hasSuffix(" is"))
          || sign.kind == .decidesAlone
            && (between.isEmpty || selves.contains(between) || before == 0 && goesOn(between))
      {
        return before
      }
      if sign.kind == .decidesAlone, before == 0,
        let between = sentence.words(from: names[before].end, to: sign.span.start, atMost: 120),
        // "Juno says he decides" speaks of somebody else.
        !speech.contains(where: between.contains),
        pronouns.contains(where: between.hasSuffix)
          || sentence.words(from: sign.span.start, to: sign.span.end, atMost: 40).map(beginsWithPronoun) == true
      {
        return before
      }
    }
    // What somebody else says of "our boss" is said of theirs.
    guard sign.kind != .decidesAlone, sign.kind != .ourSide || !sentence.isSpoken(before: sign, names),
      let behind = names.firstIndex(where: { $0.start >= sign.span.end }),
      let between = sentence.words(from: sign.span.end, to: names[behind].start, atMost: 40)
    else { return nil }
    let isTold =
      between.isEmpty || leads.contains(between) || sign.kind == .coach && commas.contains(between)
      // 招标代理是中正咨询的小易
      || sign.kind == .tenderAgent && between.hasPrefix("是") && between.hasSuffix("的")
    return isTold ? behind : nil
  }

  /// Whom "She has been our champion since March" means: the only one whom the sentence before it on the line names.
  private static func meantBefore(_ sign: DealSign, named: [Int], in reading: NoteReading) -> Int? {
    guard sign.kind == .coach || sign.kind == .decidesAlone, named.isEmpty, sign.sentence > 0,
      reading.sentences[sign.sentence].line == reading.sentences[sign.sentence - 1].line,
      let opening = reading.sentences[sign.sentence].words(
        from: reading.sentences[sign.sentence].span.start, to: sign.span.end, atMost: 60),
      beginsWithPronoun(opening), !speech.contains(where: opening.contains)
    else { return nil }
    let before = reading.names.indices.filter { reading.names[$0].sentence == sign.sentence - 1 }
    return before.count == 1 ? before[0] : nil
  }

  /// What joins a name to the words behind it.
  private static let joints: Set<String> = [
    "(", "（", "是", "就是", "算", "算是", "也是", "也算", "一直是", "成了", "is", "is now", "was", "became", "–", "—", "-",
  ]
  /// What strengthens "decides" behind a name.
  private static let selves: Set<String> = ["自己", "一个人", "himself", "herself", "who", ", who", "alone", "他", "她"]
  /// What joins words to the name behind them.
  private static let leads: Set<String> = ["的", ":", "：", "是", "就是", "is", "-", "–", "—"]
  private static let commas: Set<String> = [",", "，"]
  /// What stands for a name.
  private static let pronouns = ["他", "她", " he", " she"]

  /// What hands the word to the one named before.
  private static let speech = [
    "说", "讲", "觉得", "表示", "告诉", "透露", "问", "say", "said", "think", "told", "tell", "ask", "reckon",
  ]

  /// Whether words behind a name tell something of it and go on to tell more: "owns it and holds the money".
  private static func goesOn(_ words: String) -> Bool {
    words.hasSuffix(" and") && !words.contains(",") && !speech.contains(where: words.contains)
  }

  private static func beginsWithPronoun(_ words: String) -> Bool {
    words.hasPrefix("他") || words.hasPrefix("她") || words.lowercased().hasPrefix("he ")
      || words.lowercased().hasPrefix("she ")
  }
}

extension SentenceReading {
  /// Whether a sign stands in quotation marks, or behind somebody who may be speaking.
  fileprivate func isSpoken(before sign: DealSign, _ names: [Span]) -> Bool {
    if names.contains(where: { $0.end <= sign.span.start }) { return true }
    let before = String(decoding: Array(quote.utf8).prefix(max(0, sign.span.start - span.start)), as: UTF8.self)
    return before.count { $0 == "\"" } % 2 == 1 || before.contains { "“「『".contains($0) }
  }

  /// The words between two offsets of the file; nil when they are more than `limit` bytes or a stop, a semicolon or a bracket
  /// that closes stands among them.
  fileprivate func words(from start: Int, to end: Int, atMost limit: Int) -> String? {
    guard end - start <= limit else { return nil }
    let words = String(words(from: start, to: end))
    return words.contains { ".;!?)。；！？）".contains($0) } ? nil : words
  }
}
