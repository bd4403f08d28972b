import NoteSyntax

extension [MarkedMeaning] {
  /// Lets marks decide over what was read from words: a marked fact takes the place of what was read of its kind on its
  /// line, and of what it contradicts; a denial leaves none, or none of the people whom it names. `candidates` has one list
  /// per sentence of `note`.
  func decide(_ candidates: inout [[FactCandidate]], in note: Note) {
    for mark in self {
      guard let sentence = mark.sentence, candidates.indices.contains(sentence) else { continue }
      let kind: FactKind
      let polarity: Assertion.Polarity
      switch mark.meaning {
      case .fact(let marked): (kind, polarity) = (marked, .affirmed)
      case .denial(let denied): (kind, polarity) = (denied, .denied)
      default: continue
      }
      let isOfSome = polarity == .denied && mark.details.people != nil
      let overruled = isOfSome ? [] : polarity == .denied ? [kind] : [kind] + kind.contraries
      let line = note.sentences[sentence].line
      for other in note.blocks[note.sentences[sentence].block].sentences where note.sentences[other].line == line {
        candidates[other].removeAll { overruled.contains($0.kind) && $0.basis != .marked }
      }
      let usual: Assertion.Modality = kind == .commitmentOurs ? .plan : .fact
      candidates[sentence].append(
        FactCandidate(
          kind: kind, assertion: Assertion(polarity: polarity, modality: mark.details.modality ?? usual),
          basis: .marked, confidence: 1, cues: [mark.span], people: mark.details.people))
    }
  }
}

extension FactKind {
  /// Kinds that cannot be true of the same words.
  var contraries: [FactKind] {
    switch self {
    case .trustUp: [.trustDown]
    case .trustDown: [.trustUp]
    case .commitmentDone: [.commitmentBroken]
    case .commitmentBroken: [.commitmentDone]
    case .satisfactionFull: [.satisfactionPartial, .satisfactionNone]
    case .satisfactionPartial: [.satisfactionFull, .satisfactionNone]
    case .satisfactionNone: [.satisfactionFull, .satisfactionPartial]
    default: []
    }
  }
}
