import FactReading

/// In which entries people are named, and who is named beside whom.
struct PersonCompany {
  private let entries: [Set<Int>]
  /// Number of entries of the journal.
  let entryCount: Int
  private let peopleOfEntry: [Int: [Int]]

  /// `places` are those of each person.
  init(_ places: [[NameType.Place]], readings: [NoteReading]) {
    var firstEntry: [Int] = []
    var count = 0
    for reading in readings {
      firstEntry.append(count)
      count += reading.entries.count
    }
    entryCount = count
    entries = places.map { places in
      Set(places.map { firstEntry[$0.note] + readings[$0.note].names[$0.mention].entry })
    }
    var peopleOfEntry: [Int: [Int]] = [:]
    for (person, entries) in entries.enumerated() {
      for entry in entries { peopleOfEntry[entry, default: []].append(person) }
    }
    self.peopleOfEntry = peopleOfEntry
  }

  /// In how many entries a person is named.
  func entryCount(of person: Int) -> Int { entries[person].count }

  /// Of the pairs of people named beside a person, the share who are never named beside each other: high for our own
  /// people, who turn up with every customer. Nil without two others.
  func bridging(of person: Int) -> Double? {
    var together: [Int: Int] = [:]
    for entry in entries[person] {
      for other in peopleOfEntry[entry] ?? [] where other != person { together[other, default: 0] += 1 }
    }
    // The two dozen named beside them most are enough to tell, and keep large journals linear.
    let others = together.sorted { ($1.value, $0.key) < ($0.value, $1.key) }.prefix(24).map(\.key)
    guard others.count > 1 else { return nil }
    var apart = 0
    for (position, one) in others.enumerated() {
      for other in others[(position + 1)...] where entries[one].isDisjoint(with: entries[other]) { apart += 1 }
    }
    return Double(apart) / Double(others.count * (others.count - 1) / 2)
  }
}
