import NoteSyntax
import SourceText

/// Reads what each sentence of a note may say.
struct SentenceReader {
  let note: Note
  let cues: SentenceCues
  let names: [NameMention]
  let models: ReadingModels
  /// The note's marks, which decide over words.
  var marks: [MarkedMeaning] = []
  /// Phrases of the team's own.
  var vocabulary: TeamVocabulary = .none
  /// Sentences in which words are neither facts nor signs: `NoteFrame.mute`.
  var mute: Set<Int> = []

  /// One reading per sentence, in order, for each name what stands around it, and what rules look for.
  func read() -> (sentences: [SentenceReading], mentions: [MentionSign], signs: [DealSign]) {
    var features = NoteFeatures(
      note: note, cues: cues, namesOfSentence: NoteFeatures.ranges(of: names, in: note))
    var candidates = [[FactCandidate]](repeating: [], count: note.sentences.count)
    let stated = StatedReader(note, vocabulary: vocabulary)
    for index in candidates.indices { candidates[index] = stated.read(index, features, cues[index]) }
    if let model = models.facts { propose(model, &features, &candidates) }
    for index in mute { candidates[index] = [] }
    for index in candidates.indices where isHeading(index) {
      candidates[index].removeAll { $0.basis == .inferred && $0.kind == .commitmentOurs }
    }
    marks.decide(&candidates, in: note)
    let dates = datesBySentence()
    let barred = MeetingGuard(note: note, cues: cues, names: names, shapes: features.shapes).barred()
    let sentences = note.sentences.indices.map { index in
      let sentence = note.sentences[index]
      let span = note.text.span(of: sentence.text)
      return SentenceReading(
        span: span, line: sentence.line, column: span.start - note.source.lines.span(ofLine: sentence.line).start + 1,
        entry: sentence.entry, voice: SentenceVoice(features.shapes[index]),
        dates: dates[index].map {
          WeekdaySense(text: note.text, cues: cues[index]).sense(of: $0, in: features.shapes[index])
        },
        doers: doers(of: dates[index], sentence: index, candidates[index], features.shapes[index]),
        candidates: sentence.isStruck ? [] : Self.bySurety(candidates[index]).fitted,
        quote: note.source.text(of: span))
    }
    let mentions = names.indices.map { index in
      MentionSign(
        names[index], in: features, isBarred: barred[index],
        beside: names[index].sentence.map { WordsBeside(names[index].span, of: sentences[$0]) } ?? [], models.contact)
    }
    let signs = note.sentences.indices.flatMap { index in
      let own = note.sentences[index].isStruck || mute.contains(index) ? [] : cues[.signs, index]
      return own.isEmpty
        ? []
        : DealSign.all(in: features.shapes[index], sentence: index, words: cues[index], signs: own, text: note.text)
    }
    return (sentences, mentions, signs.fitted)
  }

  /// `Next week` announces what is to be done and promises nothing.
  private func isHeading(_ sentence: Int) -> Bool {
    if case .heading = note.blocks[note.sentences[sentence].block].kind { return true }
    return false
  }

  /// Lets the model propose what is not stated: each kind once a line, at the sentence that most likely says it; and doubt
  /// a task or a next step that does not sound like a promise to a customer.
  private func propose(
    _ model: FactModel, _ features: inout NoteFeatures, _ candidates: inout [[FactCandidate]]
  ) {
    var line = FactModelSums(model)
    var sums = FactModelSums(model)
    var logits: [Float] = []
    // The kinds that the sentences of a line state: few.
    var stated: [FactKind] = []
    for (index, sentences) in features.lines.enumerated()
    where sentences.contains(where: { !note.sentences[$0].isLabel }) {
      line.clear()
      logits.removeAll(keepingCapacity: true)
      for sentence in sentences {
        sums.clear()
        features.addSentence(sentence, to: &sums)
        sums.finish()
        line.add(sums)
        model.appendLogits(sums, model: 0, to: &logits)
      }
      features.addLine(index, to: &line)
      line.finish()
      model.appendLogits(line, model: 1, to: &logits)
      stated.removeAll(keepingCapacity: true)
      for sentence in sentences { for candidate in candidates[sentence] { stated.append(candidate.kind) } }
      for column in 0..<FactKind.count {
        let ofLine = logits[sentences.count * FactKind.count + column]
        let ofSentences = stride(from: column, to: sentences.count * FactKind.count, by: FactKind.count)
        var strongest = -Float.infinity
        for at in ofSentences { strongest = max(strongest, logits[at]) }
        let kind = FactKind.allCases[column]
        let isStated = stated.contains(kind)
        guard isStated || !model.isOutOfReach(kind, strongest: strongest, of: sentences.count, line: ofLine),
          kind != .contact
        else { continue }
        let chances = ofSentences.map { StableMath.logistic(logits[$0]) }
        let probability = model.probability(sentences: chances, line: ofLine)
        if isStated {
          if kind == .commitmentOurs, probability < StatedReader.agreement {
            for sentence in sentences {
              candidates[sentence] = candidates[sentence].map { $0.kind == kind ? StatedReader.doubted($0) : $0 }
            }
          }
          continue
        }
        guard kind.leant(probability) >= model.threshold else { continue }
        let best = sentences.lowerBound + (chances.indices.max { (chances[$0], $1) < (chances[$1], $0) } ?? 0)
        let shape = features.shapes[best]
        let chance = Self.isPlain(shape) ? kind.leant(probability) : probability
        guard chance >= model.threshold, kind != .commitmentDone || !isUndone(best, features) else { continue }
        let isAsked =
          Self.toBeFoundOut.contains(kind) && shape.clauses.allSatisfy { $0.moods.contains(.question) }
        candidates[best].append(
          FactCandidate(
            kind: kind, assertion: Assertion(modality: isAsked ? .question : kind == .commitmentOurs ? .plan : .fact),
            basis: .inferred,
            confidence: Double(chance),
            cues: model.cues(for: column, in: shape, of: note.text.bytes).map(note.text.span)))
      }
    }
  }

  /// Whether a sentence states what it says: it denies, asks and supposes nothing, and tells of here and now.
  private static func isPlain(_ shape: SentenceShape) -> Bool {
    shape.clauses.allSatisfy {
      $0.moods.isDisjoint(with: [.negated, .possible, .condition, .question, .hearsay, .past])
    }
  }

  /// Whether all that a sentence says of keeping stands behind a denial: "never sent the drawings".
  private func isUndone(_ sentence: Int, _ features: NoteFeatures) -> Bool {
    let shape = features.shapes[sentence]
    let words = shape.pieces.filter { $0.concept == Self.kept }
    return !words.isEmpty
      && words.allSatisfy { DealSign.moods(around: $0.range, in: shape, cues[sentence]).contains(.negated) }
  }

  private static let kept = Concept("promise.done")

  /// What a bare question asks for and does not tell: `预算有没有？`. What customers ask of us tells of needs, prices and doubts.
  private static let toBeFoundOut: Set<FactKind> = [.exchangeBudget, .exchangeInterest, .decision, .source]

  private static func bySurety(_ candidates: [FactCandidate]) -> [FactCandidate] {
    candidates.count > 1 ? candidates.sorted { $0.confidence > $1.confidence } : candidates
  }

  private func datesBySentence() -> [[DateMention]] {
    var dates = [[DateMention]](repeating: [], count: note.sentences.count)
    for date in note.dates {
      if let sentence = date.sentence, dates.indices.contains(sentence) { dates[sentence].append(date) }
    }
    return dates
  }

  /// Who is to do what each date is set for; where nothing may be promised nobody asks.
  private func doers(
    of dates: [DateMention], sentence: Int, _ candidates: [FactCandidate], _ shape: SentenceShape
  ) -> [Doer] {
    guard !dates.isEmpty, candidates.contains(where: { $0.kind == .commitmentOurs || $0.kind == .commitmentTheirs })
    else { return [] }
    let reader = DoerReader(text: note.text, shape: shape, cues: cues[sentence])
    return dates.map { reader.doer(of: $0.range) }
  }
}
