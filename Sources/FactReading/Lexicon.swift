import CReadingData

/// A group of phrases of both languages that mean one thing to a reader of sales notes, such as "says the final yes".
///
/// The phrases are data: `Sources/CReadingData/lexicons/*.txt`. Code names a concept once, as a static member
/// beside the reader that uses it.
public struct Concept: Hashable, Sendable {
  /// Position in `Lexicon.concepts`.
  public let index: UInt16
}

/// One phrase of a lexicon found in a text.
public struct Cue: Hashable, Sendable {
  /// What the phrase means.
  public let concept: Concept
  /// Where it stands, in bytes of the text.
  public let range: Range<Int>
}

/// All phrases that the readers know.
///
/// A lexicon file has one phrase a line under a `[concept]` heading; `#` starts a comment line. Phrases are written as
/// folded text (Simplified, half-width, lower case); `word*` matches every word with that beginning. A phrase that begins
/// or ends with an ASCII letter or digit matches at a word boundary there; Han characters beside it are no obstacle.
public struct Lexicon: Sendable {
  /// Concept names in order of appearance: `decision.final-say`.
  public let concepts: [String]
  private let indices: [String: UInt16]
  private let matcher: PhraseMatcher
  /// What the matcher adds to the number of a concept: others may share it.
  private let first: UInt16

  /// The phrases compiled into the program, without those that one reader has for itself: `NameLexicon`, `StageNames`,
  /// `MeetingGuard`, `DealSign`.
  public static let builtin = compiledIn[0]
  /// What names are made of and stand among; `NameLexicon` makes use of it.
  static let names = compiledIn[1]
  /// What functions and the words near a name say of somebody's part and side.
  static let functions = compiledIn[2]
  /// What rules look for and no kind of fact holds; `DealSign` makes use of it.
  static let signs = compiledIn[3]

  private static let compiledIn = sharing([
    embedded {
      !$0.hasPrefix("names-") && $0 != StageNames.file && $0 != MeetingGuard.file && $0 != DealSign.file
    },
    embedded { $0 == "names-zh.txt" || $0 == "names-en.txt" }, embedded { $0 == "names-functions.txt" },
    embedded { $0 == DealSign.file },
  ])

  /// Reads lexicon files; a phrase before the first heading is left out.
  public init(files: [[UInt8]]) { self = Self.sharing([files])[0] }

  private init(_ headings: Headings, first: UInt16, matcher: PhraseMatcher) {
    concepts = headings.concepts
    indices = headings.indices
    self.first = first
    self.matcher = matcher
  }

  /// One lexicon of each group of files; a single matcher finds the phrases of all.
  private static func sharing(_ groups: [[[UInt8]]]) -> [Lexicon] {
    var phrases: [(bytes: ArraySlice<UInt8>, concept: UInt16)] = []
    var all: [(headings: Headings, first: UInt16)] = []
    for files in groups {
      let first = all.last.map { $0.first + UInt16($0.headings.concepts.count) } ?? 0
      var headings = Headings()
      for file in files {
        forEachPhrase(in: file) { heading, phrase in phrases.append((phrase, first + headings.index(of: heading))) }
      }
      all.append((headings, first))
    }
    let matcher = PhraseMatcher(phrases)
    return all.map { Lexicon($0.headings, first: $0.first, matcher: matcher) }
  }

  /// Concepts in order of appearance.
  private struct Headings {
    private(set) var concepts: [String] = []
    private(set) var indices: [String: UInt16] = [:]

    mutating func index(of heading: String) -> UInt16 {
      if let known = indices[heading] { return known }
      indices[heading] = UInt16(concepts.count)
      concepts.append(heading)
      return UInt16(concepts.count - 1)
    }
  }

  /// The concept called `name`, which must be a heading of a lexicon file.
  public func concept(_ name: String) -> Concept {
    guard let index = indices[name] else { preconditionFailure("no lexicon has the concept [\(name)]") }
    return Concept(index: index)
  }

  /// Every phrase in `text[range]`, by start, longer first; phrases may overlap.
  public func cues(in text: [UInt8], _ range: Range<Int>) -> [Cue] {
    var found: [Cue] = []
    matcher.forEachMatch(in: text, range) { concept, range in
      if let own = own(concept) { found.append(Cue(concept: own, range: range)) }
    }
    return found
  }

  /// The cues of the lexicons compiled into the program, of each as `cues` has them, in one pass.
  static func allCues(
    in text: [UInt8], _ range: Range<Int>
  ) -> (words: [Cue], names: [Cue], functions: [Cue], signs: [Cue]) {
    let (words, names, functions, signs) = (builtin, names, functions, signs)
    var found = (words: [Cue](), names: [Cue](), functions: [Cue](), signs: [Cue]())
    words.matcher.forEachMatch(in: text, range) { concept, range in
      if let own = words.own(concept) {
        found.words.append(Cue(concept: own, range: range))
      } else if let own = names.own(concept) {
        found.names.append(Cue(concept: own, range: range))
      } else if let own = functions.own(concept) {
        found.functions.append(Cue(concept: own, range: range))
      } else if let own = signs.own(concept) {
        found.signs.append(Cue(concept: own, range: range))
      }
    }
    return found
  }

  /// The concept with a number of the matcher's, when it is one of this lexicon's.
  private func own(_ concept: UInt16) -> Concept? {
    concept >= first && concept - first < UInt16(concepts.count) ? Concept(index: concept - first) : nil
  }

  /// Calls `body` with each phrase of a lexicon file and the concept it stands under.
  static func forEachPhrase(in file: [UInt8], _ body: (_ concept: String, _ phrase: ArraySlice<UInt8>) -> Void) {
    var heading: String?
    for line in file.split(separator: 0x0A) {
      guard let first = line.first, first != 0x23 else { continue }
      if first == 0x5B, line.last == 0x5D {
        heading = String(decoding: line.dropFirst().dropLast(), as: UTF8.self)
      } else if let heading {
        body(heading, line)
      }
    }
  }

  /// The bytes of the lexicon files compiled into the program whose name `isWanted`.
  static func embedded(where isWanted: (String) -> Bool) -> [[UInt8]] {
    var files: [[UInt8]] = []
    var index = 0
    var count = 0
    while let bytes = rapport_lexicon(index, &count), let name = rapport_lexicon_name(index) {
      if isWanted(String(cString: name)) { files.append(Array(UnsafeBufferPointer(start: bytes, count: count))) }
      index += 1
    }
    return files
  }
}

extension Concept {
  /// The concept of the built-in lexicons that is called `name`.
  init(_ name: String) { self = Lexicon.builtin.concept(name) }
}
