import NoteSyntax

/// Words of a sentence that show how far a deal has come.
public struct StageSign: Sendable {
  /// What the words show.
  public enum Kind: Int, CaseIterable, Sendable {
    /// Signed, ordered, awarded.
    case won
    /// Delivery, use or service after the purchase.
    case served
    /// Lost or dropped.
    case lost
    /// Price, terms, contract or tender.
    case exchange
    /// Demo, trial, sample, proposal.
    case value
    /// Needs are explored.
    case needs
    /// A hint and no more.
    case hint
    /// Waiting or parked.
    case parked
  }

  /// What they show.
  public let kind: Kind
  /// The sentence, as an index of `NoteReading.sentences`.
  public let sentence: Int
  /// Whether the clause states it: no plan, condition, question or denial.
  public let isStated: Bool

  private static let concepts: [Concept: Kind] = [
    Concept("stage.won"): .won, Concept("stage.served"): .served, Concept("stage.lost"): .lost,
    Concept("stage.exchange"): .exchange, Concept("stage.value"): .value, Concept("stage.needs"): .needs,
    Concept("stage.hint"): .hint, Concept("stage.parked"): .parked,
  ]
  private static let unreal = Concept("stage.unreal")

  /// The signs in `note`, in reading order; a phrase within a longer one of any kind is none.
  static func all(in note: Note, cues: SentenceCues) -> [StageSign] {
    var signs: [StageSign] = []
    for sentence in note.sentences.indices where !note.sentences[sentence].isStruck {
      let unrealStarts = cues[sentence].filter { $0.concept == unreal }.map(\.range.lowerBound)
      var covered = 0
      for cue in cues[sentence] {
        guard let kind = concepts[cue.concept], cue.range.lowerBound >= covered else { continue }
        covered = cue.range.upperBound
        let clause = clause(around: cue.range, in: note.text.bytes, within: note.sentences[sentence].text)
        signs.append(
          StageSign(
            kind: kind, sentence: sentence, isStated: !unrealStarts.contains { clause.contains($0) }))
      }
    }
    return signs
  }

  /// From the last punctuation before `range` to the next one behind it.
  private static func clause(around range: Range<Int>, in text: [UInt8], within sentence: Range<Int>) -> Range<Int> {
    func isBreak(_ at: Int) -> Bool {
      switch text[at] {
      case 0x2C, 0x3B, 0x3A, 0x21, 0x28, 0x29: true
      case 0xE3: at + 2 < text.count && text[at + 1] == 0x80 && (text[at + 2] == 0x82 || text[at + 2] == 0x81)
      default: false
      }
    }
    var start = range.lowerBound
    while start > sentence.lowerBound, !isBreak(start - 1), !(start >= 3 && isBreak(start - 3)) { start -= 1 }
    var end = range.upperBound
    while end < sentence.upperBound, !isBreak(end) { end += 1 }
    // A question mark at the end belongs to the clause before it.
    return start..<end
  }
}
