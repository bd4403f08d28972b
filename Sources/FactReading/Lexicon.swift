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
  /// `MeetingGuard`, `DealSign`, `PromisedThing`, `DoerReader`.
  public static let builtin = Shared.all[.builtin]
  /// What names are made of and stand among; `NameLexicon` makes use of it.
  static let names = Shared.all[.names]
  /// What functions and the words near a name say of somebody's part and side.
  static let functions = Shared.all[.functions]
  /// What denies or plans a meeting; `MeetingGuard` makes use of it.
  static let guards = Shared.all[.guards]
  /// What rules look for and no kind of fact holds; `DealSign` makes use of it.
  static let signs = Shared.all[.signs]

  /// The lexicons compiled into the program of which one pass over a text finds the phrases of all.
  struct Shared: Sendable {
    /// Which lexicon a phrase is of.
    enum Part: Int, CaseIterable, Sendable {
      case builtin, names, functions, guards, signs
    }

    static let all = Shared()

    private let lexicons: [Lexicon]
    private let matcher: PhraseMatcher
    /// For each number of the matcher's, whose concept it is.
    private let owners: [(part: Part, concept: Concept)]

    private init() {
      lexicons = Lexicon.sharing(Part.allCases.map { part in Lexicon.embedded { Self.part(ofFile: $0) == part } })
      matcher = lexicons[0].matcher
      owners = Part.allCases.flatMap { [lexicons] part in
        lexicons[part.rawValue].concepts.indices.map { (part, Concept(index: UInt16($0))) }
      }
    }

    /// `StageNames` and the lists of name words have tables of their own.
    private static func part(ofFile name: String) -> Part? {
      switch name {
      case "names-zh.txt", "names-en.txt": .names
      case "names-functions.txt": .functions
      case MeetingGuard.file: .guards
      case DealSign.file: .signs
      case StageNames.file, PromisedThing.file, DoerReader.file: nil
      default: name.hasPrefix("names-") ? nil : .builtin
      }
    }

    subscript(part: Part) -> Lexicon { lexicons[part.rawValue] }

    /// Calls `body` with every phrase in `text[range]`, of each lexicon as `Lexicon.cues` has them.
    @inline(__always)
    func forEachCue(in text: [UInt8], _ range: Range<Int>, _ body: (Part, Cue) -> Void) {
      owners.withUnsafeBufferPointer { owners in
        matcher.forEachMatch(in: text, range) { number, range in
          let owner = owners[Int(number)]
          body(owner.part, Cue(concept: owner.concept, range: range))
        }
      }
    }
  }

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

  /// The concepts that a whole text is a phrase of, and no part of it alone.
  func concepts(ofWhole text: some Sequence<UInt8>) -> [Concept] {
    let text = Array(text)
    return cues(in: text, text.indices).filter { $0.range == text.indices }.map(\.concept)
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
