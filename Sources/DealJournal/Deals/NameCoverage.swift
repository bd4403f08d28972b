import FactReading

/// What a family of names has to itself: the items and entries that no accepted customer's name explains.
///
/// Notes are about customers, so a paragraph that speaks of none of those found so far speaks of another.
struct NameCoverage {
  /// Shares of the family's items and entries that no other customer explains.
  var itemShare = 0.0
  var entryShare = 0.0
  /// Of those items, how many it leads: no other name stands before it.
  var leads = 0
  /// Of those entries, how many it leads.
  var entryLeads = 0

  /// The features that a second pass adds, each 0 to 1.
  func features(isPerson: Bool) -> [Double] {
    let lead = Double(leads) / Double(leads + 1)
    let entryLead = Double(entryLeads) / Double(entryLeads + 1)
    return [itemShare, entryShare, lead, entryLead, isPerson ? entryShare : 0, isPerson ? entryLead : 0]
  }

  /// The coverage of every family when those that are `accepted` are customers. A file name that has one of those
  /// `isInMostFiles` says nothing of its note.
  static func of(
    _ occurrences: NameOccurrences, family: [Int], accepted: [Bool], isInMostFiles: [Bool], in notes: JournalNotes
  ) -> [NameCoverage] {
    var items = [Tally](repeating: Tally(), count: accepted.count)
    var (blocks, entries) = (items, items)
    var new = NewNumbers(limit: accepted.count)
    for (note, reading) in notes.readings.enumerated() where !occurrences.inNote[note].isEmpty {
      let itemOfSentence = reading.items
      let named = occurrences.inNote[note].map { occurrence in
        Named(
          family: family[occurrence.name], entry: reading.sentences[occurrence.sentence].entry,
          block: reading.places[occurrence.sentence].block, item: itemOfSentence[occurrence.sentence],
          isHeading: reading.places[occurrence.sentence].headingLevel > 0)
      }
      var listed = Sole()
      for name in occurrences.inFileName[note] where accepted[family[name]] && !isInMostFiles[family[name]] {
        listed.add(family[name])
      }
      for entry in named.stretches(by: { $0.entry }) {
        var headings = listed
        for name in named[entry] where name.isHeading && accepted[name.family] { headings.add(name.family) }
        Tally.take(named[entry], under: listed, accepted: accepted, &entries, &new)
        for block in named[entry].stretches(by: { $0.block }) {
          Tally.take(named[block], under: headings, accepted: accepted, &blocks, &new)
        }
        for item in named[entry].stretches(by: { $0.item }) {
          Tally.take(named[item], under: headings, accepted: accepted, &items, &new)
        }
      }
    }
    return accepted.indices.map { family in
      // A line of a log says little by itself; many of them say more than the block that they are in.
      let items = items[family].all < 3 ? blocks[family] : items[family]
      let entries = entries[family]
      return NameCoverage(
        itemShare: Double(items.free) / Double(max(1, items.all)),
        entryShare: Double(entries.free) / Double(max(1, entries.all)), leads: items.leads, entryLeads: entries.leads)
    }
  }

  /// An occurrence of a family.
  private struct Named {
    let family: Int
    let entry: Int
    let block: Int
    let item: Int
    let isHeading: Bool
  }

  /// How many items or entries name a family, in how many of them no other customer is named, and how many of those it
  /// leads.
  private struct Tally {
    var all = 0
    var free = 0
    var leads = 0

    /// Takes up the names of one block or entry, for which the customers `above` are named already.
    static func take(
      _ names: ArraySlice<Named>, under above: Sole, accepted: [Bool], _ tallies: inout [Tally], _ new: inout NewNumbers
    ) {
      var customers = above
      for name in names where accepted[name.family] { customers.add(name.family) }
      new.start()
      for family in names.lazy.map(\.family) where new.isNew(family) {
        tallies[family].all += 1
        guard customers.hasNone(but: family) else { continue }
        tallies[family].free += 1
        if names.first?.family == family { tallies[family].leads += 1 }
      }
    }
  }

  /// Numbers, as far as it is known whether there is one, which, or several.
  private struct Sole {
    private var first: Int?
    private var hasMore = false

    mutating func add(_ number: Int) {
      if let first, first != number { hasMore = true }
      first = first ?? number
    }

    /// Whether there is no other number than this.
    func hasNone(but number: Int) -> Bool { !hasMore && (first ?? number) == number }
  }
}

extension RandomAccessCollection where Index == Int {
  /// The stretches of neighbours that agree in `key`.
  fileprivate func stretches(by key: (Element) -> Int) -> [Range<Int>] {
    var stretches: [Range<Int>] = []
    var start = startIndex
    for index in indices.dropFirst() where key(self[index]) != key(self[index - 1]) {
      stretches.append(start..<index)
      start = index
    }
    if start < endIndex { stretches.append(start..<endIndex) }
    return stretches
  }
}
