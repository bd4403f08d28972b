import FactReading
import SourceText

/// Every place in a journal where a candidate name or a person's name stands.
struct NameOccurrences {
  /// A name in a sentence.
  struct Occurrence {
    /// Index of the candidate.
    let name: Int
    let sentence: Int
    /// Where it stands in the sentence's quote, in bytes.
    let range: Range<Int>
    /// What stands around it.
    let context: Context
  }

  /// What stands around a name.
  struct Context: OptionSet {
    let rawValue: UInt8
    /// Behind a word of going, meeting, calling or belonging: `at Corvane`, `去宏泰`.
    static let destination = Context(rawValue: 1)
    /// Before a possessive or a word for its place: `Wragg's`, `宏泰那边`.
    static let possessor = Context(rawValue: 2)
    /// Directly before a person's name: `市一张主任`.
    static let employer = Context(rawValue: 4)
    /// In a sentence that names a person.
    static let company = Context(rawValue: 8)
    /// First in its sentence.
    static let first = Context(rawValue: 16)
    /// Before a colon.
    static let colon = Context(rawValue: 32)
  }

  /// For each note, in reading order.
  let inNote: [[Occurrence]]
  /// For each note, the candidates that its file name or folders hold.
  let inFileName: [[Int]]
  /// For each note, the candidate that its file name begins with as a word of its own: `2026-09-03 宏泰-首次拜访.md`.
  let titleOfFile: [Int?]
  /// How file names and folders write candidates.
  let inFileNameAs: [(name: Int, text: String)]
  /// For each note, the people named in it: a number per name, and the sentence.
  let people: [[(name: Int, sentence: Int)]]
  /// Above every number in `people`.
  let nameCount: Int

  /// Looks for `candidates` and `people` in all sentences and file names; of names that overlap, the longest counts.
  init(of candidates: [NameCandidates.Candidate], people: PeopleNames, in notes: JournalNotes) {
    let keys = Set(candidates.map(\.key))
    let names = candidates.map(\.key) + people.sorted.filter { !keys.contains($0) }
    let matcher = NameMatcher(names)
    nameCount = names.count
    let isPerson = names.indices.map { $0 >= candidates.count || people.isPerson(names[$0]) == true }
    let found = concurrentMap(notes.readings.indices) { note in
      let sentences = notes.readings[note].sentences
      var found: [Occurrence] = []
      var named: [(name: Int, sentence: Int)] = []
      var matches: [NameMatcher.Match] = []
      for sentence in sentences.indices {
        sentences[sentence].quote.withBytes { quote in
          matches.removeAll(keepingCapacity: true)
          matcher.forEachMatch(in: quote) { matches.append($0) }
          let hasPerson = matches.contains { isPerson[$0.name] }
          for (index, match) in matches.enumerated() {
            if isPerson[match.name] { named.append((match.name, sentence)) }
            guard match.name < candidates.count else { continue }
            var context = Context(around: match.range, in: quote)
            if hasPerson { context.insert(.company) }
            if index + 1 < matches.count, matches[index + 1].range.lowerBound <= match.range.upperBound + 1,
              isPerson[matches[index + 1].name]
            {
              context.insert(.employer)
            }
            found.append(Occurrence(name: match.name, sentence: sentence, range: match.range, context: context))
          }
        }
      }
      return (occurrences: found, people: named)
    }
    inNote = found.map(\.occurrences)
    self.people = found.map(\.people)
    let files = FileNames(matcher, count: candidates.count, notes)
    inFileName = files.names
    titleOfFile = files.titles
    inFileNameAs = files.spellings
  }

  /// For each note whose file name begins with a candidate and whose text begins with another, both.
  var titledTogether: [(Int, Int)] {
    titleOfFile.indices.compactMap { note in
      guard let title = titleOfFile[note], let first = opening(ofNote: note), first != title else { return nil }
      return (title, first)
    }
  }

  /// The candidate with which a note's text begins.
  func opening(ofNote note: Int) -> Int? {
    guard let first = inNote[note].first, first.sentence == 0, first.range.lowerBound <= 4 else { return nil }
    return first.name
  }

  /// In how many entries a candidate's name stands.
  func entryCount(in notes: JournalNotes) -> Int {
    zip(inNote, notes.readings).reduce(0) { count, note in
      var last = -1
      return note.0.reduce(into: count) { count, occurrence in
        let entry = note.1.sentences[occurrence.sentence].entry
        if entry != last { count += 1 }
        last = entry
      }
    }
  }

  /// What the names of files and folders hold.
  private struct FileNames {
    private(set) var names: [[Int]] = []
    private(set) var titles: [Int?] = []
    private(set) var spellings: [(name: Int, text: String)] = []

    /// Looks for the first `count` names of `matcher`.
    init(_ matcher: NameMatcher, count: Int, _ notes: JournalNotes) {
      let table = notes.accountTable
      var ofSurface: [(names: [Int], title: Int?)] = []
      for (number, surface) in table.surfaces.enumerated() {
        var found: (names: [Int], title: Int?) = ([], nil)
        if table.stands(number, in: .fileName) || table.stands(number, in: .folder) {
          surface.withBytes { bytes in
            matcher.forEachMatch(in: bytes) { match in
              guard match.name < count else { return }
              found.names.append(match.name)
              spellings.append((match.name, String(decoding: bytes[match.range], as: UTF8.self)))
              if Self.isTitle(match, of: bytes) { found.title = match.name }
            }
          }
        }
        ofSurface.append(found)
      }
      var next = 0
      for reading in notes.readings {
        var own: [Int] = []
        var title: Int??
        for index in reading.accounts.indices {
          let (place, surface) = (reading.accounts[index].place, table.surface[next])
          next += 1
          guard place == .fileName || place == .folder, !table.isSharedFolder(surface, place) else { continue }
          own += ofSurface[surface].names
          if place == .fileName { title = title ?? .some(ofSurface[surface].title) }
        }
        // What the text knows to be a name is one in a file's name too, of whatever words: `port skerrow.txt`.
        FileNameNames.words(ofFileAt: reading.path).withUnsafeBufferPointer { bytes in
          guard let match = matcher.opening(bytes), match.name < count, Self.isTitle(match, of: bytes),
            !own.contains(match.name)
          else { return }
          own.append(match.name)
          title = .some(match.name)
          spellings.append((match.name, String(decoding: bytes[match.range], as: UTF8.self)))
        }
        names.append(own)
        titles.append(title ?? nil)
      }
    }

    /// Whether a file's name begins with a match as a word of its own.
    private static func isTitle(_ match: NameMatcher.Match, of file: UnsafeBufferPointer<UInt8>) -> Bool {
      match.range.lowerBound == 0
        && (match.range.upperBound == file.count || file[match.range.upperBound] == 0x20)
    }
  }
}

extension NameOccurrences.Context {
  private static let before = Set(
    [
      "at", "to", "with", "from", "for", "of", "called", "met", "saw", "rang", "into", "and", "in",
      "去", "到", "跑", "见", "找", "约", "回", "在", "从", "跟", "和", "与", "给", "帮", "对", "向", "访", "接", "系", "陪", "是", "签",
      "丢", "做", "把", "让",
    ].map { packed($0.utf8) })
  private static let after = Set(["那", "这", "的", "要", "说", "总", "现", "内", "门", "楼", "人"].map { packed($0.utf8) })

  /// The bytes of a word in lower case as a number; eight bytes at most.
  private static func packed(_ word: some Sequence<UInt8>) -> UInt64 {
    word.reduce(0) { $0 << 8 | UInt64($1.lowercased) }
  }

  init(around range: Range<Int>, in quote: UnsafeBufferPointer<UInt8>) {
    self = []
    if range.lowerBound <= 2 { insert(.first) }
    if range.lowerBound >= 3, quote[range.lowerBound - 1] >= 0x80 {
      if Self.before.contains(Self.packed(quote[range.lowerBound - 3..<range.lowerBound])) { insert(.destination) }
    } else if range.lowerBound >= 3, quote[range.lowerBound - 1] == 0x20 {
      var start = range.lowerBound - 1
      while start > 0, quote[start - 1].isWordByte { start -= 1 }
      let word = quote[start..<range.lowerBound - 1]
      if word.count <= 8, Self.before.contains(Self.packed(word)) { insert(.destination) }
    }
    let rest = quote[range.upperBound...]
    if rest.first == 0x3A || rest.starts(with: "：".utf8) { insert(.colon) }
    if rest.starts(with: [0x27, 0x73]) || rest.starts(with: [0xE2, 0x80, 0x99, 0x73])
      || Self.after.contains(Self.packed(rest.prefix(3)))
    {
      insert(.possessor)
    }
  }
}
