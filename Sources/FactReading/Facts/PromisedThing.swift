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
    let text = Note(parsing: SourceFile(path: "promise.txt", bytes: Array(words.utf8))).text.bytes
    var found: [PromisedThing] = []
    for cue in lexicon.cues(in: text, 0..<text.count) {
      if let thing = things[cue.concept], !found.contains(thing) { found.append(thing) }
    }
    return Array(found.prefix(2))
  }
}
