import FactReading
import NoteSyntax

extension Journal {
  /// Brings the readings of a journal's notes together, as known at the end of `asOf`. Their order changes nothing.
  public init(
    folding readings: [NoteReading], asOf: Day, settings: ReadingSettings = ReadingSettings(),
    models: ReadingModels = .builtin
  ) {
    let readings = readings.sorted { $0.path < $1.path }
    let calendar = JournalCalendar(readings, asOf: asOf)
    let people = Cast(readings, calendar: calendar, settings: settings, model: models.people)
    let map = DealMap(readings, cast: people, calendar: calendar, model: models.accounts)
    let cast = people.withSides(
      readings, map: map, calendar: calendar, settings: settings, model: models.people)
    let (facts, signs) = FactPlacement.place(readings, cast: cast, map: map, calendar: calendar, models: models)
    let entries = Self.entries(readings, map: map, calendar: calendar)
    self.init(
      asOf: asOf, people: cast.people,
      deals: Self.deals(
        readings, facts: facts, signs: signs, entries: entries, cast: cast, map: map, calendar: calendar, asOf: asOf,
        stageModel: models.stages),
      facts: facts, signs: signs, entries: entries,
      unchecked: Self.unchecked(readings, cast: cast, facts: facts, entries: entries),
      language: Self.language(of: readings))
  }

  /// The language of most notes; those that say nothing have no voice.
  private static func language(of readings: [NoteReading]) -> Language {
    let speaking = readings.filter { !$0.sentences.isEmpty }
    return speaking.filter { $0.language == .zh }.count * 2 > speaking.count ? .zh : .en
  }

  private static func deals(
    _ readings: [NoteReading], facts: [JournalFact], signs: [JournalSign], entries: [JournalEntry], cast: Cast,
    map: DealMap, calendar: JournalCalendar, asOf: Day, stageModel: LinearModel?
  ) -> [Deal] {
    var factsOfDeal = Dictionary(grouping: facts.indices.filter { facts[$0].deal != nil }) { facts[$0].deal! }
    for id in factsOfDeal.keys {
      factsOfDeal[id]!.sort { ((facts[$0].day ?? asOf), $0) < ((facts[$1].day ?? asOf), $1) }
    }
    var signsOfDeal: [String: [Int]] = [:]
    for (index, sign) in signs.enumerated() {
      if let deal = sign.deal { signsOfDeal[deal, default: []].append(index) }
    }
    for id in signsOfDeal.keys {
      signsOfDeal[id]!.sort { ((signs[$0].day ?? asOf), $0) < ((signs[$1].day ?? asOf), $1) }
    }
    var daysOfDeal: [String: Set<Day>] = [:]
    for entry in entries {
      guard let day = entry.day else { continue }
      for deal in entry.deals { daysOfDeal[deal, default: []].insert(day) }
    }
    let stages = StageEvidence.ofDeals(readings, map: map, facts: facts, calendar: calendar, asOf: asOf)
    let claims = StageClaims.latest(readings, map: map, calendar: calendar, asOf: asOf)
    return map.deals.enumerated().map { index, draft in
      let own = factsOfDeal[draft.id] ?? []
      let known = own.filter { (facts[$0].day ?? asOf) <= asOf }
      let stage = StageReader.stage(by: stages[index], claim: claims[index], model: stageModel)
      return Deal(
        id: draft.id, name: draft.name, surfaces: draft.surfaces, account: draft.account,
        stage: stage.stage, shownStage: stage.shown, claimedStage: claims[index]?.claim,
        days: (daysOfDeal[draft.id] ?? []).sorted(), facts: own, signs: signsOfDeal[draft.id] ?? [],
        influencers: InfluencerReader.influencers(
          ofDeal: index, facts: facts, known, cast: cast, map: map, asOf: asOf),
        commitments: CommitmentLedger.commitments(of: facts, known, asOf: asOf))
    }
  }

  private static func entries(_ readings: [NoteReading], map: DealMap, calendar: JournalCalendar) -> [JournalEntry] {
    var entries: [JournalEntry] = []
    for (note, reading) in readings.enumerated() {
      for (index, entry) in reading.entries.enumerated() where !entry.sentences.isEmpty {
        let deals = Set(entry.sentences.compactMap { map.deal(ofSentence: $0, inNote: note) })
        entries.append(
          JournalEntry(
            day: calendar.day(ofEntry: index, inNote: note),
            evidence: Evidence(of: reading.sentences[entry.sentences.lowerBound], in: reading.path),
            deals: deals.map { map.deals[$0].id }.sorted()))
      }
    }
    return entries
  }

  private static func unchecked(
    _ readings: [NoteReading], cast: Cast, facts: [JournalFact], entries: [JournalEntry]
  ) -> [Unchecked] {
    let problems = readings.flatMap { reading in
      zip(reading.problems, reading.problemPlaces).map { problem, place in
        Unchecked(
          reason: .problem(problem),
          evidence: Evidence(
            path: reading.path, span: problem.span ?? .init(0, 0), line: place.line, column: place.column,
            quote: place.quote))
      }
    }
    // An undated entry matters for what it says: one that says nothing needs no date.
    let undatedFacts = Dictionary(grouping: facts.lazy.filter { $0.day == nil }.map(\.evidence), by: \.path)
    let undated = entries.indices.filter { index in
      let start = entries[index].evidence
      let next = index + 1 < entries.count && entries[index + 1].evidence.path == start.path
      let end = next ? entries[index + 1].evidence.span.start : Int.max
      return entries[index].day == nil
        && (undatedFacts[start.path] ?? []).contains {
          (start.span.start..<max(start.span.start, end)).contains($0.span.start)
        }
    }.map { Unchecked(reason: .undated, evidence: entries[$0].evidence) }
    return problems + ambiguous(readings, cast)
      + facts.filter { $0.deal == nil }.map { Unchecked(reason: .unassigned, evidence: $0.evidence) }
      + undated
  }
}

extension Journal {
  /// Names that may be several people's, each once in an entry.
  fileprivate static func ambiguous(_ readings: [NoteReading], _ cast: Cast) -> [Unchecked] {
    struct Use: Hashable {
      let note: Int
      let entry: Int
      let people: [Int]
    }
    var told: Set<Use> = []
    let doubts = cast.ambiguous.sorted { ($0.place.note, $0.place.mention) < ($1.place.note, $1.place.mention) }
    return doubts.compactMap { doubt in
      let reading = readings[doubt.place.note]
      let mention = reading.names[doubt.place.mention]
      let people = doubt.candidates.map(\.person)
      guard told.insert(Use(note: doubt.place.note, entry: mention.entry, people: people)).inserted else { return nil }
      return Unchecked(
        reason: .ambiguousPerson(people.map { cast.people[$0].id }), evidence: Evidence(of: mention, in: reading.path))
    }
  }
}

extension Evidence {
  /// A sentence as evidence.
  init(of sentence: SentenceReading, in path: String) {
    self.init(path: path, span: sentence.span, line: sentence.line, column: sentence.column, quote: sentence.quote)
  }
}
