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
    let rawValue: Int
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
  }

  /// For each note, in reading order.
  let inNote: [[Occurrence]]
  /// For each note, the candidates that its file name or folders hold.
  let inFileName: [[Int]]
  /// For each note, the people named in it: a number per name, and the sentence.
  let people: [[(name: Int, sentence: Int)]]

  /// Looks for `candidates` and `people` in all sentences and file names; of names that overlap, the longest counts.
  init(of candidates: [NameCandidates.Candidate], people: PeopleNames, in readings: [NoteReading]) {
    let keys = Set(candidates.map(\.key))
    let matcher = NameMatcher(candidates.map(\.key) + people.sorted.filter { !keys.contains($0) })
    @Sendable func isPerson(_ name: Int) -> Bool {
      name >= candidates.count || people.isPerson(candidates[name].key) == true
    }
    let shared = SharedFolders(readings)
    let found = concurrentMap(readings) { reading in
      var found: [Occurrence] = []
      var named: [(name: Int, sentence: Int)] = []
      for sentence in reading.sentences.indices {
        let quote = Array(reading.sentences[sentence].quote.utf8)
        let matches = matcher.matches(in: quote)
        named += matches.lazy.filter { isPerson($0.name) }.map { ($0.name, sentence) }
        let hasPerson = matches.contains { isPerson($0.name) }
        for (index, match) in matches.enumerated() where match.name < candidates.count {
          var context = Context(around: match.range, in: quote)
          if hasPerson { context.insert(.company) }
          if index + 1 < matches.count, matches[index + 1].range.lowerBound <= match.range.upperBound + 1,
            isPerson(matches[index + 1].name)
          {
            context.insert(.employer)
          }
          found.append(Occurrence(name: match.name, sentence: sentence, range: match.range, context: context))
        }
      }
      return (occurrences: found, people: named)
    }
    inNote = found.map(\.occurrences)
    self.people = found.map(\.people)
    inFileName = readings.map { reading in
      reading.accounts.lazy.filter { ($0.place == .fileName || $0.place == .folder) && !shared.contains($0) }
        .flatMap { matcher.matches(in: Array($0.surface.utf8)).map(\.name).filter { $0 < candidates.count } }
    }
  }
}

extension NameOccurrences.Context {
  private static let before: Set<String> = [
    "at", "to", "with", "from", "for", "of", "called", "met", "saw", "rang", "into", "and", "in",
    "去", "到", "跑", "见", "找", "约", "回", "在", "从", "跟", "和", "与", "给", "帮", "对", "向", "访", "接", "系", "陪", "是", "签", "丢",
    "做", "把", "让", "去",
  ]
  private static let after: Set<String> = ["那", "这", "的", "要", "说", "总", "现", "内", "门", "楼", "人"]

  init(around range: Range<Int>, in quote: [UInt8]) {
    self = []
    if range.lowerBound <= 2 { insert(.first) }
    if range.lowerBound >= 3, quote[range.lowerBound - 1] >= 0x80 {
      if Self.before.contains(String(decoding: quote[range.lowerBound - 3..<range.lowerBound], as: UTF8.self)) {
        insert(.destination)
      }
    } else if range.lowerBound >= 3, quote[range.lowerBound - 1] == 0x20 {
      var start = range.lowerBound - 1
      while start > 0, quote[start - 1].isWordByte { start -= 1 }
      let word = quote[start..<range.lowerBound - 1].map(\.lowercased)
      if Self.before.contains(String(decoding: word, as: UTF8.self)) { insert(.destination) }
    }
    let rest = quote[range.upperBound...]
    if rest.starts(with: [0x27, 0x73]) || rest.starts(with: [0xE2, 0x80, 0x99, 0x73])
      || Self.after.contains(String(decoding: rest.prefix(3), as: UTF8.self))
    {
      insert(.possessor)
    }
  }
}
