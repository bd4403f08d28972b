import NoteSyntax

extension [MarkedMeaning] {
  /// Lets marks decide over what was read from words: a marked fact takes the place of an inferred one of its kind on
  /// its line, and a denial leaves none. `candidates` has one list per sentence of `note`.
  func decide(_ candidates: inout [[FactCandidate]], in note: Note) {
    for mark in self {
      guard let sentence = mark.sentence, !mark.isHeading, candidates.indices.contains(sentence) else { continue }
      let kind: FactKind
      let polarity: Assertion.Polarity
      switch mark.meaning {
      case .fact(let marked): (kind, polarity) = (marked, .affirmed)
      case .denial(let denied): (kind, polarity) = (denied, .denied)
      default: continue
      }
      let line = note.sentences[sentence].line
      for other in note.blocks[note.sentences[sentence].block].sentences where note.sentences[other].line == line {
        candidates[other].removeAll { $0.kind == kind && $0.basis != .marked }
      }
      candidates[sentence].append(
        FactCandidate(
          kind: kind,
          assertion: Assertion(polarity: polarity, modality: kind == .commitmentOurs ? .plan : .fact),
          basis: .marked, confidence: 1, cues: [mark.span]))
    }
  }
}
