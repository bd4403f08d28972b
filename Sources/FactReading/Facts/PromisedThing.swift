import NoteSyntax
import SourceText

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
    var found: [PromisedThing] = []
    for (thing, _) in all(in: words) where !found.contains(thing) { found.append(thing) }
    return Array(found.prefix(2))
  }

  /// Whether words begin with the name of a thing.
  static func leads(_ words: String) -> Bool { all(in: words).contains { $0.start == 0 } }

  /// The things that words name, with where they begin in the text of a note that is only these words.
  private static func all(in words: String) -> [(thing: PromisedThing, start: Int)] {
    let text = Note(parsing: SourceFile(path: "promise.txt", bytes: Array(words.utf8))).text.bytes
    return lexicon.cues(in: text, 0..<text.count).compactMap { cue in
      things[cue.concept].map { ($0, cue.range.lowerBound) }
    }
  }
}
