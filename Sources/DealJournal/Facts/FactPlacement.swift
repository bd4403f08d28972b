import FactReading
import NoteSyntax

/// Puts what was read from single sentences into its place: whose, which deal's, when.
enum FactPlacement {
  /// Every fact of the journal, ordered by path, line, kind; `readings` are ordered by path.
  static func place(_ readings: [NoteReading], cast: Cast, map: DealMap, calendar: JournalCalendar) -> [JournalFact] {
    readings.indices.flatMap { note in
      var facts: [JournalFact] = []
      let binding = PersonBinding(readings[note], note: note, cast: cast)
      for (index, sentence) in readings[note].sentences.enumerated() {
        let day = calendar.day(ofEntry: sentence.entry, inNote: note)
        let deal = map.deal(ofSentence: index, inNote: note).map { map.deals[$0].id }
        let dates = sentence.dates.compactMap { $0.resolved(anchor: day, convention: calendar.convention) }
        for candidate in sentence.candidates {
          let people = binding.people(for: candidate.kind, sentence: index)
          for person in people.isEmpty ? [nil] : people.map(Optional.init) {
            facts.append(
              JournalFact(
                kind: candidate.kind, day: day, deal: deal, person: person.map { cast.people[$0].id },
                basis: candidate.basis, confidence: candidate.confidence, assertion: candidate.assertion, dates: dates,
                evidence: Evidence(of: sentence, in: readings[note].path)))
          }
        }
      }
      return facts.sorted {
        ($0.evidence.line, $0.kind.rawValue, $0.evidence.span.start, $0.person ?? "") < (
          $1.evidence.line, $1.kind.rawValue, $1.evidence.span.start, $1.person ?? ""
        )
      }
    }
  }
}
