import FactReading
import NoteSyntax
import SourceText

/// Who is who: the people of a journal, and the person whom each mention names.
package struct Cast: Sendable {
  /// Everybody, ordered by id.
  package private(set) var people: [Person]
  /// For each person, what the notes show of them; empty until sides are told.
  package private(set) var evidence: [PersonEvidence] = []
  /// For each note and each of its `NoteReading.names`, the person as an index of `people`; nil for words that name nobody.
  private var personOfMention: [[Int?]]
  private var placesOfPerson: [[NameType.Place]]
  /// Mentions that may mean several people, as far as their note tells.
  private let doubts: [Doubt]
  private let doubtful: Set<NameType.Place>
  /// Those of `doubts` that nothing in the journal settles; they name nobody.
  private(set) var ambiguous: [Doubt] = []
  private var roles: [Role] = []
  private let marks: PersonMarks
  private let signs: JournalSigns
  private var partsOfDeal: [[DealPart]] = []

  /// Decides who is who from all notes together; `readings` are ordered by path.
  package init(
    _ readings: [NoteReading], calendar: JournalCalendar, settings: ReadingSettings, model: PeopleModel?
  ) {
    signs = JournalSigns(readings, types: NameTypes(readings))
    let identity = IdentityReader(types: signs.types, readings: readings, signs: signs, model: model)
    let identities = identity.read()
    let drafts = concurrentMap(identities.people.indices, chunk: 16) { group in
      (group: group, draft: Draft(identities.people[group], readings: readings, calendar: calendar))
    }.sorted { $0.draft.order < $1.draft.order }
    var personOfGroup = [Int](repeating: 0, count: drafts.count)
    for (person, item) in drafts.enumerated() { personOfGroup[item.group] = person }
    var uses: [String: Int] = [:]
    var people: [Person] = []
    var personOfMention: [[Int?]] = readings.map { $0.names.map { _ in nil } }
    for draft in drafts.map(\.draft) {
      let use = uses[draft.name, default: 0] + 1
      uses[draft.name] = use
      for place in draft.places { personOfMention[place.note][place.mention] = people.count }
      people.append(
        Person(
          id: use == 1 ? draft.name : "\(draft.name) \(use)", name: draft.name, isNamed: draft.isNamed,
          surfaces: draft.surfaces,
          side: .customer, title: draft.title, mentions: draft.mentions))
    }
    self.people = people
    self.personOfMention = personOfMention
    marks = PersonMarks(readings, personOfMention: personOfMention, calendar: calendar)
    placesOfPerson = drafts.map(\.draft.places)
    doubts = identities.doubts.map { doubt in
      Doubt(
        place: doubt.place,
        candidates: doubt.candidates.map { .init(person: personOfGroup[$0.person], uses: $0.uses) }
          .sorted { $0.person < $1.person })
    }
    doubtful = Set(doubts.map(\.place))
  }

  /// The person whom mention `mention` of note `note` names.
  func person(ofMention mention: Int, inNote note: Int) -> Int? { personOfMention[note][mention] }

  /// The same, but nobody where the note leaves open who is meant: no deal may be told by such a mention.
  func sure(ofMention mention: Int, inNote note: Int) -> Int? {
    if !doubtful.isEmpty, doubtful.contains(NameType.Place(note: note, mention: mention)) { return nil }
    return personOfMention[note][mention]
  }

  /// What part a customer's person has in decisions; `none` before sides are told.
  func role(of person: Int) -> Role { roles.isEmpty ? .none : roles[person] }

  /// Who has a place in the notes of a deal, ordered by id; nobody before sides are told.
  func parts(inDeal deal: Int) -> [DealPart] { deal < partsOfDeal.count ? partsOfDeal[deal] : [] }

  /// The same people with their sides, which take the deals to tell: a name that turns up with every customer is ours.
  package func withSides(
    _ readings: [NoteReading], map: DealMap, calendar: JournalCalendar, settings: ReadingSettings,
    model: PeopleModel?
  ) -> Cast {
    let team = Set(settings.team.map(NameTypes.key))
    var cast = self
    cast.settleDoubts(readings, map: map, calendar: calendar)
    let placesOfPerson = cast.placesOfPerson
    let customers = CustomerNames(map)
    let company = PersonCompany(placesOfPerson, readings: readings)
    let signs = signs
    cast.evidence = concurrentMap(placesOfPerson.indices, chunk: 16) { person in
      let places = placesOfPerson[person]
      return PersonEvidence(
        places.map { readings[$0.note].names[$0.mention] },
        signs: signs.ofPerson(places, map: map, customers: customers, company: company, person: person))
    }
    cast.people = people.indices.map { index in
      let person = cast.people[index]
      let isTeam = person.surfaces.contains { team.contains(NameTypes.key($0)) }
      let side =
        isTeam
        ? .ours
        : marks.side(of: index)
          ?? SideReader.side(
            of: cast.evidence[index], hasTeam: !team.isEmpty, isSmall: company.entryCount < 6, model: model)
      return Person(
        id: person.id, name: person.name, isNamed: person.isNamed, surfaces: person.surfaces, side: side,
        title: person.title,
        organisation: person.organisation, mentions: person.mentions)
    }
    cast.roles = people.indices.map { marks.role(of: $0) ?? SideReader.role(of: cast.evidence[$0], model: model) }
    cast.partsOfDeal = map.deals.map { _ in [] }
    for person in people.indices {
      let places = placesOfPerson[person].map { place in
        let mention = readings[place.note].names[place.mention]
        return (
          deal: mention.sentence.flatMap { map.deal(ofSentence: $0, inNote: place.note) },
          day: calendar.day(ofEntry: mention.entry, inNote: place.note),
          evidence: Evidence(of: mention, in: readings[place.note].path)
        )
      }
      for part in DealPart.parts(of: person, places) { cast.partsOfDeal[part.deal].append(part) }
    }
    return cast
  }

  /// A mention that may mean several people.
  struct Doubt: Sendable {
    let place: NameType.Place
    /// Whom, ordered by person.
    let candidates: [Candidate]

    /// One of them.
    struct Candidate: Sendable {
      /// Index of `people`.
      let person: Int
      /// How often the same words mean them where it is clear whom they mean.
      let uses: Int
    }

    /// The one whom the notes call so time and again, and nobody else.
    var usual: Int? {
      let used = candidates.filter { $0.uses > 0 }
      return used.count == 1 && used[0].uses > 1 ? used[0].person : nil
    }
  }

  /// Gives each doubtful mention to the only one of its people whom the notes of its deal name, or whom the notes always
  /// call so, and otherwise to nobody: what one of them said must not be booked to another.
  private mutating func settleDoubts(_ readings: [NoteReading], map: DealMap, calendar: JournalCalendar) {
    guard !doubts.isEmpty else { return }
    func deal(_ place: NameType.Place) -> Int? {
      readings[place.note].names[place.mention].sentence.flatMap { map.deal(ofSentence: $0, inNote: place.note) }
    }
    let doubtful = doubtful
    let concerned = Set(doubts.flatMap { $0.candidates.map(\.person) })
    var deals: [Int: Set<Int>] = [:]
    for person in concerned {
      deals[person] = Set(placesOfPerson[person].lazy.filter { !doubtful.contains($0) }.compactMap(deal))
      placesOfPerson[person].removeAll { doubtful.contains($0) }
    }
    for doubt in doubts {
      let own = deal(doubt.place).map { deal in
        doubt.candidates.map(\.person).filter { deals[$0]?.contains(deal) == true }
      }
      let settled = own?.count == 1 ? own?[0] : doubt.usual
      if let settled {
        placesOfPerson[settled].append(doubt.place)
      } else {
        ambiguous.append(doubt)
      }
      personOfMention[doubt.place.note][doubt.place.mention] = settled
    }
    for index in concerned {
      placesOfPerson[index].sort { ($0.note, $0.mention) < ($1.note, $1.mention) }
      let draft = Draft(placesOfPerson[index], readings: readings, calendar: calendar)
      let person = people[index]
      people[index] = Person(
        id: person.id, name: person.name, isNamed: draft.isNamed, surfaces: draft.surfaces, side: person.side,
        title: draft.title,
        mentions: draft.mentions)
    }
  }

  /// A person before an id is given.
  private struct Draft {
    let name: String
    /// Whether a note names them, by more than a function.
    let isNamed: Bool
    let surfaces: [String]
    let title: String?
    let places: [NameType.Place]
    let mentions: [Evidence]

    /// Name, then place of the first mention.
    var order: (String, String, Int) { (name, mentions.first?.path ?? "", mentions.first?.span.start ?? 0) }

    init(
      _ places: [NameType.Place], readings: [NoteReading], calendar: JournalCalendar
    ) {
      var counts: [String: Int] = [:]
      var fullest = (rank: -1, name: "")
      var titles: [String: Int] = [:]
      var written = Set<String>()
      var others = Set<String>()
      var dated: [(day: Day?, evidence: Evidence)] = []
      for place in places {
        let mention = readings[place.note].names[place.mention]
        counts[mention.surface, default: 0] += 1
        written.insert(mention.surface)
        if let core = mention.core { counts[core, default: 0] += 1 }
        if let longer = mention.withFunction { counts[longer, default: 0] += 1 }
        for other in mention.otherNames {
          counts[other, default: 0] += 1
          others.insert(other)
        }
        if !mention.title.isEmpty { titles[mention.title, default: 0] += 1 }
        let name = mention.core ?? mention.surface
        let rank = Self.rank(mention.form) * 100 + min(name.unicodeScalars.count, 99)
        if (rank, fullest.name) > (fullest.rank, name) { fullest = (rank, name) }
        dated.append(
          (
            calendar.day(ofEntry: mention.entry, inNote: place.note),
            Evidence(of: mention, in: readings[place.note].path)
          ))
      }
      // A link leads to the fullest name there is, though no line says it.
      if fullest.rank < Self.rank(.full) * 100,
        let linked = others.subtracting(written).max(by: {
          ($0.utf8.count, $1) < ($1.utf8.count, $0)
        })
      {
        fullest.name = linked
      }
      name = fullest.name
      isNamed = fullest.rank >= Self.rank(.initials) * 100 || !others.isEmpty
      surfaces = counts.sorted { ($1.value, $0.key) < ($0.value, $1.key) }.map(\.key)
      title = titles.max { ($0.value, $1.key) < ($1.value, $0.key) }?.key
      self.places = places
      mentions = dated.sorted {
        switch ($0.day, $1.day) {
        case (let left?, let right?) where left != right: left < right
        case (.some, nil): true
        case (nil, .some): false
        default: ($0.evidence.path, $0.evidence.span.start) < ($1.evidence.path, $1.evidence.span.start)
        }
      }.map(\.evidence)
    }

    private static func rank(_ form: NameForm) -> Int {
      switch form {
      case .full: 5
      case .titled: 4
      case .given: 3
      case .familiar: 2
      case .initials: 1
      case .role: 0
      }
    }
  }
}

extension Evidence {
  /// A name as evidence.
  init(of mention: NameMention, in path: String) {
    self.init(
      path: path, span: mention.span, line: mention.line, column: mention.column, quote: mention.surface)
  }
}
