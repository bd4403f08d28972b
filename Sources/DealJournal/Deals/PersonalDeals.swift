import FactReading

/// The deals with people who buy for themselves: a household, a shopkeeper, a farmer, of whom no organisation is named.
///
/// A person stands for a deal when the notes speak of them where no customer's name leads, and begin with them; the
/// others who stand in the same places (a husband, a mother-in-law) belong to that deal.
struct PersonalDeals {
  /// One draft per deal, with the person, in order of the journal's people.
  let drafts: [(person: Int, draft: DealMap.Draft)]

  /// Where a person is named.
  private struct Traces {
    /// How many blocks name them, and how many entries in blocks under no customer.
    var blocks = 0
    var freeEntries = 0
    /// The blocks under no customer, as numbers through the journal.
    var freeBlocks: [Int] = []
    /// Free blocks that name the person before anybody else.
    var leads = 0
    /// Whether a free heading names them.
    var isTitle = false
    private var lastBlock = -1
    private var lastEntry = -1

    /// Takes up a name; those of earlier blocks come first.
    mutating func add(block: Int, entry: Int, isFree: Bool, isLead: Bool, isHeading: Bool) {
      if block != lastBlock {
        blocks += 1
        if isFree { freeBlocks.append(block) }
      }
      lastBlock = block
      guard isFree else { return }
      if entry != lastEntry { freeEntries += 1 }
      lastEntry = entry
      if isLead { leads += 1 }
      if isHeading { isTitle = true }
    }
  }

  /// Looks at everybody of the customers' side in the sentences that are not `isNamed`: of which no customer's name, heading,
  /// mark or file name decides.
  init(_ notes: JournalNotes, isNamed: [Bool], cast: Cast) {
    var traces = cast.people.map { _ in Traces() }
    var firstBlock = 0
    for (note, reading) in notes.readings.enumerated() {
      let places = reading.places
      let firstSentence = notes.sentences[note].lowerBound
      let blockCount = (places.last?.block ?? 0) + 1
      var isSure = [Bool](repeating: false, count: blockCount)
      for sentence in places.indices where isNamed[firstSentence + sentence] { isSure[places[sentence].block] = true }
      var hasName = [Bool](repeating: false, count: blockCount)
      for name in notes.names[note] {
        guard let person = cast.personOfName[name], let sentence = notes.nameTable.sentence[name] else { continue }
        let place = places[sentence - firstSentence]
        traces[person].add(
          block: firstBlock + place.block, entry: notes.nameTable.entry[name], isFree: !isSure[place.block],
          isLead: !hasName[place.block], isHeading: place.headingLevel > 0)
        hasName[place.block] = true
      }
      firstBlock += blockCount
    }

    let freeShare = Self.freeShare(notes, isNamed: isNamed)
    let candidates = cast.people.indices.filter { index in
      let trace = traces[index]
      let person = cast.people[index]
      // In a journal of organisations, somebody with an office is not a customer but works for one.
      guard freeShare > 0.8 || person.title.map(AccountMention.isPrivateTitle) ?? (freeShare > 0.6) else {
        return false
      }
      return person.side == .customer && trace.freeBlocks.count * 10 >= trace.blocks * 7
        && (trace.freeEntries >= 2 || trace.isTitle) && trace.leads >= 2
    }
    .sorted {
      (traces[$1].leads, traces[$1].blocks, $0) < (traces[$0].leads, traces[$0].blocks, $1)
    }
    var taken = Set<Int>()
    var chosen: [Int] = []
    for index in candidates {
      let own = traces[index].freeBlocks
      guard own.count(where: taken.contains) * 2 < own.count else { continue }
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
  private static func freeShare(_ notes: JournalNotes, isNamed: [Bool]) -> Double {
    var free = 0
    var all = 0
    for (note, reading) in notes.readings.enumerated() {
      let isNamed = isNamed[notes.sentences[note]]
      for entry in reading.entries where !entry.sentences.isEmpty {
        all += 1
        if !entry.sentences.contains(where: { isNamed[isNamed.startIndex + $0] }) { free += 1 }
      }
    }
    return all == 0 ? 0 : Double(free) / Double(all)
  }
}
