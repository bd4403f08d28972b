import FactReading
import NoteSyntax
import SourceText

/// Puts what was read from single sentences into its place: whose, which deal's, when.
enum FactPlacement {
  /// Every fact of the journal, ordered by path, line, kind, and every sign, ordered by path and place; `readings` are
  /// ordered by path.
  static func place(
    _ readings: [NoteReading], cast: Cast, map: DealMap, calendar: JournalCalendar, models: ReadingModels
  ) -> (facts: [JournalFact], signs: [JournalSign]) {
    let sides = cast.people.map(\.side)
    let contacts = Dictionary(grouping: contacts(in: readings, cast, sides, models.contact)) { $0.note }
    let placed = concurrentMap(readings.indices) { note in
      var facts: [JournalFact] = []
      let binding = PersonBinding(readings[note], note: note, cast: cast, sides: sides, model: models.binding)
      func add(_ candidate: FactCandidate, sentence index: Int, person: Int?) {
        let sentence = readings[note].sentences[index]
        let day = calendar.day(ofEntry: sentence.entry, inNote: note)
        facts.append(
          JournalFact(
            kind: candidate.kind, day: day, deal: map.deal(ofSentence: index, inNote: note).map { map.deals[$0].id },
            person: person.map { cast.people[$0].id }, basis: candidate.basis, confidence: candidate.confidence,
            assertion: candidate.assertion,
            dates: sentence.dates.compactMap {
              $0.meant(by: candidate.kind).resolved(anchor: day, convention: calendar.convention)
            },
            evidence: Evidence(of: sentence, in: readings[note].path)))
      }
      for (index, sentence) in readings[note].sentences.enumerated() {
        for candidate in sentence.candidates where candidate.assertion.polarity == .affirmed {
          let beside = candidate.basis == .marked ? candidate.cues.first : nil
          let person =
            beside.flatMap { binding.person(beside: $0, sentence: index) }
            ?? binding.person(for: candidate.kind, sentence: index)
          add(candidate, sentence: index, person: person)
        }
      }
      // What the writer marked of contacts on a line, done or denied, is all there is to say of them there.
      let marked = Set(
        readings[note].sentences.lazy.filter { $0.candidates.contains { $0.kind == .contact } }.map(\.line))
      for contact in contacts[note] ?? [] where !marked.contains(readings[note].sentences[contact.sentence].line) {
        add(contact.candidate, sentence: contact.sentence, person: contact.person)
      }
      facts.sort {
        ($0.evidence.line, $0.kind.rawValue, $0.evidence.span.start, $0.person ?? "") < (
          $1.evidence.line, $1.kind.rawValue, $1.evidence.span.start, $1.person ?? ""
        )
      }
      let signs = readings[note].dealSigns.map { sign in
        let sentence = readings[note].sentences[sign.sentence]
        let day = calendar.day(ofEntry: sentence.entry, inNote: note)
        let evidence = Evidence(of: sentence, in: readings[note].path)
        return JournalSign(
          kind: sign.kind, day: day,
          deal: map.deal(ofSentence: sign.sentence, inNote: note).map { map.deals[$0].id },
          person: binding.person(beside: sign.span, sentence: sign.sentence).map { cast.people[$0].id },
          isStated: sign.isStated, isDenied: sign.isDenied,
          dates: sentence.dates.compactMap { $0.resolved(anchor: day, convention: calendar.convention) },
          evidence: evidence, words: evidence.text(of: sign.span))
      }
      return (facts, signs)
    }
    return (placed.flatMap(\.0), placed.flatMap(\.1))
  }

  /// A contact, at the sentence that names the person first in the entry.
  private struct Contact {
    let note: Int
    let sentence: Int
    let person: Int
    let candidate: FactCandidate
  }

  /// One contact per customer person and entry, where the model finds that it happened.
  private static func contacts(in readings: [NoteReading], _ cast: Cast, _ sides: [Side], _ model: ContactModel?)
    -> [Contact]
  {
    guard let model else { return [] }
    return Encounter.all(readings, cast: cast, sides: sides).compactMap { encounter in
      let reading = readings[encounter.note]
      let mentions = encounter.mentions.filter { !reading.mentionSigns[$0].isBarred }
      guard let first = mentions.first else { return nil }
      let probability = model.probability(
        mentions: mentions.map { reading.mentionSigns[$0] }, traits: encounter.traits)
      guard probability >= model.threshold,
        let sentence = reading.names[first].sentence
      else { return nil }
      return Contact(
        note: encounter.note, sentence: sentence, person: encounter.person,
        candidate: FactCandidate(
          kind: .contact, assertion: Assertion(), basis: .inferred, confidence: Double(probability),
          cues: [reading.names[first].span]))
    }
  }
}

extension DateExpression {
  /// The date as what is promised means it: a weekday by itself is the coming one.
  fileprivate func meant(by kind: FactKind) -> DateExpression {
    guard kind == .commitmentOurs || kind == .commitmentTheirs, case .weekday(_, nil) = self else { return self }
    return .by(self)
  }
}
