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
  }

  private(set) var all: [Candidate] = []

  private struct Run {
    let key: [UInt8]
    let place: AccountMention.Place
    /// The entry it stands in, numbered through the journal; notes' names count as an entry of their own.
    let entry: Int
    let end: AccountMention.End
  }

  /// The words of a journal, each once: a journal writes few names many times.
  private struct Words {
    private(set) var keys: [[UInt8]] = []
    var runs: [[Run]] = []
    private var indexOfKey: [[UInt8]: Int] = [:]
    private var indexOfSurface: [ExactText: Int] = [:]
    private var beginningsOfWord: [Int: [Int]] = [:]

    /// The number of a word by its letters in lower case.
    mutating func index(of surface: String) -> Int {
      if let known = indexOfSurface[ExactText(surface)] { return known }
      let index = self.index(ofKey: surface.utf8.map(\.lowercased))
      indexOfSurface[ExactText(surface)] = index
      return index
    }

    /// The numbers of what stands before each space of a word.
    mutating func beginnings(of word: Int) -> [Int] {
      if let known = beginningsOfWord[word] { return known }
      let key = keys[word]
      let beginnings = key.indices.filter { key[$0] == 0x20 }.map { index(ofKey: Array(key[..<$0])) }
      beginningsOfWord[word] = beginnings
      return beginnings
    }

    /// All runs, in order of the bytes of their keys.
    var sortedRuns: [Run] {
      keys.indices.sorted { keys[$0].lexicographicallyPrecedes(keys[$1]) }.flatMap { runs[$0] }
    }

    private mutating func index(ofKey key: [UInt8]) -> Int {
      if let known = indexOfKey[key] { return known }
      indexOfKey[key] = keys.count
      keys.append(key)
      runs.append([])
      return keys.count - 1
    }
  }

  /// Gathers from all readings.
  init(_ readings: [NoteReading]) {
    let shared = SharedFolders(readings)
    var words = Words()
    var firstEntry = 0
    for reading in readings {
      for mention in reading.accounts where !shared.contains(mention) {
        let word = words.index(of: mention.surface)
        guard words.keys[word].count >= 2 else { continue }
        let entry = firstEntry + (mention.entry.map { $0 + 1 } ?? 0)
        words.runs[word].append(
          Run(key: words.keys[word], place: mention.place, entry: entry, end: mention.end))
        guard mention.end == .open, words.keys[word][0] < 0xE0 else { continue }
        for beginning in words.beginnings(of: word) {
          words.runs[beginning].append(
            Run(key: words.keys[beginning], place: mention.place, entry: entry, end: .open))
        }
      }
      firstEntry += reading.entries.count + 1
    }
    let runs = words.sortedRuns
    let han = runs.filter { $0.key[0] >= 0xE0 }
    gatherLatin(runs.filter { $0.key[0] < 0xE0 })
    gatherHan(han[...], length: 6)
    all.sort { $0.key.lexicographicallyPrecedes($1.key) }
  }

  private mutating func gatherLatin(_ runs: [Run]) {
    var at = 0
    while at < runs.count {
      var end = at
      while end < runs.count, runs[end].key == runs[at].key { end += 1 }
      add(runs[at..<end], key: runs[at].key, isDelimited: true)
      at = end
    }
  }

  /// Considers every beginning of `length` bytes among `runs`, which are sorted and agree in all bytes before the last character.
  private mutating func gatherHan(_ runs: ArraySlice<Run>, length: Int) {
    var at = runs.startIndex
    while at < runs.endIndex {
      guard runs[at].key.count >= length else {
        at += 1
        continue
      }
      let prefix = runs[at].key[..<length]
      var end = at
      while end < runs.endIndex, runs[end].key.starts(with: prefix) { end += 1 }
      let group = runs[at..<end]
      if group.count > 1 || group[at].end != .open {
        let entries = Self.entryCount(group)
        let whole = group.filter { $0.key.count == length && $0.end != .open }
        let isWhole =
          whole.contains { $0.end == .sure || $0.place.rank >= AccountMention.Place.heading.rank }
          || Self.entryCount(whole[...]) >= 2
        if isWhole || (entries >= 2 && Self.widestChild(of: group, length: length) * 5 < entries * 4) {
          add(group, key: Array(prefix), isDelimited: isWhole)
        }
        if length < 24 { gatherHan(group, length: length + 3) }
      }
      at = end
    }
  }

  private mutating func add(_ runs: ArraySlice<Run>, key: [UInt8], isDelimited: Bool) {
    let strongest = runs.lazy.map(\.place.rank).max() ?? 0
    let isEnded = runs.contains { $0.end != .open || $0.place.rank >= AccountMention.Place.fileName.rank }
    // What is named once must stand where customers' names stand, or look like an organisation's.
    guard
      Self.entryCount(runs) >= 2 || (isEnded && strongest >= AccountMention.Place.employer.rank)
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

  private static func entryCount(_ runs: ArraySlice<Run>) -> Int { Set(runs.lazy.map(\.entry)).count }

  private static func widestChild(of group: ArraySlice<Run>, length: Int) -> Int {
    var entries: [ArraySlice<UInt8>: Set<Int>] = [:]
    for run in group where run.key.count >= length + 3 {
      entries[run.key[length..<length + 3], default: []].insert(run.entry)
    }
    return entries.values.map(\.count).max() ?? 0
  }
}
