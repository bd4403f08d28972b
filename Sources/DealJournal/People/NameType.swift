import FactReading

/// One written form of a name, with every place of a journal where it stands.
struct NameType {
  /// The form in lower case; what makes two forms one.
  let key: String
  /// What the form says; that of its most frequent reading.
  var form: NameForm
  var surname: String
  var given: String
  /// Titles told with it or beside it, each once, ascending.
  var titles: Set<String> = []
  /// Where it stands: note and mention, in order of the notes' paths.
  var places: [Place] = []
  /// How many places show a person by themselves.
  var sureCount = 0
  /// Keys of other forms that some place says to be the same person.
  var aliases: Set<String> = []
  /// How many places mark it as a person's name, and the keys of other names that marks give the same person.
  var markedCount = 0
  var markedAliases: Set<String> = []

  /// A mention by its note and its position in `NoteReading.names`.
  struct Place: Hashable {
    let note: Int
    let mention: Int
  }

  /// The part of the form that says what somebody is: 副局长 of 王副局长.
  var ownTitle: String {
    form == .titled && key.hasPrefix(surname) ? String(key.dropFirst(surname.count)) : ""
  }

  /// Whether the form has both a surname and a given name.
  var isFull: Bool { !surname.isEmpty && !given.isEmpty }

  /// Whether the form is written in Han characters.
  var isHan: Bool { (surname + given).unicodeScalars.first.map { $0.value >= 0x2E80 } ?? false }
}

/// The written forms of a journal.
struct NameTypes {
  /// Every form, ordered by key.
  let all: [NameType]
  /// Position in `all` of the form with a key.
  let index: [String: Int]
  /// For each note and mention, the position of its form in `all`.
  let ofMention: [[Int]]

  /// Groups the mentions of all notes; `readings` are ordered by path.
  init(_ readings: [NoteReading]) {
    var types: [String: NameType] = [:]
    for (note, reading) in readings.enumerated() {
      for (position, mention) in reading.names.enumerated() {
        let key = Self.key(mention.surface)
        var type =
          types[key] ?? NameType(key: key, form: mention.form, surname: mention.surname, given: mention.given)
        if mention.isSure, type.sureCount == 0 {
          type.form = mention.form
          type.surname = mention.surname
          type.given = mention.given
        }
        if mention.isSure { type.sureCount += 1 }
        if !mention.title.isEmpty { type.titles.insert(mention.title) }
        if mention.isMarked { type.markedCount += 1 }
        type.markedAliases.formUnion(mention.otherNames.lazy.map(Self.key))
        if let alias = mention.alias { type.aliases.insert(Self.key(alias)) }
        type.places.append(NameType.Place(note: note, mention: position))
        types[key] = type
      }
    }
    let sorted = types.values.sorted { $0.key < $1.key }
    let index = Dictionary(uniqueKeysWithValues: sorted.enumerated().map { ($1.key, $0) })
    all = sorted
    self.index = index
    ofMention = readings.map { $0.names.map { index[Self.key($0.surface)] ?? 0 } }
  }

  /// Whether a mention is of a full name.
  func isFull(_ place: NameType.Place) -> Bool { all[ofMention[place.note][place.mention]].isFull }

  /// The key of words as written.
  static func key(_ surface: String) -> String { surface.lowercased() }
}
