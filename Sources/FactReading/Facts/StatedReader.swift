import NoteSyntax
import SourceText

/// Reads what a sentence says outright: labels, task items, items under 下一步, sentences that leave nothing open.
///
/// Each rule here was right on at least nine of ten lines of the annotated journals; what is less sure is the model's.
final class StatedReader {
  private let note: Note
  /// For each sentence, the labels whose values it begins.
  private let labels: [[Label]]
  private let vocabulary: TeamVocabulary

  /// Confidence of what is stated: the share of annotated lines on which these rules are right.
  static let confidence = 0.9

  /// Probability that the model has to give to a promise, or it counts as inferred: many a task is no customer's business.
  /// Of writers whom the model had not read, 74 of 79 such lines above were right and 59 of 78 below.
  static let agreement: Float = 0.4

  /// A stated promise with which the model does not agree.
  static func doubted(_ candidate: FactCandidate) -> FactCandidate {
    FactCandidate(
      kind: candidate.kind, assertion: candidate.assertion, basis: .inferred, confidence: 0.75, cues: candidate.cues)
  }

  init(_ note: Note, vocabulary: TeamVocabulary = .none) {
    self.note = note
    self.vocabulary = vocabulary
    var labels = [[Label]](repeating: [], count: note.sentences.count)
    for label in note.labels where !label.value.isEmpty {
      guard let block = label.block, note.blocks.indices.contains(block) else { continue }
      // What follows the first sentence of a value often speaks of something else.
      let sentences = note.blocks[block].sentences
      let first = sentences.firstIndexSorted { note.sentences[$0].text.upperBound > label.value.lowerBound }
      if sentences.contains(first), note.sentences[first].text.contains(label.value.lowerBound) {
        labels[first].append(label)
      }
    }
    self.labels = labels
  }

  /// The facts that sentence `index` states, each kind once.
  func read(_ index: Int, _ features: NoteFeatures, _ cues: ArraySlice<Cue>) -> [FactCandidate] {
    let sentence = note.sentences[index]
    guard !sentence.isStruck, !sentence.isLabel else { return [] }
    let block = note.blocks[sentence.block]
    let shape = features.shapes[index]
    var found: [FactCandidate] = []
    func state(_ kind: FactKind, _ range: Range<Int>, _ modality: Assertion.Modality = .fact) {
      guard !found.contains(where: { $0.kind == kind }) else { return }
      found.append(
        FactCandidate(
          kind: kind, assertion: Assertion(modality: modality), basis: .stated, confidence: Self.confidence,
          cues: [note.text.span(of: range)]))
    }
    let isQuestion = shape.clauses.contains { $0.moods.contains(.question) }
    let isUnderNextSteps = !isQuestion && isUnderNextSteps(index, features)
    if block.sentences.lowerBound == index {
      switch block.kind {
      case .listItem(_, .open) where !isQuestion: state(.commitmentOurs, shape.range, .plan)
      case .listItem(_, .done): state(.commitmentDone, shape.range)
      case .listItem where isUnderNextSteps: state(.commitmentOurs, shape.range, .plan)
      default: break
      }
    } else if isUnderNextSteps, features.labelOfSentence[index] != nil,
      note.sentences[index - 1].line != sentence.line
    {
      state(.commitmentOurs, shape.range, .plan)
    }
    for label in labels[index] where !isQuestion {
      if let kind = Self.kind(ofLabel: label.name) {
        state(kind, label.value, kind == .commitmentOurs ? .plan : .fact)
      }
    }
    for cue in cues {
      let kind =
        cue.concept == Self.promiseFirst
        ? (cue.range.lowerBound == sentence.text.lowerBound ? FactKind.commitmentOurs : nil) : Self.kinds[cue.concept]
      guard let kind,
        let clause = shape.clauses.last(where: { $0.range.lowerBound <= cue.range.lowerBound }),
        clause.moods.isDisjoint(with: [.question, .condition, .possible])
      else { continue }
      // 我没答应 denies a promise; 他说了不算 tells of the decision all the same.
      if kind != .decision, clause.moods.contains(.negated) { continue }
      state(kind, cue.range, kind == .commitmentOurs ? .plan : .fact)
    }
    for phrase in vocabulary.facts(in: note.text.bytes, sentence.text) {
      let moods = DealSign.moods(around: phrase.range, in: shape, cues)
      guard moods.isDisjoint(with: [.negated, .question, .condition, .possible]) else { continue }
      state(phrase.meaning, phrase.range, phrase.meaning == .commitmentOurs ? .plan : .fact)
    }
    readBudget(shape) { state(.exchangeBudget, $0) }
    return found
  }

  /// A budget with its number in one clause.
  private func readBudget(_ shape: SentenceShape, _ state: (Range<Int>) -> Void) {
    for piece in shape.pieces where piece.concept == Self.budget {
      let clause = shape.clauses[piece.clause]
      guard clause.moods.isDisjoint(with: [.question, .condition, .negated]),
        Self.says(budget: note.text.bytes[piece.range])
      else { continue }
      let number = shape.pieces.first { other in
        other.concept == nil && other.clause == piece.clause && note.text.bytes[other.range.lowerBound] &- 0x30 < 10
          && other.range.lowerBound < piece.range.upperBound + 40
          && other.range.upperBound + 24 > piece.range.lowerBound
      }
      if let number {
        state(
          min(piece.range.lowerBound, number.range.lowerBound)..<max(piece.range.upperBound, number.range.upperBound))
        return
      }
    }
  }

  private static func says(budget words: ArraySlice<UInt8>) -> Bool {
    words.elementsEqual("预算".utf8) || words.lazy.map(\.lowercased).starts(with: "budget".utf8)
  }

  private func isUnderNextSteps(_ index: Int, _ features: NoteFeatures) -> Bool {
    features.titles(of: index).contains {
      note.sentences[$0].text.count <= 40 && features.shapes[$0].sections.contains(Self.next)
    }
  }

  private static func kind(ofLabel name: String) -> FactKind? {
    Lexicon.builtin.concepts(ofWhole: name.utf8).lazy.compactMap { labelKinds[$0] }.first
  }

  private static let budget = Concept("exchange.budget")
  private static let next = Concept("section.next")
  private static let kinds: ConceptTable<FactKind> = [
    Concept("stated.final-say"): .decision, Concept("stated.promise"): .commitmentOurs,
    Concept("stated.inside"): .trustUp, Concept("stated.confirmed"): .needConfirmed,
  ]
  private static let promiseFirst = Concept("stated.promise-first")
  private static let labelKinds: [Concept: FactKind] = [
    Concept("label.source"): .source, Concept("label.budget"): .exchangeBudget,
    Concept("label.competitor"): .competitor, Concept("label.decision"): .decision,
    Concept("label.next"): .commitmentOurs, Concept("label.pain"): .needDriver,
    Concept("label.need"): .needRequirement,
  ]
}
