import DealJournal
import FactReading
import NoteSyntax
import SourceText

/// The marks that would make certain what a journal inferred from one of its notes.
struct NoteProposals {
  private let journal: Journal
  private let readings: [NoteReading]
  private let index: Int
  private let note: Note
  private let filter: AnnotationFilter
  private let facts: [(sentence: Int, fact: JournalFact)]
  private let names: [(name: NameMention, person: Person)]
  private let firsts: [(sentence: Int, person: Person)]
  private var places: MarkPlaces

  private var reading: NoteReading { readings[index] }

  /// Looks at the note with this index among `readings`.
  init(_ note: Note, index: Int, readings: [NoteReading], journal: Journal, filter: AnnotationFilter) {
    self.note = note
    self.index = index
    self.readings = readings
    self.journal = journal
    self.filter = filter
    let reading = readings[index]
    facts = journal.facts.compactMap { fact in
      guard fact.evidence.path == reading.path, let sentence = reading.sentence(startingAt: fact.evidence.span.start)
      else { return nil }
      return (sentence, fact)
    }
    names = filter.people ? Self.unmarkedNames(of: reading, in: journal, readings, note) : []
    firsts = filter.parts ? Self.firstMentions(in: reading, journal, note) : []
    let headings = filter.deals ? reading.sentences.indices.filter { reading.places[$0].headingLevel > 0 } : []
    places = MarkPlaces(
      note, sentences: Set(facts.map(\.sentence) + firsts.map(\.sentence) + headings), names: names.map(\.name.span))
  }

  /// Every mark, in no particular order.
  mutating func all() -> [Proposal] {
    factMarks() + names.compactMap { link($0.name, $0.person) } + partMarks() + (filter.deals ? dealMarks() : [])
      + (filter.stages ? stageMarks() : [])
  }

  /// Facts of the note that are inferred and asked for.
  func inferred() -> [JournalFact] {
    journal.facts.filter { $0.evidence.path == reading.path && isAskedFor($0) }
  }

  private func isAskedFor(_ fact: JournalFact) -> Bool {
    fact.basis == .inferred && filter.kinds.contains(fact.kind) && fact.confidence >= filter.minimumConfidence
  }

  private mutating func proposal(
    _ subject: Proposal.Subject, _ tags: [String], onSentence sentence: Int
  ) -> Proposal? {
    guard !tags.isEmpty, let place = places.placeOfTag(onSentence: sentence) else { return nil }
    return Proposal(
      note: index, subject: subject, line: reading.sentences[sentence].line,
      forms: tags.map { [Insertion(offset: place, part: .tag("#" + $0))] })
  }

  // MARK: Facts

  private mutating func factMarks() -> [Proposal] {
    struct Place: Hashable {
      let sentence: Int
      let kind: FactKind
    }
    let groups = Dictionary(grouping: facts) { Place(sentence: $0.sentence, kind: $0.fact.kind) }
    let ordered = groups.sorted {
      ($0.key.sentence, Self.rank($0.key.kind)) < ($1.key.sentence, Self.rank($1.key.kind))
    }
    return ordered.compactMap { place, group in
      guard group.allSatisfy({ isAskedFor($0.fact) }) else { return nil }
      return proposal(
        .facts(note: index, sentence: place.sentence, kind: place.kind), tags(for: group.map(\.fact), place.kind),
        onSentence: place.sentence)
    }
  }

  private static func rank(_ kind: FactKind) -> Int { FactKind.allCases.firstIndex(of: kind) ?? 0 }

  /// The ways to tell facts of one kind that stand in one sentence.
  private func tags(for facts: [JournalFact], _ kind: FactKind) -> [String] {
    let tag = MarkVocabulary.tag(for: kind)
    let people = facts.compactMap(\.person)
    let names = people.compactMap(Self.detail(for:))
    guard names.count == people.count, people.isEmpty || people.count == facts.count else {
      return facts.count == 1 ? [tag] : []
    }
    let words = people.isEmpty ? MarkVocabulary.nobody[language == .zh ? 1 : 0] : names.joined(separator: separator)
    return (facts.count == 1 ? [tag] : []) + ["\(tag)(\(words))"]
  }

  private var language: Language { reading.language }
  private var separator: String { language == .zh ? "、" : ", " }

  /// A person's name as brackets can hold it.
  private static func detail(for person: String) -> String? {
    let barred: Set<UInt8> = Set("(),;|[]#/<>\n\r".utf8)
    let isPlain =
      !person.utf8.contains { barred.contains($0) } && !"、（），；｜".contains(where: person.contains)
    return isPlain && 1...60 ~= person.utf8.count ? person : nil
  }

  // MARK: People

  /// The first place of each form of somebody's name that no mark in the journal calls a name yet.
  private static func unmarkedNames(
    of reading: NoteReading, in journal: Journal, _ readings: [NoteReading], _ note: Note
  ) -> [(name: NameMention, person: Person)] {
    var marked = Set<String>()
    for reading in readings {
      for name in reading.names where name.isMarked { marked.insert(name.surface.lowercased()) }
    }
    let personOfSpan = Dictionary(
      journal.people.flatMap { person in
        person.mentions.filter { $0.path == reading.path }.map { ($0.span, person) }
      }, uniquingKeysWith: { first, _ in first })
    return reading.names.compactMap { name in
      guard let sentence = name.sentence, !note.sentences[sentence].isStruck, name.form != .role,
        let person = personOfSpan[name.span], marked.insert(name.surface.lowercased()).inserted
      else { return nil }
      return (name, person)
    }
  }

  private func link(_ name: NameMention, _ person: Person) -> Proposal? {
    var forms = places.link(name.span, target: nil).map { [$0] } ?? []
    // A bar would divide a table's cell.
    var isRow = false
    if let sentence = name.sentence, case .tableRow = note.blocks[note.sentences[sentence].block].kind { isRow = true }
    if person.name != name.surface, !isRow, let target = Self.detail(for: person.name),
      let linked = places.link(name.span, target: target)
    {
      forms.append(linked)
    }
    return forms.isEmpty ? nil : Proposal(note: index, subject: .name(name.surface), line: name.line, forms: forms)
  }

  /// Where people are named first of whom no mark tells whose side they stand on.
  private static func firstMentions(
    in reading: NoteReading, _ journal: Journal, _ note: Note
  ) -> [(sentence: Int, person: Person)] {
    journal.people.compactMap { person in
      guard !person.isPlaced,
        let first = person.mentions.filter({ $0.path == reading.path }).map(\.span).min(),
        let sentence = reading.sentences.firstIndex(where: { $0.span.contains(first) }),
        !note.sentences[sentence].isStruck
      else { return nil }
      return (sentence, person)
    }
  }

  /// Whose side people stand on and what part they have.
  private mutating func partMarks() -> [Proposal] {
    var roles: [String: Role] = [:]
    for influencer in journal.deals.flatMap(\.influencers) { roles[influencer.person] = influencer.role }
    return firsts.compactMap { sentence, person in
      let tag = roles[person.id].map { "role/\($0.rawValue)" } ?? "side/\(person.side.rawValue)"
      let isAlone = reading.names.count { $0.sentence == sentence } == 1
      let named = Self.detail(for: person.id).map { "\(tag)(\($0))" }
      return proposal(
        .part(person: person.id), isAlone ? [tag] + [named].compactMap(\.self) : [named ?? tag], onSentence: sentence)
    }
  }

  // MARK: Deals

  /// The deal of what each heading governs, where it is one, and of every other sentence with a fact.
  private mutating func dealMarks() -> [Proposal] {
    var dealOfSentence: [Int: String] = [:]
    for item in facts { dealOfSentence[item.sentence] = item.fact.deal }
    var covered = Set<Int>()
    for mark in reading.marks {
      switch mark.meaning {
      case .deal, .account: covered.formUnion(mark.sentences(in: reading))
      default: break
      }
    }
    var proposals: [Proposal] = []
    func add(_ sentence: Int, _ region: Range<Int>) {
      let own = region.filter { !covered.contains($0) && dealOfSentence[$0] != nil }
      guard let first = own.first, let id = dealOfSentence[first], let deal = journal.deal(id),
        facts.allSatisfy({ !region.contains($0.sentence) || $0.fact.deal == id }),
        !region.contains(where: covered.contains)
      else { return }
      let name = MarkVocabulary.tagName(of: deal.name)
      guard !name.isEmpty, journal.deals.count(where: { $0.name == deal.name }) == 1 else { return }
      let tags = deal.account == deal.name ? ["account/", "deal/"] : ["deal/", "account/"]
      guard let made = proposal(.deal(note: index, sentence: sentence), tags.map { $0 + name }, onSentence: sentence)
      else { return }
      proposals.append(made)
      covered.formUnion(region)
    }
    for sentence in reading.sentences.indices where reading.places[sentence].headingLevel > 0 {
      let level = reading.places[sentence].headingLevel
      let end = reading.places[(sentence + 1)...].firstIndex { 1...level ~= $0.headingLevel }
      add(sentence, sentence..<(end ?? reading.sentences.count))
    }
    // Elsewhere a mark stands where the notes turn to a deal, and not on every line about it.
    var last: String?
    for sentence in dealOfSentence.keys.sorted() {
      if dealOfSentence[sentence] != last { add(sentence, sentence..<sentence + 1) }
      last = dealOfSentence[sentence]
    }
    return proposals
  }

  /// Where each deal stands that no note tells the stage of, at the last fact about it.
  private mutating func stageMarks() -> [Proposal] {
    journal.deals.compactMap { deal in
      guard deal.claimedStage == nil, let last = deal.days.last(where: { $0 <= journal.asOf }),
        let latest = deal.facts.last(where: { (journal.facts[$0].day ?? journal.asOf) <= journal.asOf })
          .map({ journal.facts[$0] }),
        latest.evidence.path == reading.path, let day = latest.day, day == last,
        let sentence = reading.sentence(startingAt: latest.evidence.span.start)
      else { return nil }
      return proposal(.stage(deal: deal.id), ["stage/\(deal.stage.rawValue)"], onSentence: sentence)
    }
  }
}
