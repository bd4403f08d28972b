import FactReading
import NoteSyntax

/// The stages that the writer named with a mark or a label: what is claimed, beside what the facts bear out.
enum StageClaims {
  /// For each deal of `map`, the claims up to `asOf` in order of paths and lines.
  static func all(_ ground: JournalGround, asOf: Day) -> [[Deal.Claim]] {
    var claims = [[Deal.Claim]](repeating: [], count: ground.map.deals.count)
    for (note, reading) in ground.notes.readings.enumerated() where !reading.marks.isEmpty {
      let dealOfSentence = Array(ground.map.dealOfSentence[ground.notes.sentences[note]])
      for mark in reading.marks {
        guard case .stage(let stage) = mark.meaning else { continue }
        let scope = mark.entry.map { reading.entries[$0].sentences } ?? 0..<reading.sentences.count
        let sentence = mark.sentence ?? scope.first { dealOfSentence[$0] != nil }
        guard let sentence, let deal = dealOfSentence[sentence] else { continue }
        let day = ground.calendar.day(ofEntry: reading.sentences[sentence].entry, inNote: note)
        guard (day ?? asOf) <= asOf else { continue }
        let evidence = Evidence(
          path: reading.path, span: mark.span, line: mark.line, column: mark.column, quote: mark.quote)
        claims[deal].append(Deal.Claim(stage: stage, day: day, evidence: evidence))
      }
    }
    return claims
  }
}
