import FactReading
import NoteSyntax
import SourceText

extension Journal {
  /// Brings the readings of a journal's notes together, as known at the end of `asOf`. Their order changes nothing.
  public init(
    folding readings: [NoteReading], asOf: Day, settings: ReadingSettings = ReadingSettings(),
    models: ReadingModels = .builtin
  ) {
    let readings = Self.filled(readings)
    let ground = JournalGround(JournalNotes(readings), asOf: asOf, settings: settings, models: models)
    let facts = FactPlacement.place(on: ground, models: models)
    let entries = Self.entries(ground)
    self.init(
      asOf: asOf, people: ground.cast.people,
      deals: Self.deals(ground, facts: facts, asOf: asOf, stageModel: models.stages), facts: facts.all,
      signs: facts.signs, entries: entries, unchecked: Self.unchecked(ground, facts: facts.all, entries: entries),
      ignores: JournalIgnore.all(ground), language: settings.language ?? Self.language(of: readings),
      languages: settings.language == nil ? Self.languages(of: readings) : [:])
  }

  private static func languages(of readings: [NoteReading]) -> [String: Language] {
    Dictionary(
      readings.lazy.filter { !$0.sentences.isEmpty }.map { ($0.path, $0.language) },
      uniquingKeysWith: { first, _ in first })
  }

  /// Without the notes that somebody started and did not fill in; what is malformed in those is kept.
  private static func filled(_ readings: [NoteReading]) -> [NoteReading] {
    guard readings.contains(where: \.isUnfilled) else { return readings }
    return readings.compactMap { $0.isUnfilled ? $0.problems.isEmpty ? nil : $0.problemsOnly : $0 }
  }

  /// The language of most notes; those that say nothing have no voice.
  private static func language(of readings: [NoteReading]) -> Language {
    let speaking = readings.filter { !$0.sentences.isEmpty }
    return speaking.filter { $0.language == .zh }.count * 2 > speaking.count ? .zh : .en
  }

  private static func deals(
    _ ground: JournalGround, facts: PlacedFacts, asOf: Day, stageModel: LinearModel?
  ) -> [Deal] {
    let notes = DealNotes(ground, facts)
    let claims = StageClaims.all(ground, asOf: asOf)
    return concurrentMap(ground.map.deals.indices, chunk: 1) { index in
      let draft = ground.map.deals[index]
      let own = notes.facts(ofDeal: index, asOf: asOf)
      let known = own.prefix { $0.day <= asOf }.map(\.index)
      let signs = notes.signs(ofDeal: index, asOf: asOf).map(\.index)
      let told = signs.map { facts.signs[$0] }
      func lines(_ kind: DealSign.Kind, where isMeant: (JournalSign) -> Bool = { _ in true }) -> Set<Evidence> {
        Set(told.filter { $0.kind == kind && isMeant($0) }.map(\.evidence))
      }
      // A day until which a tender is published is nobody's promise, however alike they sound; and one until which somebody
      // there is away is none of ours.
      let periods = lines(.publicity)
      let absences = lines(.waits) { !$0.isDenied }
      // That they did not answer breaks no word of ours, however alike the two sound.
      let unanswered = lines(.noAnswer, where: \.isStated)
      // Nobody notes that an appointment was kept: who meets on its day or later, or shows what was to be shown, has kept it.
      let appointments = lines(.appointment) { !$0.isDenied }
      let handovers = told.filter { $0.kind == .handedOver && $0.isStated }
      func knownFacts(_ kind: FactKind) -> [JournalFact] {
        known.filter { facts.all[$0].kind == kind }.map { facts.all[$0] }
      }
      let showings = told.filter { $0.kind == .shows && $0.isStated }
      let plans = showings.isEmpty ? [] : Set(knownFacts(.commitmentOurs).map(\.evidence))
      let shown = showings.filter { !plans.contains($0.evidence) }.compactMap(\.day)
      let lastMeeting = (knownFacts(.contact).compactMap(\.day) + shown).max()
      let promising = known.filter { index in
        let fact = facts.all[index]
        guard fact.basis == .inferred else { return true }
        let isKept =
          fact.dates.contains { date in lastMeeting.map { $0 > (fact.day ?? $0) && $0 >= date.first } ?? false }
          && (appointments.contains(fact.evidence) || fact.isOfMeeting)
        return !isKept && !periods.contains(fact.evidence)
          && !(fact.kind == .commitmentOurs && absences.contains(fact.evidence))
          && !(fact.kind == .commitmentBroken && unanswered.contains(fact.evidence))
      }
      let people =
        handovers.isEmpty ? [] : ground.cast.parts(inDeal: index).flatMap { ground.cast.people[$0.person].surfaces }
      let stage = StageReader.stage(
        by: notes.stageEvidence(ofDeal: index, asOf: asOf), claim: claims[index].latest, model: stageModel)
      return Deal(
        id: draft.id, name: draft.name, surfaces: draft.surfaces, account: draft.account,
        stage: stage.stage, shownStage: stage.shown, claims: claims[index],
        days: notes.days(ofDeal: index),
        facts: own.map(\.index), signs: signs,
        influencers: InfluencerReader.influencers(ofDeal: index, facts: facts, known, on: ground, asOf: asOf),
        commitments: CommitmentLedger.commitments(
          of: facts.all, promising, handovers: handovers, names: draft.surfaces + people, asOf: asOf))
    }
  }

  private static func entries(_ ground: JournalGround) -> [JournalEntry] {
    var entries: [JournalEntry] = []
    for (note, reading) in ground.notes.readings.enumerated() {
      let dealOfSentence = ground.map.dealOfSentence[ground.notes.sentences[note]]
      let telling = ground.notes.isTelling[ground.notes.sentences[note]]
      for (entry, number) in zip(reading.entries, ground.notes.entries[note]) {
        let own = entry.sentences.filter { telling[telling.startIndex + $0] }
        guard !own.isEmpty else { continue }
        let deals = Set(own.compactMap { dealOfSentence[dealOfSentence.startIndex + $0] })
        entries.append(
          JournalEntry(
            day: ground.calendar[number],
            evidence: Evidence(of: reading.sentences[entry.sentences.lowerBound], in: reading.path),
            deals: deals.map { ground.map.deals[$0].id }.sorted()))
      }
    }
    return entries
  }

  private static func unchecked(
    _ ground: JournalGround, facts: [JournalFact], entries: [JournalEntry]
  ) -> [Unchecked] {
    let problems = ground.notes.readings.lazy.filter { !$0.problems.isEmpty }.flatMap { reading in
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
    return problems + ambiguous(ground)
      + facts.filter { $0.deal == nil }.map { Unchecked(reason: .unassigned, evidence: $0.evidence) }
      + undated
  }
}

extension Journal {
  /// Names that may be several people's, each once in an entry.
  fileprivate static func ambiguous(_ ground: JournalGround) -> [Unchecked] {
    struct Use: Hashable {
      let entry: Int
      let people: [Int]
    }
    var told: Set<Use> = []
    return ground.cast.ambiguous.sorted { $0.name < $1.name }.compactMap { doubt in
      let people = doubt.candidates.map(\.person)
      let use = Use(entry: ground.notes.nameTable.entry[doubt.name], people: people)
      guard told.insert(use).inserted else { return nil }
      return Unchecked(
        reason: .ambiguousPerson(people.map { ground.cast.people[$0].id }),
        evidence: ground.notes.evidence(ofName: doubt.name))
    }
  }
}

extension Evidence {
  /// A sentence as evidence.
  init(of sentence: SentenceReading, in path: String) {
    self.init(path: path, span: sentence.span, line: sentence.line, column: sentence.column, quote: sentence.quote)
  }
}

extension JournalFact {
  /// Whether what is promised is done in somebody's presence.
  fileprivate var isOfMeeting: Bool {
    PromisedThing.named(in: evidence.quote).contains {
      [.demonstration, .meeting, .call, .training, .trial, .reference].contains($0)
    }
  }
}
