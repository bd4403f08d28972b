import FactReading

/// Where the people of a journal are named for certain, for telling whom an ambiguous mention means.
struct NamedPlaces {
  private let readings: [NoteReading]
  /// For each person and note, the mentions that name them, ascending.
  private var byRoot: [Int: [Int: [Int]]] = [:]
  private var counts: [Int: Int] = [:]

  /// `places` are those of each person.
  init(_ places: [Int: [NameType.Place]], readings: [NoteReading]) {
    self.readings = readings
    for (root, places) in places {
      counts[root] = places.count
      for place in places { byRoot[root, default: [:]][place.note, default: []].append(place.mention) }
      for note in byRoot[root, default: [:]].keys { byRoot[root]?[note]?.sort() }
    }
  }

  /// The one of `roots` whom `place` must mean, going by its note: the only one named in its entry; of several there,
  /// the one whom the nearest sentence before it names alone; the only one named in the note. Nil when that leaves more.
  func decided(at place: NameType.Place, among roots: [Int]) -> Int? {
    let reading = readings[place.note]
    let entry = reading.names[place.mention].entry
    var named: [Int] = []
    var inEntry: [Int] = []
    for root in roots {
      guard let mentions = byRoot[root]?[place.note] else { continue }
      named.append(root)
      if isNamed(root, in: entry, of: place.note, mentions) { inEntry.append(root) }
    }
    if inEntry.count == 1 { return inEntry[0] }
    if inEntry.isEmpty { return named.count == 1 ? named[0] : nil }
    let before = inEntry.compactMap { root -> (sentence: Int, root: Int)? in
      guard let mention = last(of: byRoot[root]?[place.note] ?? [], before: place.mention),
        reading.names[mention].entry == entry, let sentence = reading.names[mention].sentence
      else { return nil }
      return (sentence, root)
    }
    guard let nearest = before.map(\.sentence).max() else { return nil }
    let closest = before.filter { $0.sentence == nearest }
    return closest.count == 1 ? closest[0].root : nil
  }

  private func isNamed(_ root: Int, in entry: Int, of note: Int, _ mentions: [Int]) -> Bool {
    let names = readings[note].names
    var low = 0
    var high = mentions.count
    while low < high {
      let middle = (low + high) / 2
      if names[mentions[middle]].entry < entry { low = middle + 1 } else { high = middle }
    }
    return low < mentions.count && names[mentions[low]].entry == entry
  }

  private func last(of mentions: [Int], before mention: Int) -> Int? {
    var low = 0
    var high = mentions.count
    while low < high {
      let middle = (low + high) / 2
      if mentions[middle] < mention { low = middle + 1 } else { high = middle }
    }
    return low > 0 ? mentions[low - 1] : nil
  }

  /// The one of `roots` that was named last before `place` in its note, else next behind it, else is named most.
  func nearest(to place: NameType.Place, among roots: [Int]) -> Int {
    var best: (distance: Int, root: Int)?
    for root in roots {
      guard let mentions = byRoot[root]?[place.note], let first = mentions.first else { continue }
      let before = last(of: mentions, before: place.mention)
      let distance = before.map { place.mention - $0 } ?? 1_000_000 + first - place.mention
      if best.map({ (distance, root) < $0 }) ?? true { best = (distance, root) }
    }
    if let best { return best.root }
    return roots.min { (-(counts[$0] ?? 0), $0) < (-(counts[$1] ?? 0), $1) } ?? roots[0]
  }
}
