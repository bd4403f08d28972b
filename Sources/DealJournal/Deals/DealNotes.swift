import FactReading
import NoteSyntax
import SourceText

/// What the notes say of each deal: its sentences, stage words, facts and signs, by number.
struct DealNotes: Sendable {
  private let ground: JournalGround
  private let placed: PlacedFacts
  private let sentences: Grouping
  private let stageSigns: [(kind: StageSign.Kind, isStated: Bool, sentence: Int)]
  private let stageSignsOfDeal: Grouping
  private let facts: Grouping
  private let signs: Grouping

  /// Sorts everything by deal.
  init(_ ground: JournalGround, _ placed: PlacedFacts) {
    self.ground = ground
    self.placed = placed
    let count = ground.map.deals.count
    let dealOfSentence = ground.map.dealOfSentence
    sentences = Grouping(dealOfSentence, count: count)
    stageSigns = concurrentMap(ground.notes.readings.indices) { note in
      let first = ground.notes.sentences[note].lowerBound
      return ground.notes.readings[note].stageSigns.map {
        (kind: $0.kind, isStated: $0.isStated, sentence: first + $0.sentence)
      }
    }.flatMap(\.self)
    stageSignsOfDeal = Grouping(stageSigns.map { dealOfSentence[$0.sentence] }, count: count)
    facts = Grouping(placed.deal, count: count)
    signs = Grouping(placed.dealOfSign, count: count)
  }

  /// The days of the entries that tell something of a deal, ascending, each once.
  func days(ofDeal deal: Int) -> [Day] {
    var days: [Day] = []
    var last = -1
    for sentence in sentences[deal] where ground.notes.isTelling[sentence] {
      let entry = ground.notes.entryOfSentence[sentence]
      if entry != last, let day = ground.calendar[entry] { days.append(day) }
      last = entry
    }
    return Set(days).sorted()
  }

  /// The facts of a deal in order of day, then place, each with its day; undated ones count as of `asOf`.
  func facts(ofDeal deal: Int, asOf: Day) -> [(day: Day, index: Int)] {
    facts[deal].map { (placed.all[$0].day ?? asOf, $0) }.sorted { $0 < $1 }
  }

  /// The signs of a deal, likewise.
  func signs(ofDeal deal: Int, asOf: Day) -> [(day: Day, index: Int)] {
    signs[deal].map { (placed.signs[$0].day ?? asOf, $0) }.sorted { $0 < $1 }
  }

  /// What the notes up to `asOf` show of how far a deal has come. An undated entry counts as known on the first day.
  func stageEvidence(ofDeal deal: Int, asOf: Day) -> StageEvidence {
    func day(ofSentence sentence: Int) -> Day { ground.calendar[ground.notes.entryOfSentence[sentence]] ?? asOf }
    return StageEvidence(
      signs: stageSignsOfDeal[deal].compactMap { index in
        let sign = stageSigns[index]
        let day = day(ofSentence: sign.sentence)
        return day <= asOf ? StageEvidence.Sign(kind: sign.kind, isStated: sign.isStated, day: day) : nil
      },
      facts: facts[deal].map { placed.all[$0] }.filter { ($0.day ?? asOf) <= asOf },
      days: days(ofDeal: deal).filter { $0 <= asOf },
      sentenceCount: sentences[deal].count { day(ofSentence: $0) <= asOf }, asOf: asOf)
  }
}
