import NoteSyntax
import SourceText

/// A sentence as the readers of facts see it: clauses, and what stands in them in order.
///
/// A class, for every reader looks at it, and a copy would count four arrays.
final class SentenceShape: Sendable {
  /// Something in a sentence that has a meaning: a lexicon's concept, a number, a name.
  struct Piece {
    /// Equal for pieces of one meaning.
    let meaning: UInt32
    /// The concept, when it is one.
    let concept: Concept?
    /// Where it stands, in bytes of the note's text.
    let range: Range<Int>
    /// The clause it stands in, as an index of `clauses`.
    fileprivate(set) var clause = 0
  }

  /// Where the sentence stands, in bytes of the note's text.
  let range: Range<Int>
  /// Its clauses in order; at least one.
  let clauses: [Clause]
  /// Concepts of content, numbers and names by start.
  let pieces: [Piece]
  /// Names in it, in bytes of the note's text, in order.
  let names: [Range<Int>]
  /// Concepts of headings and labels in it.
  let sections: [Concept]

  /// Who acts in the sentence: the first clause that says it.
  var subject: Clause.Actor { clauses.first { $0.actor != .none }?.actor ?? .none }

  /// Reads one sentence.
  init(_ range: Range<Int>, bytes: [UInt8], cues: ArraySlice<Cue>, names: [Range<Int>]) {
    let (clauses, visible) = ClauseReader(bytes: bytes).read(range, cues: cues, names: names)
    var pieces: [Piece] = []
    pieces.reserveCapacity(visible.count + names.count + 4)
    var sections: [Concept] = []
    for cue in visible {
      switch Concepts.kind(of: cue.concept) {
      case .content:
        pieces.append(Piece(meaning: Concepts.hash(of: cue.concept), concept: cue.concept, range: cue.range))
      case .section: sections.append(cue.concept)
      default: break
      }
    }
    NumberShape.forEach(in: bytes, range) { shape, range in
      pieces.append(Piece(meaning: Self.numbers[Int(shape.rawValue)], concept: nil, range: range))
    }
    for name in names { pieces.append(Piece(meaning: Self.name, concept: nil, range: name)) }
    pieces.sort { ($0.range.lowerBound, $0.meaning) < ($1.range.lowerBound, $1.meaning) }
    var clause = 0
    for index in pieces.indices {
      while clause + 1 < clauses.count, pieces[index].range.lowerBound >= clauses[clause].range.upperBound {
        clause += 1
      }
      pieces[index].clause = clause
    }
    self.pieces = pieces
    self.range = range
    self.clauses = clauses
    self.names = names
    self.sections = sections
  }

  private static let name = FeatureHash.of("a name")
  private static let numbers = NumberShape.allCases.map { FeatureHash.of("number \($0)") }
}
