import FactReading
import NoteSyntax
import SourceText

/// Puts what was read from single sentences into its place: whose, which deal's, when.
enum FactPlacement {
  /// Every fact and sign of the journal.
  static func place(on ground: JournalGround, models: ReadingModels) -> PlacedFacts {
    let sides = ground.cast.people.map(\.side)
    let encounters = Encounter.all(ground.notes, cast: ground.cast, sides: sides)
    let called = PeopleIndex(ground.cast.people, ifNamedIn: ground.notes.readings)
    let pages = concurrentMap(ground.notes.readings.indices) { note in
      var placing = NotePlacement(note, of: ground, called: called, sides: sides, model: models.binding)
      placing.addFacts()
      if let contact = models.contact { placing.addContacts(encounters[note], contact) }
      return placing.page
    }
    return PlacedFacts(pages)
  }
}

/// Places the facts of one note.
private struct NotePlacement {
  private let note: Int
  private let ground: JournalGround
  private let reading: NoteReading
  private let binding: PersonBinding
  private let called: PeopleIndex
  private let denials: Denials
  /// The side of each of the cast's people.
  private let sides: [Side]
  private var items: [(fact: JournalFact, deal: Int?, person: Int?)] = []

  init(_ note: Int, of ground: JournalGround, called: PeopleIndex, sides: [Side], model: BindingModel?) {
    self.note = note
    self.ground = ground
    self.sides = sides
    self.called = called
    denials = Denials(ground.notes.readings[note], called: called)
    reading = ground.notes.readings[note]
    binding = PersonBinding(ground.notes, note: note, cast: ground.cast, sides: sides, model: model)
  }

  /// The facts by line, kind, place, person, and the signs.
  var page: PlacedFacts.Page {
    let items = items.sorted { left, right in
      let (one, other) = (left.fact, right.fact)
      if one.evidence.line != other.evidence.line { return one.evidence.line < other.evidence.line }
      if one.kind != other.kind { return one.kind.rawValue < other.kind.rawValue }
      if one.evidence.span.start != other.evidence.span.start {
        return one.evidence.span.start < other.evidence.span.start
      }
      return (one.person ?? "") < (other.person ?? "")
    }
    return PlacedFacts.Page(
      facts: items.map(\.fact), deal: items.map(\.deal), person: items.map(\.person),
      signs: reading.dealSigns.map(place), dealOfSign: reading.dealSigns.map { deal(ofSentence: $0.sentence) })
  }

  /// What its sentences say.
  mutating func addFacts() {
    for sentence in reading.sentences.indices where !reading.sentences[sentence].candidates.isEmpty {
      let circle = binding.circle(around: sentence)
      for candidate in reading.sentences[sentence].candidates where candidate.assertion.polarity == .affirmed {
        if let told = candidate.people {
          let known = told.compactMap { binding.nearest(of: called.people(named: $0), to: sentence) }
          for person in known { add(candidate, sentence: sentence, person: person) }
          if told.isEmpty { add(candidate, sentence: sentence, person: nil) }
          if told.isEmpty || !known.isEmpty { continue }
        }
        if let promiser = promiser(of: candidate, sentence: sentence) {
          addPromise(candidate, of: promiser, sentence: sentence)
          continue
        }
        let beside = candidate.basis == .marked ? candidate.cues.first : nil
        let person =
          beside.flatMap { binding.person(beside: $0, sentence: sentence) } ?? circle.person(for: candidate.kind)
        add(candidate, sentence: sentence, person: person)
      }
    }
  }

  /// Who of the customer's people makes a promise that sounds like one of ours: `Farah promised to send the list`. Who is only
  /// `to send` something may be somebody of ours whose side no note tells.
  private func promiser(of candidate: FactCandidate, sentence: Int) -> Int? {
    guard candidate.kind == .commitmentOurs, candidate.basis == .inferred,
      let words = reading.dealSigns.first(where: { sign in
        sign.sentence == sentence && sign.kind == .promises && sign.isStated && !isTask(sign)
          && candidate.cues.contains { $0.start < sign.span.end && sign.span.start < $0.end }
      })?.span
    else { return nil }
    return binding.promiser(before: words, sentence: sentence)
  }

  /// The side that is to do what is set for a day; nil where neither side is, or another seller.
  private func side(of doer: Doer) -> Side? {
    switch doer {
    case .untold, .ours: .ours
    case .theirs: .customer
    case .nobody: nil
    // What looked like a name and is nobody's is a thing or a house: "Acme promised", "Twins are due".
    case .named(let name): binding.person(at: name).map { sides[$0] }
    }
  }

  /// The days of a sentence by which whoever promises is to do something; of any other kind of fact, all of them. One day sets
  /// both sides a deadline only if they are told: else it is that of the likelier promise.
  private func dates(for candidate: FactCandidate, in sentence: SentenceReading) -> [DateExpression] {
    let own: Side = candidate.kind == .commitmentTheirs ? .customer : .ours
    let other = own == .ours ? FactKind.commitmentTheirs : .commitmentOurs
    guard candidate.kind == .commitmentOurs || candidate.kind == .commitmentTheirs, candidate.basis != .marked else {
      return sentence.dates
    }
    let isLess = sentence.candidates.contains { $0.kind == other && $0.confidence > candidate.confidence }
    return zip(sentence.dates, sentence.doers).filter { _, doer in
      guard doer != .untold else { return !isLess }
      return side(of: doer).map { ($0 == .ours) == (own == .ours) } ?? false
    }.map(\.0)
  }

  private func isTask(_ sign: DealSign) -> Bool {
    let sentence = reading.sentences[sign.sentence]
    return ["to send", "will send"].contains(Evidence(of: sentence, in: reading.path).text(of: sign.span).lowercased())
  }

  /// Adds a promise of a customer's person, unless it was read as theirs as well.
  private mutating func addPromise(_ candidate: FactCandidate, of person: Int, sentence: Int) {
    guard !reading.sentences[sentence].tells(of: .commitmentTheirs) else { return }
    let theirs = FactCandidate(
      kind: .commitmentTheirs, assertion: candidate.assertion, basis: .inferred, confidence: candidate.confidence,
      cues: candidate.cues)
    add(theirs, sentence: sentence, person: person)
  }

  /// One contact per customer person and entry, where the model finds that it happened.
  ///
  /// What the writer marked of contacts on a line, done or denied, is all there is to say of them there.
  mutating func addContacts(_ encounters: [Encounter], _ model: ContactModel) {
    var marked = Set<Int>()
    for sentence in reading.sentences.indices
    where reading.sentences[sentence].candidates.contains(where: {
      $0.kind == .contact && ($0.assertion.polarity == .affirmed || $0.people == nil)
    }) {
      marked.insert(reading.sentences[sentence].line)
    }
    for encounter in encounters {
      let mentions = encounter.mentions.filter { !reading.mentionSigns[$0].isBarred }
      guard let first = mentions.first else { continue }
      let probability = model.probability(
        mentions: mentions.map { reading.mentionSigns[$0] }, traits: encounter.traits)
      let isTold = mentions.contains { reading.mentionSigns[$0].beside.contains(.met) }
      guard isTold || probability >= model.threshold, let sentence = reading.names[first].sentence,
        !marked.contains(reading.sentences[sentence].line)
      else { continue }
      let candidate = FactCandidate(
        kind: .contact, assertion: Assertion(), basis: .inferred,
        confidence: isTold ? max(WordsBeside.meetingConfidence, Double(probability)) : Double(probability),
        cues: [reading.names[first].span])
      add(candidate, sentence: sentence, person: encounter.person)
    }
  }

  private func place(_ sign: DealSign) -> JournalSign {
    let sentence = reading.sentences[sign.sentence]
    let day = ground.calendar.day(ofEntry: sentence.entry, inNote: note)
    let evidence = Evidence(of: sentence, in: reading.path)
    return JournalSign(
      kind: sign.kind, day: day, deal: deal(ofSentence: sign.sentence).map { ground.map.deals[$0].id },
      person: binding.person(concernedBy: sign.span, sentence: sign.sentence).map { ground.cast.people[$0].id },
      isStated: sign.isStated, isDenied: sign.isDenied,
      dates: sentence.dates.compactMap {
        $0.resolved(anchor: day, convention: ground.calendar.convention, asDeadline: sign.kind.isToCome)
      },
      evidence: evidence, words: evidence.text(of: sign.span))
  }

  private func deal(ofSentence sentence: Int) -> Int? {
    ground.map.dealOfSentence[ground.notes.sentences[note].lowerBound + sentence]
  }

  private mutating func add(_ candidate: FactCandidate, sentence index: Int, person: Int?) {
    let sentence = reading.sentences[index]
    if denials.include(candidate.kind, of: person, line: sentence.line) { return }
    let day = ground.calendar.day(ofEntry: sentence.entry, inNote: note)
    let deal = deal(ofSentence: index)
    let isMissed = sentence.tells(of: .commitmentBroken)
    let fact = JournalFact(
      kind: candidate.kind, day: day, deal: deal.map { ground.map.deals[$0].id },
      person: person.map { ground.cast.people[$0].id }, basis: candidate.basis, confidence: candidate.confidence,
      assertion: candidate.assertion,
      dates: dates(for: candidate, in: sentence).compactMap {
        $0.meant(by: candidate.kind, isMissed: isMissed).resolved(anchor: day, convention: ground.calendar.convention)
      },
      evidence: Evidence(of: sentence, in: reading.path), cues: candidate.cues)
    items.append((fact, deal, person))
  }
}

extension DealSign.Kind {
  /// Whether it speaks of a day that is still to come: of `back on the 12th` the next one is meant.
  fileprivate var isToCome: Bool { [.waits, .publicity, .aboutToSign].contains(self) }
}

extension DateExpression {
  /// The date as what is promised means it: a weekday by itself is the coming one; of a promise that was missed, as in
  /// 上次答应 10 号前给的还没给, the day lies behind.
  fileprivate func meant(by kind: FactKind, isMissed: Bool) -> DateExpression {
    switch (kind, self) {
    case (.commitmentOurs, .by(let day)) where isMissed, (.commitmentBroken, .by(let day)): .latest(day)
    case (.commitmentOurs, .weekday(_, nil)), (.commitmentTheirs, .weekday(_, nil)): .by(self)
    default: self
    }
  }
}

/// What the writer denies of some people and not of others: `#not/fact/contact(王科)`.
private struct Denials {
  private var ofLine: [Int: [(kind: FactKind, people: [Int])]] = [:]

  init(_ reading: NoteReading, called: PeopleIndex) {
    guard reading.marks.contains(where: { $0.details.people != nil }) else { return }
    for sentence in reading.sentences {
      for denial in sentence.candidates where denial.assertion.polarity == .denied {
        guard let denied = denial.people else { continue }
        ofLine[sentence.line, default: []].append((denial.kind, denied.flatMap(called.people(named:))))
      }
    }
  }

  /// Whether a fact of a line is denied of a person, as an index of `Cast.people`.
  func include(_ kind: FactKind, of person: Int?, line: Int) -> Bool {
    guard let person, let denied = ofLine[line] else { return false }
    return denied.contains { $0.kind == kind && $0.people.contains(person) }
  }
}
