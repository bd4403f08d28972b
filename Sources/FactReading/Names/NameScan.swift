/// One sentence laid out for the name grammar: its characters, and at each of them what the name lexicon knows.
///
/// Positions are indices of `scalars`; `offsets` leads back to bytes of the note's text.
final class NameScan {
  /// The Unicode scalars of the sentence.
  let scalars: [UInt32]
  /// The byte at which each scalar starts, and at the end the byte past the last.
  let offsets: [Int]
  private let places: [Place]
  private let edges: Set<Int>
  private let cues: [(concept: Concept, end: Int)]

  /// What the lexicon knows at one position.
  private struct Place {
    /// Start and end of the everyday word that covers it; -1 and 0 where none does.
    var stopStart: Int32 = -1
    var stopEnd: Int32 = 0
    /// The phrases that start there, as a range of `cues`.
    var firstCue: Int32 = 0
    var cueEnd: Int32 = 0
    var ends: EndFlags = []
  }

  /// What ends just before a position.
  struct EndFlags: OptionSet {
    let rawValue: UInt8
    static let before = EndFlags(rawValue: 1)
    static let function = EndFlags(rawValue: 2)
    static let place = EndFlags(rawValue: 4)
  }

  /// Lays out `text[range]`; `known` is what `NameLexicon.phrases` has there, when that has been looked up before, `edges`
  /// the bytes at which emphasis begins or ends.
  init(_ text: [UInt8], _ range: Range<Int>, known: ArraySlice<Cue>? = nil, edges: Set<Int> = []) {
    var scalars: [UInt32] = []
    var offsets: [Int] = []
    scalars.reserveCapacity(range.count)
    offsets.reserveCapacity(range.count + 1)
    text.withUnsafeBufferPointer { text in
      var at = range.lowerBound
      while at < range.upperBound {
        let (scalar, length) = text.scalar(at: at, end: range.upperBound)
        scalars.append(scalar)
        offsets.append(at)
        at += length
      }
    }
    offsets.append(range.upperBound)

    let concepts = NameLexicon.concepts
    var places = [Place](repeating: Place(), count: scalars.count + 1)
    var cues: [(concept: Concept, end: Int)] = []
    let known = known ?? NameLexicon.builtin.phrases.cues(in: text, range)[...]
    cues.reserveCapacity(known.count)
    var covered = 0
    var start = 0
    for cue in known {
      while offsets[start] < cue.range.lowerBound { start += 1 }
      var end = start
      while offsets[end] < cue.range.upperBound { end += 1 }
      if cue.concept == concepts.stop {
        // Everyday words never overlap: the first, and of those that start together the longest, stands.
        if start >= covered {
          covered = end
          for position in start..<end {
            places[position].stopEnd = Int32(end)
            places[position].stopStart = Int32(start)
          }
        }
        continue
      }
      if places[start].cueEnd == 0 { places[start].firstCue = Int32(cues.count) }
      cues.append((cue.concept, end))
      places[start].cueEnd = Int32(cues.count)
      switch cue.concept {
      case concepts.before, concepts.englishBefore: places[end].ends.insert(.before)
      case concepts.title, concepts.department, concepts.role, concepts.englishTitle, concepts.kinship:
        places[end].ends.insert(.function)
      case concepts.place: places[end].ends.insert(.place)
      default: break
      }
    }
    self.edges = edges
    self.scalars = scalars
    self.offsets = offsets
    self.places = places
    self.cues = cues
  }

  /// Number of scalars.
  var count: Int { scalars.count }

  /// The scalar at a position; 0 outside the sentence.
  func scalar(_ position: Int) -> UInt32 { position >= 0 && position < count ? scalars[position] : 0 }

  /// Whether emphasis begins or ends at a position.
  func isEdge(_ position: Int) -> Bool { !edges.isEmpty && edges.contains(offsets[position]) }

  /// For a position in the sentence, the start of the everyday word that covers it; -1 where none does.
  func stopStart(_ position: Int) -> Int { Int(places[position].stopStart) }

  /// For a position in the sentence, the end of the everyday word that covers it; 0 where none does.
  func stopEnd(_ position: Int) -> Int { Int(places[position].stopEnd) }

  private func cues(at position: Int) -> Range<Int> {
    Int(places[position].firstCue)..<Int(places[position].cueEnd)
  }

  /// Whether any phrase starts at `position`.
  func hasPhrase(at position: Int) -> Bool { position < count && places[position].cueEnd > 0 }

  /// The numbers of the phrases that start at `position`, longest first.
  func phrases(at position: Int) -> Range<Int> { position >= 0 && position < count ? cues(at: position) : 0..<0 }

  /// The phrase with a number.
  func phrase(_ number: Int) -> (concept: Concept, end: Int) { cues[number] }

  /// Whether a phrase of `concept` stands from `position` to `end`.
  func has(_ concept: Concept, from position: Int, to end: Int) -> Bool {
    guard position >= 0, position < count else { return false }
    for index in cues(at: position) where cues[index].concept == concept && cues[index].end == end { return true }
    return false
  }

  /// The end of the longest phrase of `concept` that starts at `position`.
  func end(of concept: Concept, at position: Int) -> Int? {
    guard position >= 0, position < count else { return nil }
    for index in cues(at: position) where cues[index].concept == concept { return cues[index].end }
    return nil
  }

  /// What ends just before `position`.
  func ending(at position: Int) -> EndFlags { position >= 0 && position <= count ? places[position].ends : [] }

  /// The start of the longest phrase of one of `concepts`, all of them titles, functions or kinship, that ends at
  /// `position`, at most twelve characters before.
  func start(of concepts: [Concept], endingAt position: Int) -> Int? {
    guard position > 0, ending(at: position).contains(.function) else { return nil }
    for start in max(0, position - 24)..<position {
      for index in cues(at: start) where cues[index].end == position && concepts.contains(cues[index].concept) {
        return start
      }
    }
    return nil
  }

  /// The bytes from one position to another.
  func bytes(_ start: Int, _ end: Int) -> Range<Int> { offsets[start]..<offsets[end] }
}
