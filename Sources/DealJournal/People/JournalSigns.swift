import FactReading

/// The signs of a whole journal that a form names a person, or whose side a person stands on.
struct JournalSigns {
  let notes: JournalNotes
  let types: NameTypes
  /// For the keys of words that may be called a customer, the kinds of place where they stand, as in `AccountTable`.
  private let accountPlaces: [String: UInt32]
  private let bySurname: [String: [Int]]
  private let byGiven: [String: [Int]]
  private let titlesOfNames: Set<String>

  init(_ notes: JournalNotes, types: NameTypes) {
    self.notes = notes
    self.types = types
    accountPlaces = Dictionary(
      zip(notes.accountTable.surfaces.lazy.map(NameTypes.key), notes.accountTable.places), uniquingKeysWith: |)
    bySurname = Dictionary(grouping: types.all.indices.filter { !types.all[$0].surname.isEmpty }) {
      types.all[$0].surname
    }
    byGiven = Dictionary(grouping: types.all.indices.filter { !types.all[$0].given.isEmpty }) { types.all[$0].given }
    titlesOfNames = Set(types.all.filter { $0.form != .role && $0.sureCount > 0 }.flatMap(\.titles))
  }

  /// What holds of the form with an index of `types`.
  func ofForm(_ index: Int) -> [String] {
    let type = types.all[index]
    let places = types.places[index]
    var signs = [
      "n:\(PersonEvidence.size(type.count))", "notes:\(PersonEvidence.size(noteCount(of: places)))",
      "sure:\(type.sureCount * 4 / type.count)", "form:\(type.form.rawValue) all",
      type.sureCount > 0 ? "sure:any" : "sure:none",
      "length:\(min(type.key.unicodeScalars.count, 12)) \(type.isHan)",
      "form+n:\(type.form.rawValue) \(min(type.count, 4)) \(type.isHan) \(type.sureCount > 0)",
    ]
    let placesOfAccount = accountPlaces[type.key] ?? 0
    for place in AccountMention.Place.allCases where placesOfAccount >> UInt32(place.rawValue) & 1 == 1 {
      signs.append("account:\(place.rawValue)")
    }
    if type.form == .titled, type.isHan, !NameLexicon.isListedSurname(type.surname) {
      signs.append("unlisted surname:\(min(type.count, 3)) \(type.ownTitle.count)")
    }
    if !type.titles.isEmpty { signs.append("titles:\(PersonEvidence.size(type.titles.count))") }
    if !type.aliases.isEmpty { signs.append("aliases") }
    signs += relations(of: index)
    let capital = notes.nameTable.wordings(of: places).reduce(0) { sum, wording in
      wording.mention.surface.unicodeScalars.contains { $0.properties.isUppercase } ? sum + wording.count : sum
    }
    signs.append("capital:\(capital * 4 / type.count)")
    if type.form == .role {
      let bare = type.titles.sorted().joined(separator: " ")
      signs.append("role:\(bare)")
    }
    return signs
  }

  /// In how many notes names stand that are in order.
  private func noteCount(of names: ArraySlice<Int>) -> Int {
    var count = 0
    var last = -1
    for name in names where notes.nameTable.note[name] != last {
      last = notes.nameTable.note[name]
      count += 1
    }
    return count
  }

  /// How a form is borne out by others: a full name by 王总 or Angela, a lone word by the full names that it is part of.
  private func relations(of index: Int) -> [String] {
    let type = types.all[index]
    var signs: [String] = []
    func add(_ name: String, _ others: [Int]?, _ isWanted: (NameType) -> Bool) {
      let found = (others ?? []).filter { $0 != index && isWanted(types.all[$0]) }
      guard !found.isEmpty else { return }
      signs.append("\(name):\(type.form.rawValue)")
      if found.contains(where: { types.all[$0].sureCount > 0 }) { signs.append("\(name) sure:\(type.form.rawValue)") }
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
    _ places: [Int], map: DealMap, customers: CustomerNames, company: PersonCompany, person: Int
  ) -> [String] {
    var functions: Set<String> = []
    var forms: Set<String> = []
    var organisations: Set<String> = []
    for (wording, _) in notes.nameTable.wordings(of: places) {
      forms.insert(wording.form.rawValue)
      functions.formUnion(NameFunctions.named(in: wording.title))
      if let organisation = wording.organisation.map(NameTypes.key) { organisations.insert(organisation) }
    }
    let deals = Set(places.lazy.compactMap { notes.nameTable.sentence[$0].flatMap { map.dealOfSentence[$0] } })
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
