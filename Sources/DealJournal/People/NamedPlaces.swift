import FactReading
import SourceText

/// Where the people of a journal are named for certain, for telling whom an ambiguous mention means.
struct NamedPlaces {
  private let notes: JournalNotes
  /// For each person, the names that mean them, ascending.
  private let placesOfRoot: [Int: [Int]]

  /// `places` are the names of each person.
  init(_ places: [Int: [Int]], notes: JournalNotes) {
    self.notes = notes
    placesOfRoot = places.mapValues { $0.sorted() }
  }

  /// The names of a person in the note that holds `place`, ascending.
  private func names(of root: Int, besides place: Int) -> ArraySlice<Int> {
    let all = placesOfRoot[root] ?? []
    let note = notes.names[notes.nameTable.note[place]]
    let first = all.firstIndexSorted { $0 >= note.lowerBound }
    return all[first..<all.firstIndexSorted { $0 >= note.upperBound }]
  }

  /// The one of `roots` whom `place` must mean, going by its note: the only one named in its entry; of several there,
  /// the one whom the nearest sentence before it names alone; the only one named in the note. Nil when that leaves more.
  func decided(at place: Int, among roots: [Int]) -> Int? {
    let entry = notes.nameTable.entry[place]
    var named: [Int] = []
    var inEntry: [(root: Int, names: ArraySlice<Int>)] = []
    for root in roots {
      let names = names(of: root, besides: place)
      guard !names.isEmpty else { continue }
      named.append(root)
      let first = names.firstIndexSorted { notes.nameTable.entry[$0] >= entry }
      if first < names.endIndex, notes.nameTable.entry[names[first]] == entry {
        inEntry.append((root, names[first...]))
      }
    }
    if inEntry.count == 1 { return inEntry[0].root }
    if inEntry.isEmpty { return named.count == 1 ? named[0] : nil }
    let before = inEntry.compactMap { root, names -> (sentence: Int, root: Int)? in
      last(of: names, before: place).flatMap { notes.nameTable.sentence[$0] }.map { ($0, root) }
    }
    guard let nearest = before.map(\.sentence).max() else { return nil }
    let closest = before.filter { $0.sentence == nearest }
    return closest.count == 1 ? closest[0].root : nil
  }

  /// The one of `roots` that was named last before `place` in its note, else next behind it, else is named most.
  func nearest(to place: Int, among roots: [Int]) -> Int {
    var best: (distance: Int, root: Int)?
    for root in roots {
      let names = names(of: root, besides: place)
      guard let first = names.first else { continue }
      let distance = last(of: names, before: place).map { place - $0 } ?? 1_000_000 + first - place
      if best.map({ (distance, root) < $0 }) ?? true { best = (distance, root) }
    }
    if let best { return best.root }
    return roots.min { (-count(of: $0), $0) < (-count(of: $1), $1) } ?? roots[0]
  }

  private func last(of names: ArraySlice<Int>, before place: Int) -> Int? {
    let behind = names.firstIndexSorted { $0 >= place }
    return behind > names.startIndex ? names[behind - 1] : nil
  }

  private func count(of root: Int) -> Int { placesOfRoot[root]?.count ?? 0 }
}
