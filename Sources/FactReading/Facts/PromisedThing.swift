import NoteSyntax

/// What a promise is about, in a word of ours: a quotation, a visit. It tells readers of a promise to whom the notes' own
/// words are not told.
public enum PromisedThing: String, CaseIterable, Encodable, Sendable {
  case offer, contract, plan, sample, demonstration, trial, materials, figures, reference, delivery, installation
  case training, repair, payment, meeting, call, answer, approval

  /// The lexicon that it is told by.
  static let file = "promised-things.txt"

  private static let lexicon = Lexicon(files: Lexicon.embedded { $0 == file })
  private static let things = Dictionary(
    allCases.map { (lexicon.concept("promised." + $0.rawValue), $0) }, uniquingKeysWith: { first, _ in first })

  /// What the words of a promise name, at most two things, in the order in which they stand.
  public static func named(in words: String) -> [PromisedThing] {
    let text = ProseText.folded(words)
    var found: [PromisedThing] = []
    for (thing, _) in all(in: text, 0..<text.count) where !found.contains(thing) { found.append(thing) }
    return Array(found.prefix(2))
  }

  /// The things that bytes of a note's text name, with where their words begin, in order.
  static func all(in text: [UInt8], _ range: Range<Int>) -> [(thing: PromisedThing, start: Int)] {
    lexicon.cues(in: text, range).compactMap { cue in things[cue.concept].map { ($0, cue.range.lowerBound) } }
  }
}
