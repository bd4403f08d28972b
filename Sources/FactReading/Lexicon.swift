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

  /// The phrases compiled into the program, without those that one reader has for itself: `NameLexicon`, `StageNames`,
  /// `MeetingGuard`.
  public static let builtin = Lexicon(
    files: Self.embedded { !$0.hasPrefix("names-") && $0 != StageNames.file && $0 != MeetingGuard.file })

  /// Reads lexicon files; a phrase before the first heading is left out.
  public init(files: [[UInt8]]) {
    var concepts: [String] = []
    var indices: [String: UInt16] = [:]
    var phrases: [(bytes: ArraySlice<UInt8>, concept: UInt16)] = []
    for file in files {
      Self.forEachPhrase(in: file) { heading, phrase in
        let index = indices[heading] ?? UInt16(concepts.count)
        if indices.updateValue(index, forKey: heading) == nil { concepts.append(heading) }
        phrases.append((phrase, index))
      }
    }
    self.concepts = concepts
    self.indices = indices
    self.matcher = PhraseMatcher(phrases)
  }

  /// The concept called `name`, which must be a heading of a lexicon file.
  public func concept(_ name: String) -> Concept {
    guard let index = indices[name] else { preconditionFailure("no lexicon has the concept [\(name)]") }
    return Concept(index: index)
  }

  /// Every phrase in `text[range]`, by start, longer first; phrases may overlap.
  public func cues(in text: [UInt8], _ range: Range<Int>) -> [Cue] {
    matcher.matches(in: text, range)
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
