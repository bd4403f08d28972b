import NoteSyntax

/// The cues of all lexicons in a note, found once for all readers.
package struct SentenceCues: Sendable {
  private let bySentence: [[Cue]]

  /// Looks through every sentence of `note`.
  package init(_ note: Note, lexicon: Lexicon = .builtin) {
    bySentence = note.sentences.map { lexicon.cues(in: note.text.bytes, $0.text) }
  }

  /// The cues of a sentence by its index in `Note.sentences`: by start, longer first, in bytes of `Note.text`.
  subscript(sentence: Int) -> [Cue] { bySentence[sentence] }
}
