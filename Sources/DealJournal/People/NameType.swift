import FactReading
import SourceText

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

  /// Takes up one place where the form stands.
  mutating func add(_ mention: NameMention, at place: Place) {
    if mention.isSure, sureCount == 0 {
      form = mention.form
      surname = mention.surname
      given = mention.given
    }
    if mention.isSure { sureCount += 1 }
    if !mention.title.isEmpty { titles.insert(mention.title) }
    if mention.isMarked { markedCount += 1 }
    markedAliases.formUnion(mention.otherNames.lazy.map(NameTypes.key))
    if let alias = mention.alias { aliases.insert(NameTypes.key(alias)) }
    places.append(place)
  }

  /// The part of the form that says what somebody is: 副局长 of 王副局长.
  var ownTitle: String {
    form == .titled && key.hasPrefix(surname) ? String(key.dropFirst(surname.count)) : ""
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
  /// For each note and mention, the position of its form in `all`.
  private let ofMention: [[Int]]

  /// Groups the mentions of all notes; `readings` are ordered by path.
  init(_ readings: [NoteReading]) {
    var types: [NameType] = []
    var positionOfKey: [String: Int] = [:]
    // A journal writes few names many times: most mentions need no new key.
    var positionOfSurface: [ExactText: Int] = [:]
    let positions = readings.enumerated().map { note, reading in
      reading.names.enumerated().map { index, mention in
        let position: Int
        if let known = positionOfSurface[ExactText(mention.surface)] {
          position = known
        } else {
          let key = Self.key(mention.surface)
          position = positionOfKey[key] ?? types.count
          if position == types.count {
            types.append(NameType(key: key, form: mention.form, surname: mention.surname, given: mention.given))
            positionOfKey[key] = position
          }
          positionOfSurface[ExactText(mention.surface)] = position
        }
        types[position].add(mention, at: NameType.Place(note: note, mention: index))
        return position
      }
    }
    let order = types.indices.sorted { types[$0].key < types[$1].key }
    var rank = order
    for (new, old) in order.enumerated() { rank[old] = new }
    all = order.map { types[$0] }
    index = positionOfKey.mapValues { rank[$0] }
    ofMention = positions.map { $0.map { rank[$0] } }
  }

  /// Whether a mention is of a full name.
  func isFull(_ place: NameType.Place) -> Bool { all[ofMention[place.note][place.mention]].isFull }

  /// The key of words as written.
  static func key(_ surface: String) -> String { surface.lowercased() }
}
