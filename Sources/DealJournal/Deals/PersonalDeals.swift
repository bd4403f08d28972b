import FactReading

/// The deals with people who buy for themselves: a household, a shopkeeper, a farmer, of whom no organisation is named.
///
/// A person stands for a deal when the notes speak of them where no customer's name leads, and begin with them; the
/// others who stand in the same places (a husband, a mother-in-law) belong to that deal.
struct PersonalDeals {
  /// One draft per deal, with the person, in order of the journal's people.
  let drafts: [(person: Int, draft: DealMap.Draft)]

  private struct Traces {
    /// Blocks that name the person, as numbers through the journal, and those of them under no customer.
    var blocks = Set<Int>()
    var freeBlocks = Set<Int>()
    var freeEntries = Set<Int>()
    /// Free blocks that name the person before anybody else, and those that open an entry.
    var leads = 0
    var isTitle = false
  }

  /// Looks at everybody of the customers' side in the sentences that are not `isNamed`: of which no customer's name, heading,
  /// mark or file name decides.
  init(_ readings: [NoteReading], isNamed: [[Bool]], cast: Cast) {
    var traces = cast.people.map { _ in Traces() }
    var firstBlock = 0
    var firstEntry = 0
    for (note, reading) in readings.enumerated() {
      var named = Set<Int>()
      var sureBlocks = Set<Int>()
      for sentence in reading.sentences.indices where isNamed[note][sentence] {
        sureBlocks.insert(reading.places[sentence].block)
      }
      for (index, name) in reading.names.enumerated() {
        guard let sentence = name.sentence, let person = cast.person(ofMention: index, inNote: note) else { continue }
        let block = reading.places[sentence].block
        let isLead = named.insert(block).inserted
        traces[person].blocks.insert(firstBlock + block)
        guard !sureBlocks.contains(block) else { continue }
        traces[person].freeBlocks.insert(firstBlock + block)
        traces[person].freeEntries.insert(firstEntry + name.entry)
        if isLead { traces[person].leads += 1 }
        if reading.places[sentence].headingLevel > 0 { traces[person].isTitle = true }
      }
      firstBlock += (reading.places.last?.block ?? 0) + 1
      firstEntry += reading.entries.count
    }

    let freeShare = Self.freeShare(readings, isNamed: isNamed)
    let candidates = cast.people.indices.filter { index in
      let trace = traces[index]
      let person = cast.people[index]
      // In a journal of organisations, somebody with an office is not a customer but works for one.
      guard freeShare > 0.8 || person.title.map(AccountMention.isPrivateTitle) ?? (freeShare > 0.4) else {
        return false
      }
      return person.side == .customer && trace.freeBlocks.count * 10 >= trace.blocks.count * 7
        && (trace.freeEntries.count >= 2 || trace.isTitle) && trace.leads >= 2
    }
    .sorted {
      (traces[$1].leads, traces[$1].blocks.count, $0) < (traces[$0].leads, traces[$0].blocks.count, $1)
    }
    var taken = Set<Int>()
    var chosen: [Int] = []
    for index in candidates {
      let own = traces[index].freeBlocks
      guard own.intersection(taken).count * 2 < own.count else { continue }
      taken.formUnion(own)
      chosen.append(index)
    }
    drafts = chosen.sorted().map { index in
      let person = cast.people[index]
      return (
        index,
        DealMap.Draft(id: person.name, name: person.name, surfaces: person.surfaces.sorted(), account: person.name)
      )
    }
  }

  /// The share of entries in which no customer is named.
  private static func freeShare(_ readings: [NoteReading], isNamed: [[Bool]]) -> Double {
    var free = 0
    var all = 0
    for (note, reading) in readings.enumerated() {
      for entry in reading.entries where !entry.sentences.isEmpty {
        all += 1
        if !entry.sentences.contains(where: { isNamed[note][$0] }) { free += 1 }
      }
    }
    return all == 0 ? 0 : Double(free) / Double(all)
  }
}
