/// The words that names are made of and stand among, in the shapes in which the name grammar asks for them.
package final class NameLexicon: Sendable {
  /// The lexicon that is compiled into the program.
  static let builtin = NameLexicon()

  /// Titles, roles, verbs of speech and the like, as phrases.
  let phrases: Lexicon
  /// What functions and the words near a name say of somebody's part and side.
  let functions: Lexicon
  /// Surnames of one character; those that are also everyday words; characters that no given name has.
  let surnames: HanSet
  let wordSurnames: HanSet
  let neverGiven: HanSet
  /// Characters before a title that belong to it or point at it, so that they are nobody's surname there.
  let neverSurname: HanSet
  /// Characters that are common in given names.
  let usualGiven: HanSet
  /// Surnames of two characters, as pairs of scalars.
  let doubleSurnames: Set<UInt64>
  /// The first characters of those.
  let doubleSurnameHeads: HanSet
  private let placeEnds: HanSet
  private let towns: Set<String>
  private let words: WordClasses

  /// What is known of an English word.
  struct WordClass: OptionSet, Sendable {
    let rawValue: UInt8
    /// A common given name.
    static let given = WordClass(rawValue: 1)
    /// A given name that is an everyday word or a place as well.
    static let ambiguousGiven = WordClass(rawValue: 2)
    /// An everyday word.
    static let common = WordClass(rawValue: 4)
  }

  private init() {
    phrases = .names
    functions = .functions
    var characters: [String: [ArraySlice<UInt8>]] = [:]
    var words = WordClasses()
    for file in Lexicon.embedded(where: { $0 == "names-characters.txt" }) {
      Lexicon.forEachPhrase(in: file) { characters[$0, default: []].append($1) }
    }
    for file in Lexicon.embedded(where: { $0 == "names-given.txt" || $0 == "names-common.txt" }) {
      Lexicon.forEachPhrase(in: file) { concept, phrase in
        let kind: WordClass =
          concept == "name.given" ? .given : concept == "name.given.word" ? .ambiguousGiven : .common
        words.insert(kind, for: phrase)
      }
    }
    surnames = HanSet(characters["zh.surname"] ?? [])
    wordSurnames = HanSet(characters["zh.surname.word"] ?? [])
    neverGiven = HanSet(characters["zh.given.never"] ?? [])
    neverSurname = HanSet(characters["zh.surname.never"] ?? [])
    usualGiven = HanSet(characters["zh.given.usual"] ?? [])
    placeEnds = HanSet(characters["zh.place.end"] ?? [])
    towns = Set((characters["zh.town"] ?? []).map { String(decoding: $0, as: UTF8.self) })
    doubleSurnames = Set(
      (characters["zh.surname"] ?? []).compactMap { phrase in
        guard phrase.count == 6 else { return nil }
        let scalars = String(decoding: phrase, as: UTF8.self).unicodeScalars.map(\.value)
        return UInt64(scalars[0]) << 32 | UInt64(scalars[1])
      })
    doubleSurnameHeads = HanSet((characters["zh.surname"] ?? []).filter { $0.count == 6 }.map { $0.prefix(3) })
    self.words = words
  }

  /// Whether a surname of one or two Han characters is in the lists.
  package static func isListedSurname(_ surname: String) -> Bool {
    let scalars = surname.unicodeScalars.map(\.value)
    if scalars.count == 2 { return builtin.doubleSurnames.contains(UInt64(scalars[0]) << 32 | UInt64(scalars[1])) }
    return scalars.count == 1 && builtin.surnames.contains(scalars[0])
  }

  /// Whether an English word in any case is a common given name.
  package static func isGivenName(_ word: some StringProtocol) -> Bool {
    let scalars = word.unicodeScalars.map(\.value)
    return !builtin.wordClass(scalars[...]).isDisjoint(with: [.given, .ambiguousGiven])
  }

  /// Whether a Simplified name is a surname and 家, as a household is called: 吴家, 欧阳家.
  package static func isHousehold(_ name: String) -> Bool {
    name.last == "家" && isListedSurname(String(name.dropLast()))
  }

  /// How many characters of a Han name are the town with which it begins: 2 of 中山永兴塑胶, 3 of 昆山市宏泰; 0 when none is or
  /// less than a name is left. `others` are towns beside those of the lexicon.
  package static func townLength(_ name: [Character], others: Set<String> = []) -> Int {
    func isTown(_ name: String) -> Bool { builtin.towns.contains(name) || others.contains(name) }
    guard let length = (2...4).last(where: { $0 < name.count && isTown(String(name[..<$0])) }) else { return 0 }
    let end = name[length] == "市" || placeKind(of: name) == length ? length + 1 : length
    return name.count - end < 2 ? 0 : end
  }

  /// The town of two characters that a name tells by what it calls it: 临浦 of 临浦区第二小学.
  package static func toldTown(_ name: [Character]) -> String? {
    placeKind(of: name).map { String(name[..<$0]) }
  }

  /// Where a name says what sort of place its first two characters are, with a name of its own behind.
  private static func placeKind(of name: [Character]) -> Int? {
    name.count >= 5 && "区县市镇乡".contains(name[2]) && !"域内间".contains(name[3]) ? 2 : nil
  }

  /// Whether a department, an office or a place may end with a character: 科 of 基教科, 市 of 海州市.
  func isPlaceEnd(_ scalar: UInt32) -> Bool { placeEnds.contains(scalar) }

  /// What is known of an English word; case is ignored.
  func wordClass(_ scalars: ArraySlice<UInt32>) -> WordClass {
    var hash = NameHash()
    for scalar in scalars { hash.add(scalar: LatinNames.lowercased(scalar)) }
    return words[hash.whole]
  }
}

/// Classes of words by the 64-bit hash of each, in an open-addressed table: a journal's own words meet one of the few
/// thousand entries by accident about once in 10^15.
private struct WordClasses: Sendable {
  private var slots: [(hash: UInt64, kind: NameLexicon.WordClass)] = []
  private var count = 0

  mutating func insert(_ kind: NameLexicon.WordClass, for word: ArraySlice<UInt8>) {
    if count * 2 >= slots.count { grow() }
    var hash = NameHash()
    for byte in word { hash.add(byte) }
    let slot = slot(of: hash.whole)
    if slots[slot].hash == 0 { count += 1 }
    slots[slot] = (hash.whole, slots[slot].kind.union(kind))
  }

  subscript(hash: UInt64) -> NameLexicon.WordClass { slots.isEmpty ? [] : slots[slot(of: hash)].kind }

  /// Where an entry stands or would stand.
  private func slot(of hash: UInt64) -> Int {
    var slot = Int(truncatingIfNeeded: hash ^ hash >> 32) & (slots.count - 1)
    while slots[slot].hash != 0, slots[slot].hash != hash { slot = (slot + 1) & (slots.count - 1) }
    return slot
  }

  private mutating func grow() {
    let old = slots
    slots = [(hash: UInt64, kind: NameLexicon.WordClass)](
      repeating: (0, []), count: max(old.count * 2, 1 << 14))
    for entry in old where entry.hash != 0 { slots[slot(of: entry.hash)] = entry }
  }
}

extension NameLexicon {
  /// The concepts of the name lexicons.
  struct Concepts: Sendable {
    let title, shortTitle, weakTitle, fore, kinship, role, department, speech, before, stop, softStop: Concept
    let office, honorific, englishTitle, englishKinship, englishRole, englishSpeech, englishBefore, place,
      organisation: Concept

    fileprivate init(_ lexicon: Lexicon) {
      title = lexicon.concept("zh.title")
      shortTitle = lexicon.concept("zh.title.short")
      weakTitle = lexicon.concept("zh.title.weak")
      fore = lexicon.concept("zh.fore")
      kinship = lexicon.concept("zh.kinship")
      role = lexicon.concept("zh.role")
      department = lexicon.concept("zh.department")
      speech = lexicon.concept("zh.speech")
      before = lexicon.concept("zh.before")
      stop = lexicon.concept("zh.stop")
      softStop = lexicon.concept("zh.stop.soft")
      office = lexicon.concept("name.office")
      honorific = lexicon.concept("en.honorific")
      englishTitle = lexicon.concept("en.title")
      englishKinship = lexicon.concept("en.kinship")
      englishRole = lexicon.concept("en.role")
      englishSpeech = lexicon.concept("en.speech")
      englishBefore = lexicon.concept("en.before")
      place = lexicon.concept("en.place")
      organisation = lexicon.concept("en.organisation")
    }
  }

  /// The concepts of the built-in name lexicons.
  static let concepts = Concepts(builtin.phrases)
}
