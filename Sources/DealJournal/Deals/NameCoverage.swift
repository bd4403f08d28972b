import FactReading

/// What a family of names has to itself: the blocks and entries that no accepted customer's name explains.
///
/// Notes are about customers, so a paragraph that speaks of none of those found so far speaks of another.
struct NameCoverage {
  /// Shares of the family's blocks and entries that no other customer explains.
  var blockShare = 0.0
  var entryShare = 0.0
  /// Of those blocks, how many it leads: no other name stands before it.
  var leads = 0
  /// Of those entries, how many it leads.
  var entryLeads = 0

  /// The features that a second pass adds, each 0 to 1.
  func features(isPerson: Bool) -> [Double] {
    let lead = Double(leads) / Double(leads + 1)
    let entryLead = Double(entryLeads) / Double(entryLeads + 1)
    return [blockShare, entryShare, lead, entryLead, isPerson ? entryShare : 0, isPerson ? entryLead : 0]
  }

  /// The coverage of every family when those that are `accepted` are customers.
  static func of(
    _ occurrences: NameOccurrences, family: [Int], accepted: [Bool], in readings: [NoteReading]
  ) -> [NameCoverage] {
    var all = accepted.map { _ in NameCoverage() }
    var blocks = accepted.map { _ in (free: 0, all: 0) }
    var entries = blocks
    for (note, reading) in readings.enumerated() {
      let listed = Set(occurrences.inFileName[note].map { family[$0] }.filter { accepted[$0] })
      var headings: [Int: Set<Int>] = [:]
      var inBlock: [Int: [Int]] = [:]
      var inEntry: [Int: [Int]] = [:]
      for occurrence in occurrences.inNote[note] {
        let name = family[occurrence.name]
        let place = reading.places[occurrence.sentence]
        inBlock[place.block, default: []].append(name)
        inEntry[reading.sentences[occurrence.sentence].entry, default: []].append(name)
        if place.headingLevel > 0, accepted[name] {
          headings[reading.sentences[occurrence.sentence].entry, default: []].insert(name)
        }
      }
      var entryOfBlock: [Int: Int] = [:]
      for sentence in reading.sentences.indices {
        entryOfBlock[reading.places[sentence].block] = reading.sentences[sentence].entry
      }
      for (block, names) in inBlock {
        let above = listed.union(entryOfBlock[block].flatMap { headings[$0] } ?? [])
        for name in Set(names) {
          blocks[name].all += 1
          guard above.subtracting([name]).isEmpty, !names.contains(where: { $0 != name && accepted[$0] }) else {
            continue
          }
          blocks[name].free += 1
          if names.first == name { all[name].leads += 1 }
        }
      }
      for (_, names) in inEntry {
        for name in Set(names) {
          entries[name].all += 1
          guard listed.subtracting([name]).isEmpty, !names.contains(where: { $0 != name && accepted[$0] }) else {
            continue
          }
          entries[name].free += 1
          if names.first == name { all[name].entryLeads += 1 }
        }
      }
    }
    for name in all.indices {
      all[name].blockShare = Double(blocks[name].free) / Double(max(1, blocks[name].all))
      all[name].entryShare = Double(entries[name].free) / Double(max(1, entries[name].all))
    }
    return all
  }
}
