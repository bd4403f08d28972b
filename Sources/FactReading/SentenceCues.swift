import NoteSyntax

/// The cues of all lexicons in a note, found once for all readers.
package struct SentenceCues: Sendable {
  /// The cues of one lexicon, sentence by sentence.
  private struct Found {
    var cues: [Cue] = []
    /// For each sentence, where its cues end in `cues`.
    var ends: [Int] = []

    subscript(sentence: Int) -> ArraySlice<Cue> { cues[(sentence > 0 ? ends[sentence - 1] : 0)..<ends[sentence]] }
  }

  /// By the position of each lexicon in `Lexicon.Shared.Part.allCases`.
  private let found: [Found]

  /// Looks through every sentence of `note`.
  package init(_ note: Note) {
    var found = [Found](repeating: Found(), count: Lexicon.Shared.Part.allCases.count)
    let lexicons = Lexicon.Shared.all
    for sentence in note.sentences {
      lexicons.forEachCue(in: note.text.bytes, sentence.text) { part, cue in found[part.rawValue].cues.append(cue) }
      for part in found.indices { found[part].ends.append(found[part].cues.count) }
    }
    self.found = found
  }

  /// The cues of a sentence by its index in `Note.sentences`: by start, longer first, in bytes of `Note.text`.
  subscript(sentence: Int) -> ArraySlice<Cue> { self[.builtin, sentence] }

  /// What one of the lexicons has in a sentence, likewise.
  subscript(part: Lexicon.Shared.Part, sentence: Int) -> ArraySlice<Cue> { found[part.rawValue][sentence] }
}
