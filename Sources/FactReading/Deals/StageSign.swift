import NoteSyntax
import SourceText

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
    /// Bought, delivered, in use.
    case bought
    /// The need is met, partly met, not met.
    case met, partlyMet, unmet
    /// Business again.
    case again
    /// A price, a concession, terms.
    case price, concession, terms
    /// Value shown, a test passed.
    case shown, passed
    /// The customer asks.
    case asks
    /// How it was found.
    case found
  }

  /// What they show.
  public let kind: Kind
  /// The sentence, as an index of `NoteReading.sentences`.
  @Narrow public var sentence: Int
  /// Whether the clause states it: no plan, condition, question or denial.
  public let isStated: Bool

  private static let concepts: ConceptTable<Kind> = [
    Concept("stage.won"): .won, Concept("stage.served"): .served, Concept("stage.lost"): .lost,
    Concept("stage.exchange"): .exchange, Concept("stage.value"): .value, Concept("stage.needs"): .needs,
    Concept("stage.hint"): .hint, Concept("stage.parked"): .parked, Concept("care.bought"): .bought,
    Concept("care.met"): .met, Concept("care.partly"): .partlyMet, Concept("care.unmet"): .unmet,
    Concept("care.again"): .again, Concept("exchange.price"): .price, Concept("exchange.discount"): .concession,
    Concept("exchange.terms"): .terms, Concept("value.shows"): .shown, Concept("value.passes"): .passed,
    Concept("need.asks"): .asks, Concept("source.how"): .found,
  ]
  private static let unreal = Concept("stage.unreal")
  private static let hides = Lexicon.signs.concept("stage.hides")
  private static let elsewhere = Lexicon.signs.concept("stage.elsewhere")
  private static let aside = Lexicon.signs.concept("stage.aside")
  /// What is also asked, feared or offered, and told of others.
  private static let ofOthers: Set<Kind> = [.won, .served, .bought, .lost]
  /// What goods of somebody else, or goods that the customer sells, can show as well as ours.
  private static let ofGoods: Set<Kind> = [.won, .served, .bought]
  private static let condition = Concept("assertion.condition")

  /// The signs in `note`, in reading order; of a kind, one a sentence, a stated one before others.
  static func all(in note: Note, cues signCues: SentenceCues) -> [StageSign] {
    var signs: [StageSign] = []
    for sentence in note.sentences.indices where !note.sentences[sentence].isStruck && !note.sentences[sentence].isLabel
    {
      let cues = signCues[sentence]
      // What stands behind an "if" hangs on it, whatever clause it is in.
      let hanging = cues.first { $0.concept == condition }?.range.lowerBound ?? Int.max
      let others = signCues[.signs, sentence]
      let hiding = others.filter { $0.concept == hides }
      func isHidden(_ range: Range<Int>) -> Bool {
        hiding.contains { $0.range.count > range.count && $0.range.clamped(to: range) == range }
      }
      let asides = others.filter { $0.concept == aside && !isHidden($0.range) }
      let fromElsewhere = others.first { $0.concept == elsewhere }?.range.lowerBound ?? Int.max
      // A bit for each kind.
      var found: UInt32 = 0
      var stated: UInt32 = 0
      for cue in cues {
        guard let kind = concepts[cue.concept], !isHidden(cue.range) else { continue }
        let bit = UInt32(1) << UInt32(kind.rawValue)
        found |= bit
        guard stated & bit == 0, cue.range.lowerBound < hanging,
          cue.range.upperBound <= fromElsewhere || !ofGoods.contains(kind)
        else { continue }
        let clause = clause(around: cue.range, in: note.text.bytes, within: note.sentences[sentence].text)
        let isUnreal = cues.contains {
          $0.concept == unreal && clause.contains($0.range.lowerBound) && !cue.range.contains($0.range.lowerBound)
        }
        let isAside =
          ofOthers.contains(kind)
          && asides.contains { (clause.lowerBound...cue.range.lowerBound).contains($0.range.upperBound) }
        if !isUnreal, !isAside { stated |= bit }
      }
      while let kind = Kind(rawValue: found.trailingZeroBitCount) {
        let bit = found & (~found &+ 1)
        signs.append(StageSign(kind: kind, sentence: sentence, isStated: stated & bit != 0))
        found ^= bit
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
