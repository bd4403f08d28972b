import NoteSyntax

/// The cues of all lexicons in a note, found once for all readers.
package struct SentenceCues: Sendable {
  private let bySentence: [(words: [Cue], names: [Cue], functions: [Cue], signs: [Cue])]

  /// Looks through every sentence of `note`.
  package init(_ note: Note) {
    bySentence = note.sentences.map { Lexicon.allCues(in: note.text.bytes, $0.text) }
  }

  /// The cues of a sentence by its index in `Note.sentences`: by start, longer first, in bytes of `Note.text`.
  subscript(sentence: Int) -> [Cue] { bySentence[sentence].words }

  /// What `NameLexicon.phrases` has in a sentence, likewise.
  func names(inSentence sentence: Int) -> [Cue] { bySentence[sentence].names }

  /// What `NameLexicon.functions` has in a sentence, likewise.
  func functions(inSentence sentence: Int) -> [Cue] { bySentence[sentence].functions }

  /// What `DealSign` looks for in a sentence, likewise.
  func signs(inSentence sentence: Int) -> [Cue] { bySentence[sentence].signs }
}
