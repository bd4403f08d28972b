import FactReading
import SourceText

/// What a journal shows of one form or one person, as the features that `PeopleModel` weighs.
package struct PersonEvidence: Sendable {
  /// Features in ascending order, each with the share of mentions that have it, as a square root: a rare sign still counts.
  package let values: [(feature: UInt16, value: Float)]

  /// The evidence of mentions, and of `signs` that hold for all of them together.
  init(_ mentions: some Collection<NameMention>, signs: [String]) {
    var counts = [Int32](repeating: 0, count: NameFeatures.count)
    for mention in mentions {
      for feature in mention.features { counts[Int(feature)] += 1 }
    }
    let whole = Float(max(mentions.count, 1))
    for sign in signs { counts[Int(NameFeatures.hash(sign))] = -1 }
    var sorted: [(feature: UInt16, value: Float)] = []
    for feature in counts.indices where counts[feature] != 0 {
      let count = counts[feature]
      sorted.append((UInt16(feature), count < 0 ? 1 : (Float(count) / whole).squareRoot()))
    }
    // Words count together as much as a few signs, however many mentions bring them in.
    let words = sorted.reduce(Float(0)) { $1.feature < NameFeatures.firstWord ? $0 : $0 + $1.value * $1.value }
    let scale = Self.wordNorm / max(words, 1).squareRoot()
    self.values = sorted.map { $0.feature < NameFeatures.firstWord ? $0 : ($0.feature, $0.value * scale) }
  }

  private static let wordNorm: Float = 2

  /// A number as one of few sizes: 1, 2, 3–4, 5–8, …
  static func size(_ count: Int) -> Int {
    var size = 0
    while 1 << size < count { size += 1 }
    return size
  }
}

/// The signs of a whole journal that a form names a person, or whose side a person stands on.
struct JournalSigns {
  let readings: [NoteReading]
  let types: NameTypes
  private let accountPlaces: [String: Set<Int>]
  private let bySurname: [String: [Int]]
  private let byGiven: [String: [Int]]
  private let titlesOfNames: Set<String>

  init(_ readings: [NoteReading], types: NameTypes) {
    self.readings = readings
    self.types = types
    var places: [String: Set<Int>] = [:]
    for reading in readings {
      for account in reading.accounts {
        places[NameTypes.key(account.surface), default: []].insert(account.place.rawValue)
      }
    }
    accountPlaces = places
    bySurname = Dictionary(grouping: types.all.indices.filter { !types.all[$0].surname.isEmpty }) {
      types.all[$0].surname
    }
    byGiven = Dictionary(grouping: types.all.indices.filter { !types.all[$0].given.isEmpty }) { types.all[$0].given }
    titlesOfNames = Set(types.all.filter { $0.form != .role && $0.sureCount > 0 }.flatMap(\.titles))
  }

  func ofForm(_ type: NameType) -> [String] {
    var signs = [
      "n:\(PersonEvidence.size(type.places.count))", "notes:\(PersonEvidence.size(Set(type.places.map(\.note)).count))",
      "sure:\(type.sureCount * 4 / type.places.count)", "form:\(type.form.rawValue) all",
      type.sureCount > 0 ? "sure:any" : "sure:none",
      "length:\(min(type.key.unicodeScalars.count, 12)) \(type.isHan)",
      "form+n:\(type.form.rawValue) \(min(type.places.count, 4)) \(type.isHan) \(type.sureCount > 0)",
    ]
    for place in accountPlaces[type.key] ?? [] { signs.append("account:\(place)") }
    if type.form == .titled, type.isHan, !NameLexicon.isListedSurname(type.surname) {
      signs.append("unlisted surname:\(min(type.places.count, 3)) \(type.ownTitle.count)")
    }
    if !type.titles.isEmpty { signs.append("titles:\(PersonEvidence.size(type.titles.count))") }
    if !type.aliases.isEmpty { signs.append("aliases") }
    signs += relations(of: type)
    let capital = type.places.filter {
      readings[$0.note].names[$0.mention].surface.unicodeScalars.contains { $0.properties.isUppercase }
    }.count
    signs.append("capital:\(capital * 4 / type.places.count)")
    if type.form == .role {
      let bare = type.titles.sorted().joined(separator: " ")
      signs.append("role:\(bare)")
    }
    return signs
  }

  /// How a form is borne out by others: a full name by 王总 or Angela, a lone word by the full names that it is part of.
  private func relations(of type: NameType) -> [String] {
    var signs: [String] = []
    func add(_ name: String, _ others: [Int]?, _ isWanted: (NameType) -> Bool) {
      let found = (others ?? []).map { types.all[$0] }.filter { $0.key != type.key && isWanted($0) }
      guard !found.isEmpty else { return }
      signs.append("\(name):\(type.form.rawValue)")
      if found.contains(where: { $0.sureCount > 0 }) { signs.append("\(name) sure:\(type.form.rawValue)") }
    }
    if type.form == .full || !type.surname.isEmpty && !type.given.isEmpty {
      add("titled of surname", bySurname[type.surname]) { $0.form == .titled || $0.form == .familiar }
      add("other full of surname", bySurname[type.surname]) { $0.form == .full }
      add("given of full", byGiven[type.given]) { $0.form == .given || $0.form == .familiar }
      add("surname alone", byGiven[type.surname]) { $0.form == .given }
      if type.isHan {
        add("extends", types.index[type.surname + String(type.given.dropLast())].map { [$0] }) { $0.given.count == 1 }
        add("extended", bySurname[type.surname]) { $0.given.count > type.given.count && $0.given.hasPrefix(type.given) }
        signs.append("given length:\(type.given.count)")
        signs.append("surname:\(type.surname)")
      }
    } else {
      add("full of given", byGiven[type.given]) { $0.form == .full }
      add("full with surname", bySurname[type.given]) { $0.form == .full || $0.form == .titled }
      add("full of surname", bySurname[type.surname]) { $0.form == .full }
      add("titled of surname", bySurname[type.surname]) { $0.form == .titled }
    }
    if type.form == .role, titlesOfNames.contains(where: { title in type.titles.contains { title.hasSuffix($0) } }) {
      signs.append("title of a name")
    }
    return signs
  }

  /// What holds of a person in the whole journal: how widely the notes name them, beside whom, and by which functions.
  func ofPerson(
    _ places: [NameType.Place], map: DealMap, customers: CustomerNames, company: PersonCompany, person: Int
  ) -> [String] {
    var deals: Set<Int> = []
    var functions: Set<String> = []
    var forms: Set<String> = []
    var organisations: Set<String> = []
    for place in places {
      let mention = readings[place.note].names[place.mention]
      forms.insert(mention.form.rawValue)
      functions.formUnion(NameFunctions.named(in: mention.title))
      if let organisation = mention.organisation.map(NameTypes.key) {
        organisations.insert(organisation)
      }
      if let sentence = mention.sentence, let deal = map.deal(ofSentence: sentence, inNote: place.note) {
        deals.insert(deal)
      }
    }
    var signs = functions.map { "is:\($0)" } + forms.map { "called:\($0)" }
    signs += organisations.map { customers.include($0) ? "organisation:customer" : "organisation:elsewhere" }
    if functions.isEmpty { signs.append(forms == ["given"] || forms == ["familiar"] ? "plain name" : "no function") }
    let entries = company.entryCount(of: person)
    // In a journal of one customer or a few days, naming somebody everywhere says nothing.
    if map.deals.count > 2 {
      signs.append("deals:\(min(deals.count, 4))")
      signs.append("deals+entries:\(min(deals.count, 3)) \(PersonEvidence.size(entries))")
    }
    if company.entryCount > 5 {
      signs.append("entries:\(PersonEvidence.size(entries))")
      signs.append("entry share:\(PersonEvidence.size(entries * 32 / company.entryCount))")
      if let bridging = company.bridging(of: person) {
        signs.append("bridging:\(Int(bridging * 5))")
        signs.append("bridging+deals:\(Int(bridging * 3)) \(min(deals.count, 3))")
      }
    }
    return signs
  }
}

/// What the customers of a journal are called, in lower case.
struct CustomerNames {
  /// Each once, in order of bytes.
  private let sorted: [[UInt8]]
  private let all: Set<ArraySlice<UInt8>>

  init(_ map: DealMap) {
    let names = map.deals.flatMap { [$0.name, $0.account] + $0.surfaces }.map { Array(NameTypes.key($0).utf8)[...] }
    all = Set(names.filter { !$0.isEmpty })
    sorted = all.map(Array.init).sorted { $0.lexicographicallyPrecedes($1) }
  }

  /// Whether an organisation in lower case is one of them, a beginning of one, or has one at its beginning or end.
  func include(_ organisation: String) -> Bool {
    let words = Array(organisation.utf8)
    let next = sorted.firstIndexSorted { !$0.lexicographicallyPrecedes(words) }
    if next < sorted.count, sorted[next].starts(with: words) { return true }
    return words.indices.contains { all.contains(words[...$0]) || all.contains(words[$0...]) }
  }
}
