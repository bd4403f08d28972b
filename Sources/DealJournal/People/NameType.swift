import FactReading

/// One written form of a name in a journal.
struct NameType {
  /// The form in lower case; what makes two forms one.
  let key: String
  /// What the form says; that of its most frequent reading.
  var form: NameForm
  var surname: String
  var given: String
  /// Titles told with it or beside it, each once, ascending.
  var titles: Set<String> = []
  /// How many places name somebody so.
  var count = 0
  /// How many of them show a person by themselves.
  var sureCount = 0
  /// Keys of other forms that some place says to be the same person.
  var aliases: Set<String> = []
  /// How many places mark it as a person's name, and the keys of other names that marks give the same person.
  var markedCount = 0
  var markedAliases: Set<String> = []

  /// Takes up the places where the form stands in one wording.
  mutating func add(_ wording: NameMention, count: Int) {
    if wording.isSure, sureCount == 0 {
      form = wording.form
      surname = wording.surname
      given = wording.given
    }
    self.count += count
    if wording.isSure { sureCount += count }
    if !wording.title.isEmpty { titles.insert(wording.title) }
    if wording.isMarked { markedCount += count }
    markedAliases.formUnion(wording.otherNames.lazy.map(NameTypes.key))
    if let alias = wording.alias { aliases.insert(NameTypes.key(alias)) }
  }

  /// The part of the form that says what somebody is: 副局长 of 王副局长, 太太 of 陳太太, whose surname is kept as 陈; 姓鲍的 says
  /// nothing.
  var ownTitle: String {
    form == .titled && (key.hasPrefix(surname) || isHan && !key.contains(surname))
      ? String(key.dropFirst(surname.count)) : ""
  }

  /// How the notes address whoever is called so, or what kin they call them; nil where neither tells.
  var address: Address?

  /// Whether one of both is called Mr or husband and the other Mrs, Ms or wife: a couple shares its surname.
  func isAddressedOtherwise(than other: NameType) -> Bool {
    address.flatMap { own in other.address.map { $0 != own } } ?? false
  }

  /// Which of the two, as far as a form of address tells.
  enum Address {
    case mr, ms

    /// What the first or last word of a Latin form says: Mrs Oxley, her husband.
    init?(of key: String) {
      let words: [(words: [String], address: Address)] = [
        (["mr ", "mr. "], .mr), (["mrs ", "mrs. ", "ms ", "ms. ", "miss "], .ms),
      ]
      let kin: [(words: [String], address: Address)] = [
        ([" husband", " father", " son", " brother", " dad"], .mr),
        ([" wife", " mother", " daughter", " sister", " mum"], .ms),
      ]
      let told =
        words.first { $0.words.contains(where: key.hasPrefix) } ?? kin.first { $0.words.contains(where: key.hasSuffix) }
      guard let told else { return nil }
      self = told.address
    }
  }

  /// Whether the form has both a surname and a given name.
  var isFull: Bool { !surname.isEmpty && !given.isEmpty }

  /// Whether the form is written in Han characters; `Grace 程` is not, for it is shortened to Grace.
  var isHan: Bool { (given.isEmpty ? surname : given).unicodeScalars.first.map { $0.value >= 0x2E80 } ?? false }
}

/// The written forms of a journal.
struct NameTypes {
  /// Every form, ordered by key.
  let all: [NameType]
  /// Position in `all` of the form with a key.
  let index: [String: Int]
  /// Position in `all` of a form that has a title around a name with a key: of 张敏经理 for 张敏.
  private let indexOfCore: [String: Int]
  /// For each form, the names that have it.
  let places: Grouping
  /// For each wording of the journal, the position of its form in `all`.
  private let ofWording: [Int]

  /// Groups the wordings of a journal.
  init(_ names: NameTable) {
    var types: [NameType] = []
    var positionOfKey: [String: Int] = [:]
    let positions = zip(names.wordings, names.counts).map { wording, count in
      let key = Self.key(wording.surface)
      let position = positionOfKey[key] ?? types.count
      if position == types.count {
        types.append(NameType(key: key, form: wording.form, surname: wording.surname, given: wording.given))
        positionOfKey[key] = position
      }
      types[position].add(wording, count: count)
      return position
    }
    for index in types.indices { types[index].address = NameType.Address(of: types[index].key) }
    // Her husband Ned Oxley: the kin is told beside the name.
    for type in types where type.form == .role {
      guard let address = type.address else { continue }
      for alias in type.aliases { if let other = positionOfKey[alias] { types[other].address = address } }
    }
    let order = types.indices.sorted { types[$0].key < types[$1].key }
    var rank = order
    for (new, old) in order.enumerated() { rank[old] = new }
    let ofWording = positions.map { rank[$0] }
    all = order.map { types[$0] }
    index = positionOfKey.mapValues { rank[$0] }
    indexOfCore = Dictionary(
      zip(names.wordings, ofWording).compactMap { wording, position in wording.core.map { (Self.key($0), position) } },
      uniquingKeysWith: min)
    places = Grouping(names.wording.map { ofWording[$0] }, count: types.count)
    self.ofWording = ofWording
  }

  /// Position in `all` of the form with a key, or of one that has a title around it.
  func position(of key: String) -> Int? { index[key] ?? indexOfCore[key] }

  /// The form of a wording, as an index of `all`.
  subscript(ofWording wording: Int) -> Int { ofWording[wording] }

  /// The key of words as written.
  static func key(_ surface: String) -> String { surface.lowercased() }
}
