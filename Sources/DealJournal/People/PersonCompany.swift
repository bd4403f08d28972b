import SourceText

/// In which entries people are named, and who is named beside whom.
struct PersonCompany {
  /// For each person, the numbers of the entries that name them, ascending.
  private let entries: [[Int]]
  /// Number of entries of the journal.
  let entryCount: Int
  private let peopleOfEntry: [[Int]]

  /// `places` are the names of each person.
  init(_ places: [[Int]], notes: JournalNotes) {
    entryCount = notes.entries.count
    let entries = concurrentMap(places, chunk: 16) { places in
      var entries: [Int] = []
      for entry in places.map({ notes.nameTable.entry[$0] }).sorted() where entry != entries.last {
        entries.append(entry)
      }
      return entries
    }
    self.entries = entries
    var peopleOfEntry = [[Int]](repeating: [], count: notes.entries.count)
    for (person, entries) in entries.enumerated() {
      for entry in entries { peopleOfEntry[entry].append(person) }
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
      for other in peopleOfEntry[entry] where other != person { together[other, default: 0] += 1 }
    }
    // The two dozen named beside them most are enough to tell, and keep large journals linear.
    let others = together.sorted { ($1.value, $0.key) < ($0.value, $1.key) }.prefix(24).map(\.key)
    guard others.count > 1 else { return nil }
    var apart = 0
    for (position, one) in others.enumerated() {
      for other in others[(position + 1)...] where areApart(entries[one], entries[other]) { apart += 1 }
    }
    return Double(apart) / Double(others.count * (others.count - 1) / 2)
  }

  /// Whether two ascending lists have nothing in common.
  private func areApart(_ one: [Int], _ other: [Int]) -> Bool {
    var (left, right) = (0, 0)
    while left < one.count, right < other.count {
      if one[left] == other[right] { return false }
      if one[left] < other[right] { left += 1 } else { right += 1 }
    }
    return true
  }
}
