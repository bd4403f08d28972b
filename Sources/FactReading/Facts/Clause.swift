/// A part of a sentence with one actor and one way of saying things.
struct Clause {
  /// Where it stands, in bytes of the note's text.
  let range: Range<Int>
  /// Who acts or speaks in it.
  var actor: Actor
  /// What its words do to what it says.
  var moods: Moods

  /// Who acts in a clause.
  enum Actor: UInt16, CaseIterable {
    /// Nobody is named: in a rep's notes mostly the rep, in Chinese often whoever acted before.
    case none
    case i
    case we
    case colleague
    case customer
    case he
    case name
    case department
    case partner
    case rival
    case you
  }

  /// Cues of assertion in a clause.
  struct Moods: OptionSet {
    let rawValue: UInt16
    static let negated = Moods(rawValue: 1)
    static let possible = Moods(rawValue: 2)
    static let condition = Moods(rawValue: 4)
    static let question = Moods(rawValue: 8)
    static let plan = Moods(rawValue: 16)
    static let done = Moods(rawValue: 32)
    static let reported = Moods(rawValue: 64)
    static let hearsay = Moods(rawValue: 128)
    static let past = Moods(rawValue: 256)
    static let emotion = Moods(rawValue: 512)
    static let quoted = Moods(rawValue: 1024)

    /// Number of different moods.
    static let count = 11
  }
}

/// Splits a sentence at punctuation and contrast words, and tells each clause's actor and moods.
struct ClauseReader {
  let bytes: [UInt8]

  /// The clauses of a sentence in order, with the cues that are left after longer ones hid what stands inside them.
  func read(_ sentence: Range<Int>, cues: ArraySlice<Cue>, names: [Range<Int>]) -> (
    clauses: [Clause], cues: ArraySlice<Cue>
  ) {
    let visible = Self.withoutHidden(cues)
    var bounds: [(at: Int, quoted: Bool)] = [(sentence.lowerBound, false)]
    var isQuoted = false
    var at = sentence.lowerBound
    while at < sentence.upperBound {
      let width = bytes[at].scalarLength
      if !Self.mayDivide(bytes[at]) {
        at += width
        continue
      }
      switch punctuation(at, sentence.upperBound) {
      case .stop: bounds.append((at + width, isQuoted))
      case .open:
        isQuoted = true
        bounds.append((at + width, true))
      case .close:
        isQuoted = false
        bounds.append((at + width, false))
      case .toggle:
        isQuoted.toggle()
        bounds.append((at + width, isQuoted))
      case nil: break
      }
      at += width
    }
    for cue in visible {
      if case .terminator = Concepts.kind(of: cue.concept) { bounds.append((cue.range.lowerBound, false)) }
    }
    if bounds.count > 1 { bounds.sort { $0.at < $1.at } }
    var clauses: [Clause] = []
    clauses.reserveCapacity(bounds.count)
    for index in bounds.indices {
      let end = index + 1 < bounds.count ? bounds[index + 1].at : sentence.upperBound
      guard end > bounds[index].at else { continue }
      let moods: Clause.Moods = bounds[index].quoted ? .quoted : []
      clauses.append(Clause(range: bounds[index].at..<end, actor: .none, moods: moods))
    }
    if clauses.isEmpty { clauses = [Clause(range: sentence, actor: .none, moods: [])] }
    fill(&clauses, visible, names)
    return (clauses, visible)
  }

  /// Names and cues come by start, so that the first of each in a clause is the first that is met.
  private func fill(_ clauses: inout [Clause], _ cues: ArraySlice<Cue>, _ names: [Range<Int>]) {
    var name = 0
    var cue = cues.startIndex
    for clause in clauses.indices {
      let end = clause + 1 < clauses.count ? clauses[clause].range.upperBound : Int.max
      var firstActor = Int.max
      while cue < cues.endIndex, cues[cue].range.lowerBound < end {
        switch Concepts.kind(of: cues[cue].concept) {
        case .mood(let mood): clauses[clause].moods.insert(mood)
        case .actor(let actor) where firstActor == Int.max:
          firstActor = cues[cue].range.lowerBound
          clauses[clause].actor = actor
        default: break
        }
        cue += 1
      }
      if name < names.count, names[name].lowerBound < end {
        if names[name].lowerBound < firstActor { clauses[clause].actor = .name }
        while name < names.count, names[name].lowerBound < end { name += 1 }
      }
    }
  }

  /// Leaves out assertion triggers inside a longer cue: 不 of 不错, "not" of "not only".
  private static func withoutHidden(_ cues: ArraySlice<Cue>) -> ArraySlice<Cue> {
    let hides = cues.contains { if case .pseudoNegation = Concepts.kind(of: $0.concept) { true } else { false } }
    guard hides else { return cues }
    var visible: [Cue] = []
    visible.reserveCapacity(cues.count)
    var pseudoEnd = -1
    for cue in cues {
      switch Concepts.kind(of: cue.concept) {
      case .pseudoNegation:
        pseudoEnd = max(pseudoEnd, cue.range.upperBound)
        continue
      case .mood(.negated) where cue.range.upperBound <= pseudoEnd: continue
      default: visible.append(cue)
      }
    }
    return visible[...]
  }

  /// Whether a byte may begin a punctuation mark: few do.
  @inline(__always)
  private static func mayDivide(_ byte: UInt8) -> Bool { byte < 0x40 ? byte > 0x20 : byte == 0xE2 || byte == 0xE3 }

  private enum Punctuation { case stop, open, close, toggle }

  private func punctuation(_ at: Int, _ end: Int) -> Punctuation? {
    switch bytes[at] {
    case 0x2C, 0x2E:  // , . inside a number are part of it
      return at + 1 < end && bytes[at + 1] &- 0x30 < 10 ? nil : .stop
    case 0x3B, 0x21, 0x3F, 0x28, 0x29: return .stop
    case 0x3A: return at + 1 < end && bytes[at + 1] &- 0x30 < 10 ? nil : .stop
    case 0x22: return .toggle
    case 0xE2 where at + 2 < end && bytes[at + 1] == 0x80:
      switch bytes[at + 2] {
      case 0x9C: return .open
      case 0x9D: return .close
      case 0x94: return .stop
      default: return nil
      }
    case 0xE3 where at + 2 < end && bytes[at + 1] == 0x80:
      switch bytes[at + 2] {
      case 0x81, 0x82: return .stop
      case 0x8C, 0x8E: return .open
      case 0x8D, 0x8F: return .close
      default: return nil
      }
    default: return nil
    }
  }
}
