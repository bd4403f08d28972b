/// One sentence laid out for the name grammar: its characters, and at each of them what the name lexicon knows.
///
/// Positions are indices of `scalars`; `offsets` leads back to bytes of the note's text.
final class NameScan {
  /// The Unicode scalars of the sentence.
  let scalars: [UInt32]
  /// The byte at which each scalar starts, and at the end the byte past the last.
  let offsets: [Int]
  /// For each position, the end of the everyday word that covers it, and its start; 0 and -1 where none does.
  let stopEnd: [Int32]
  let stopStart: [Int32]
  private let cuesAt: [Range<Int>]
  private let cues: [(concept: Concept, end: Int)]
  private let endsAt: [EndFlags]

  /// What ends just before a position.
  struct EndFlags: OptionSet {
    let rawValue: UInt8
    static let before = EndFlags(rawValue: 1)
    static let function = EndFlags(rawValue: 2)
    static let place = EndFlags(rawValue: 4)
  }

  /// Lays out `text[range]`; `known` is what `NameLexicon.phrases` has there, when that has been looked up before.
  init(_ text: [UInt8], _ range: Range<Int>, known: [Cue]? = nil) {
    var scalars: [UInt32] = []
    var offsets: [Int] = []
    scalars.reserveCapacity(range.count)
    offsets.reserveCapacity(range.count + 1)
    var positionOfByte = [Int32](repeating: 0, count: range.count + 1)
    var at = range.lowerBound
    while at < range.upperBound {
      let length = min(text[at].scalarLength, range.upperBound - at)
      var scalar = UInt32(text[at])
      switch length {
      case 2: scalar = scalar & 0x1F
      case 3: scalar = scalar & 0x0F
      case 4: scalar = scalar & 0x07
      default: break
      }
      for next in 1..<max(length, 1) { scalar = scalar << 6 | UInt32(text[at + next] & 0x3F) }
      for next in 0..<length { positionOfByte[at - range.lowerBound + next] = Int32(scalars.count) }
      scalars.append(scalar)
      offsets.append(at)
      at += length
    }
    offsets.append(range.upperBound)
    positionOfByte[range.count] = Int32(scalars.count)

    let concepts = NameLexicon.concepts
    let count = scalars.count
    var stopEnd = [Int32](repeating: 0, count: count + 1)
    var stopStart = [Int32](repeating: -1, count: count + 1)
    var cuesAt = [Range<Int>](repeating: 0..<0, count: count + 1)
    var endsAt = [EndFlags](repeating: [], count: count + 1)
    var cues: [(concept: Concept, end: Int)] = []
    var covered: Int32 = 0
    for cue in known ?? NameLexicon.builtin.phrases.cues(in: text, range) {
      let start = positionOfByte[cue.range.lowerBound - range.lowerBound]
      let end = positionOfByte[cue.range.upperBound - range.lowerBound]
      if cue.concept == concepts.stop {
        // Everyday words never overlap: the first, and of those that start together the longest, stands.
        if start >= covered {
          covered = end
          for position in Int(start)..<Int(end) {
            stopEnd[position] = end
            stopStart[position] = start
          }
        }
        continue
      }
      if cuesAt[Int(start)].isEmpty { cuesAt[Int(start)] = cues.count..<cues.count }
      cues.append((cue.concept, Int(end)))
      cuesAt[Int(start)] = cuesAt[Int(start)].lowerBound..<cues.count
      switch cue.concept {
      case concepts.before, concepts.englishBefore: endsAt[Int(end)].insert(.before)
      case concepts.title, concepts.department, concepts.role, concepts.englishTitle, concepts.kinship:
        endsAt[Int(end)].insert(.function)
      case concepts.place: endsAt[Int(end)].insert(.place)
      default: break
      }
    }
    self.scalars = scalars
    self.offsets = offsets
    self.stopEnd = stopEnd
    self.stopStart = stopStart
    self.cuesAt = cuesAt
    self.cues = cues
    self.endsAt = endsAt
  }

  /// Number of scalars.
  var count: Int { scalars.count }

  /// The scalar at a position; 0 outside the sentence.
  func scalar(_ position: Int) -> UInt32 { position >= 0 && position < count ? scalars[position] : 0 }

  /// The phrases that start at `position`, longest first.
  func phrases(at position: Int) -> ArraySlice<(concept: Concept, end: Int)> {
    position >= 0 && position < count ? cues[cuesAt[position]] : []
  }

  /// Whether a phrase of `concept` stands from `position` to `end`.
  func has(_ concept: Concept, from position: Int, to end: Int) -> Bool {
    guard position >= 0, position < count else { return false }
    for index in cuesAt[position] where cues[index].concept == concept && cues[index].end == end { return true }
    return false
  }

  /// The end of the longest phrase of `concept` that starts at `position`.
  func end(of concept: Concept, at position: Int) -> Int? {
    guard position >= 0, position < count else { return nil }
    for index in cuesAt[position] where cues[index].concept == concept { return cues[index].end }
    return nil
  }

  /// What ends just before `position`.
  func ending(at position: Int) -> EndFlags { position >= 0 && position <= count ? endsAt[position] : [] }

  /// The start of the longest phrase of one of `concepts`, all of them titles, functions or kinship, that ends at
  /// `position`, at most twelve characters before.
  func start(of concepts: [Concept], endingAt position: Int) -> Int? {
    guard position > 0, ending(at: position).contains(.function) else { return nil }
    for start in max(0, position - 24)..<position {
      for index in cuesAt[start] where cues[index].end == position && concepts.contains(cues[index].concept) {
        return start
      }
    }
    return nil
  }

  /// The bytes from one position to another.
  func bytes(_ start: Int, _ end: Int) -> Range<Int> { offsets[start]..<offsets[end] }
}
