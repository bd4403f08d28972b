import NoteSyntax

/// The cues of all lexicons in a note, found once for all readers.
package struct SentenceCues: Sendable {
  /// The cues of one lexicon, sentence by sentence.
  private struct Found {
    var cues: [Cue] = []
    /// For each sentence, where its cues end in `cues`.
    var ends: [Int] = []

    /// Takes more cues of the sentence that has no end yet; their order stays by start, longer first.
    mutating func add(_ more: [Cue]) {
      let first = ends.last ?? 0
      cues =
        cues[..<first]
        + (cues[first...] + more).sorted {
          ($0.range.lowerBound, -$0.range.count) < ($1.range.lowerBound, -$1.range.count)
        }
    }

    subscript(sentence: Int) -> ArraySlice<Cue> { cues[(sentence > 0 ? ends[sentence - 1] : 0)..<ends[sentence]] }
  }

  /// By the position of each lexicon in `Lexicon.Shared.Part.allCases`.
  private let found: [Found]

  /// Looks through every sentence of `note`; titles of `vocabulary` count among those of names.
  package init(_ note: Note, vocabulary: TeamVocabulary = .none) {
    var found = [Found](repeating: Found(), count: Lexicon.Shared.Part.allCases.count)
    let lexicons = Lexicon.Shared.all
    for sentence in note.sentences {
      lexicons.forEachCue(in: note.text.bytes, sentence.text) { part, cue in found[part.rawValue].cues.append(cue) }
      let titles = vocabulary.titleCues(in: note.text.bytes, sentence.text)
      if !titles.isEmpty { found[Lexicon.Shared.Part.names.rawValue].add(titles) }
      for part in found.indices { found[part].ends.append(found[part].cues.count) }
    }
    self.found = found
  }

  /// The cues of a sentence by its index in `Note.sentences`: by start, longer first, in bytes of `Note.text`.
  subscript(sentence: Int) -> ArraySlice<Cue> { self[.builtin, sentence] }

  /// What one of the lexicons has in a sentence, likewise.
  subscript(part: Lexicon.Shared.Part, sentence: Int) -> ArraySlice<Cue> { found[part.rawValue][sentence] }
}
