import FactReading
import NoteSyntax

/// Who is who: the people of a journal, and the person whom each mention names.
package struct Cast: Sendable {
  /// Everybody, ordered by id.
  package private(set) var people: [Person]
  /// For each person, what the notes show of them; empty until sides are told.
  package private(set) var evidence: [PersonEvidence] = []
  /// For each note and each of its `NoteReading.names`, the person as an index of `people`; nil for words that name nobody.
  private let personOfMention: [[Int?]]
  private let placesOfPerson: [[NameType.Place]]
  private var roles: [Role] = []
  private let marks: PersonMarks
  private var partsOfDeal: [[DealPart]] = []

  /// Decides who is who from all notes together; `readings` are ordered by path.
  package init(
    _ readings: [NoteReading], calendar: JournalCalendar, settings: ReadingSettings, model: PeopleModel?
  ) {
    let types = NameTypes(readings)
    let identity = IdentityReader(
      types: types, readings: readings, signs: JournalSigns(readings, types: types), model: model)
    var drafts: [Draft] = identity.read().map { places in
      Draft(places, readings: readings, calendar: calendar)
    }
    drafts.sort { $0.order < $1.order }
    var uses: [String: Int] = [:]
    var people: [Person] = []
    var personOfMention: [[Int?]] = readings.map { $0.names.map { _ in nil } }
    for draft in drafts {
      let use = uses[draft.name, default: 0] + 1
      uses[draft.name] = use
      for place in draft.places { personOfMention[place.note][place.mention] = people.count }
      people.append(
        Person(
          id: use == 1 ? draft.name : "\(draft.name) \(use)", name: draft.name, surfaces: draft.surfaces,
          side: .customer, title: draft.title, mentions: draft.mentions))
    }
    self.people = people
    self.personOfMention = personOfMention
    marks = PersonMarks(readings, personOfMention: personOfMention, calendar: calendar)
    placesOfPerson = drafts.map(\.places)
  }

  /// The person whom mention `mention` of note `note` names.
  func person(ofMention mention: Int, inNote note: Int) -> Int? { personOfMention[note][mention] }

  /// What part a customer's person has in decisions; `none` before sides are told.
  func role(of person: Int) -> Role { roles.isEmpty ? .none : roles[person] }

  /// Who has a place in the notes of a deal, ordered by id; nobody before sides are told.
  func parts(inDeal deal: Int) -> [DealPart] { deal < partsOfDeal.count ? partsOfDeal[deal] : [] }

  /// The same people with their sides, which take the deals to tell: a name that turns up with every customer is ours.
  package func withSides(
    _ readings: [NoteReading], map: DealMap, calendar: JournalCalendar, settings: ReadingSettings,
    model: PeopleModel?
  ) -> Cast {
    let signs = JournalSigns(readings, types: NameTypes(readings))
    let team = Set(settings.team.map(NameTypes.key))
    var cast = self
    let customers = CustomerNames(map)
    let company = PersonCompany(placesOfPerson, readings: readings)
    cast.evidence = placesOfPerson.enumerated().map { person, places in
      PersonEvidence(
        places.map { readings[$0.note].names[$0.mention] },
        signs: signs.ofPerson(places, map: map, customers: customers, company: company, person: person))
    }
    cast.people = people.indices.map { index in
      let person = people[index]
      let isTeam = person.surfaces.contains { team.contains(NameTypes.key($0)) }
      let side =
        isTeam
        ? .ours
        : marks.side(of: index)
          ?? SideReader.side(
            of: cast.evidence[index], hasTeam: !team.isEmpty, isSmall: company.entryCount < 6, model: model)
      return Person(
        id: person.id, name: person.name, surfaces: person.surfaces, side: side, title: person.title,
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

  /// A person before an id is given.
  private struct Draft {
    let name: String
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
