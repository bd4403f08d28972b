import FactReading
import SourceText

/// Words of a journal that may name a customer or a deal, before it is known which do.
///
/// Latin names come delimited. Of Han text only the beginning of a name is known: of the runs that begin alike, the
/// name is where they part ways, as in branching-entropy word discovery (Tanaka-Ishii 2005).
struct NameCandidates {
  /// A name and where its mentions stand.
  struct Candidate {
    /// In ASCII lower case.
    let key: [UInt8]
    /// How often each kind of place holds it, by `AccountMention.Place.rawValue`.
    var places = [Int](repeating: 0, count: AccountMention.Place.allCases.count)
    /// Whether some mention shows where the name ends.
    let isDelimited: Bool

    /// Whether it stands where only what a note is about stands.
    var isTitle: Bool {
      [.heading, .mark, .folder, .fileName, .label, .title].contains { (place: AccountMention.Place) in
        places[place.rawValue] > 0
      }
    }
  }

  private(set) var all: [Candidate] = []

  /// The words of the journal, ordered by the bytes of their keys, and the runs of each, all end to end.
  private let keys: [[UInt8]]
  private let firstRun: [Int]
  private let runs: [Run]
  private var entriesSeen: NewNumbers

  /// A place where a word stands.
  private struct Run {
    let word: Int
    /// The entry it stands in, numbered through the journal; notes' names count as an entry of their own.
    let entry: Int
    let place: AccountMention.Place
    let end: AccountMention.End
  }

  /// Gathers from all notes.
  init(_ notes: JournalNotes) {
    let words = Words(notes.accountTable)
    let all = Self.runs(of: words, in: notes)
    let order = words.keys.indices.sorted { words.keys[$0].lexicographicallyPrecedes(words.keys[$1]) }
    let runsOfWord = Grouping(all.map(\.word), count: words.keys.count)
    keys = order.map { words.keys[$0] }
    runs = order.flatMap { runsOfWord[$0].map { all[$0] } }
    var firstRun = [0]
    for word in order { firstRun.append((firstRun.last ?? 0) + runsOfWord[word].count) }
    self.firstRun = firstRun
    entriesSeen = NewNumbers(limit: notes.entries.count + notes.readings.count)

    let han = keys.firstIndexSorted { ($0.first ?? 0) >= 0xE0 }
    for word in 0..<han where firstRun[word] < firstRun[word + 1] {
      add(runs(of: word..<word + 1), key: keys[word], isDelimited: true)
    }
    gatherHan(han..<keys.count, length: 6)
    removePairs()
    self.all.sort { $0.key.lexicographicallyPrecedes($1.key) }
  }

  /// The words of a journal as keys, and which of them others begin with.
  private struct Words {
    private(set) var keys: [[UInt8]] = []
    /// For each of the table's surfaces, its word.
    private(set) var ofSurface: [Int] = []
    /// For each of those words, the words that stand before each space of it.
    private(set) var beginnings: [[Int]] = []
    private var indexOfKey: [[UInt8]: Int] = [:]

    init(_ table: AccountTable) {
      ofSurface = table.surfaces.map { index(ofKey: $0.utf8.map(\.lowercased)) }
      beginnings = keys.map { key in
        key.first.map { $0 >= 0xE0 } ?? true
          ? [] : key.indices.filter { key[$0] == 0x20 }.map { index(ofKey: Array(key[..<$0])) }
      }
    }

    private mutating func index(ofKey key: [UInt8]) -> Int {
      if let known = indexOfKey[key] { return known }
      indexOfKey[key] = keys.count
      keys.append(key)
      return keys.count - 1
    }
  }

  private static func runs(of words: Words, in notes: JournalNotes) -> [Run] {
    let table = notes.accountTable
    var runs: [Run] = []
    var next = 0
    for (note, reading) in notes.readings.enumerated() {
      // Each note before this one has an entry for its name.
      let firstEntry = notes.entries[note].lowerBound + note
      for index in reading.accounts.indices {
        let surface = table.surface[next]
        next += 1
        let place = reading.accounts[index].place
        let word = words.ofSurface[surface]
        guard words.keys[word].count >= 2, !table.isSharedFolder(surface, place) else { continue }
        let entry = firstEntry + (reading.accounts[index].entry.map { $0 + 1 } ?? 0)
        let end = reading.accounts[index].end
        runs.append(Run(word: word, entry: entry, place: place, end: end))
        guard end == .open else { continue }
        for beginning in words.beginnings[word] {
          runs.append(Run(word: beginning, entry: entry, place: place, end: .open))
        }
      }
    }
    return runs
  }

  /// Removes what only a file's name writes, and is two other names side by side: `1119华浔滨屿.txt`.
  private mutating func removePairs() {
    let known = Set(all.map(\.key))
    all.removeAll { candidate in
      guard candidate.key[0] >= 0xE0,
        candidate.places.indices.allSatisfy({
          candidate.places[$0] == 0 || $0 == AccountMention.Place.fileName.rawValue
        })
      else { return false }
      return stride(from: 6, through: candidate.key.count - 6, by: 3).contains {
        known.contains(Array(candidate.key[..<$0])) && known.contains(Array(candidate.key[$0...]))
      }
    }
  }

  private func runs(of words: Range<Int>) -> ArraySlice<Run> {
    runs[firstRun[words.lowerBound]..<firstRun[words.upperBound]]
  }

  /// Considers every beginning of `length` bytes among `words`, which agree in all bytes before the last character.
  private mutating func gatherHan(_ words: Range<Int>, length: Int) {
    var at = words.lowerBound
    while at < words.upperBound {
      guard keys[at].count >= length else {
        at += 1
        continue
      }
      let prefix = keys[at][..<length]
      var end = at
      while end < words.upperBound, keys[end].starts(with: prefix) { end += 1 }
      let group = runs(of: at..<end)
      if group.count > 1 || group.first?.end ?? .open != .open {
        let entries = entriesSeen.count(group.lazy.map(\.entry))
        // The word that is no longer comes first.
        let whole = keys[at].count == length ? runs(of: at..<at + 1).filter { $0.end != .open } : []
        let isWhole =
          whole.contains { $0.end == .sure || $0.place.rank >= AccountMention.Place.heading.rank }
          || entriesSeen.count(whole.lazy.map(\.entry)) >= 2
        if isWhole || (entries >= 2 && widestChild(of: at..<end, length: length) * 5 < entries * 4) {
          add(group, key: Array(prefix), isDelimited: isWhole)
        }
        if length < 24 { gatherHan(at..<end, length: length + 3) }
      }
      at = end
    }
  }

  private mutating func add(_ runs: ArraySlice<Run>, key: [UInt8], isDelimited: Bool) {
    let strongest = runs.lazy.map(\.place.rank).max() ?? 0
    let isEnded = runs.contains { $0.end != .open || $0.place.rank >= AccountMention.Place.fileName.rank }
    // What is named once must stand where customers' names stand, or look like an organisation's.
    guard
      entriesSeen.count(runs.lazy.map(\.entry)) >= 2 || (isEnded && strongest >= AccountMention.Place.employer.rank)
        || (runs.contains { $0.end == .sure } && Self.looksLikeOrganisation(key))
    else { return }
    var candidate = Candidate(key: key, isDelimited: isDelimited)
    for run in runs { candidate.places[run.place.rawValue] += 1 }
    all.append(candidate)
  }

  /// Several words, or a word that says what sort of organisation it is.
  private static func looksLikeOrganisation(_ key: [UInt8]) -> Bool {
    key[0] < 0xE0 && key.contains(0x20) || AccountMention.hasKind(String(decoding: key, as: UTF8.self))
  }

  /// The most entries that words have which go on behind `length` bytes with the same character.
  private mutating func widestChild(of words: Range<Int>, length: Int) -> Int {
    var widest = 0
    var at = words.lowerBound
    while at < words.upperBound {
      guard keys[at].count >= length + 3 else {
        at += 1
        continue
      }
      let next = keys[at][length..<length + 3]
      var end = at
      while end < words.upperBound, keys[end].count >= length + 3, keys[end][length..<length + 3] == next { end += 1 }
      widest = max(widest, entriesSeen.count(runs(of: at..<end).lazy.map(\.entry)))
      at = end
    }
    return widest
  }
}
