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

  /// The phrases compiled into the program.
  public static let builtin = Lexicon(files: Self.embedded())

  /// Reads lexicon files; a phrase before the first heading is left out.
  public init(files: [[UInt8]]) {
    var concepts: [String] = []
    var indices: [String: UInt16] = [:]
    var phrases: [(bytes: ArraySlice<UInt8>, concept: UInt16)] = []
    for file in files {
      var current: UInt16?
      for line in file.split(separator: 0x0A) {
        guard let first = line.first, first != 0x23 else { continue }
        if first == 0x5B, line.last == 0x5D {
          let name = String(decoding: line.dropFirst().dropLast(), as: UTF8.self)
          let index = indices[name] ?? UInt16(concepts.count)
          if indices.updateValue(index, forKey: name) == nil { concepts.append(name) }
          current = index
        } else if let current {
          phrases.append((line, current))
        }
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

  private static func embedded() -> [[UInt8]] {
    var files: [[UInt8]] = []
    var count = 0
    while let bytes = rapport_lexicon(files.count, &count) {
      files.append(Array(UnsafeBufferPointer(start: bytes, count: count)))
    }
    return files
  }
}

extension Concept {
  /// The concept of the built-in lexicons that is called `name`.
  init(_ name: String) { self = Lexicon.builtin.concept(name) }
}
