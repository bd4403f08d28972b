import FactReading
import NoteSyntax
import SourceText

/// Who is who: the people of a journal, and the person whom each mention names.
package struct Cast: Sendable {
  /// Everybody, ordered by id.
  package private(set) var people: [Person]
  /// For each person, what the notes show of them; empty until sides are told.
  package private(set) var evidence: [PersonEvidence] = []
  /// For each name of the journal, the person as an index of `people`; nil for words that name nobody.
  private(set) var personOfName: [Int?]
  private var namesOfPerson: [[Int]]
  /// Names that may mean several people, as far as their note tells.
  private let doubts: [Doubt]
  /// Those of `doubts` that nothing in the journal settles; they name nobody.
  private(set) var ambiguous: [Doubt] = []
  private var roles: [Role] = []
  private let marks: PersonMarks
  private let signs: JournalSigns
  private var partsOfDeal: [[DealPart]] = []

  /// Decides who is who from all notes together.
  init(
    _ notes: JournalNotes, calendar: JournalCalendar, vocabulary: TeamVocabulary = .none, model: PeopleModel?
  ) {
    signs = JournalSigns(notes, types: NameTypes(notes.nameTable))
    let identities = IdentityReader(signs, vocabulary: vocabulary, model: model).read()
    let drafts = concurrentMap(identities.people.indices, chunk: 4) { group in
      (group: group, draft: Draft(identities.people[group], notes: notes, calendar: calendar, vocabulary: vocabulary))
    }.sorted { $0.draft.order < $1.draft.order }
    var personOfGroup = [Int](repeating: 0, count: drafts.count)
    for (person, item) in drafts.enumerated() { personOfGroup[item.group] = person }
    var uses: [String: Int] = [:]
    var people: [Person] = []
    var personOfName = [Int?](repeating: nil, count: notes.names.count)
    for draft in drafts.map(\.draft) {
      let use = uses[draft.name, default: 0] + 1
      uses[draft.name] = use
      for name in draft.names { personOfName[name] = people.count }
      people.append(
        Person(
          id: use == 1 ? draft.name : "\(draft.name) \(use)", name: draft.name, isNamed: draft.isNamed,
          surfaces: draft.surfaces,
          side: .customer, title: draft.title, mentions: draft.mentions))
    }
    self.people = people
    self.personOfName = personOfName
    marks = PersonMarks(notes, people: people, personOfName: personOfName, calendar: calendar)
    namesOfPerson = drafts.map(\.draft.names)
    doubts = identities.doubts.map { doubt in
      Doubt(
        name: doubt.place,
        candidates: doubt.candidates.map { .init(person: personOfGroup[$0.person], uses: $0.uses) }
          .sorted { $0.person < $1.person })
    }
  }

  /// `personOfName`, but nobody where the note leaves open who is meant: no deal may be told by such a name.
  var surePersonOfName: [Int?] {
    var sure = personOfName
    for doubt in doubts { sure[doubt.name] = nil }
    return sure
  }

  /// What part a customer's person has in decisions; `none` before sides are told.
  func role(of person: Int) -> Role { roles.isEmpty ? .none : roles[person] }

  /// Who has a place in the notes of a deal, ordered by id; nobody before sides are told.
  func parts(inDeal deal: Int) -> [DealPart] { deal < partsOfDeal.count ? partsOfDeal[deal] : [] }

  /// The same people with their sides, which take the deals to tell: a name that turns up with every customer is ours.
  func withSides(
    _ notes: JournalNotes, map: DealMap, calendar: JournalCalendar, settings: ReadingSettings, model: PeopleModel?
  ) -> Cast {
    let team = Set(settings.team.map(NameTypes.key))
    var cast = self
    cast.settleDoubts(notes, map: map, calendar: calendar)
    let namesOfPerson = cast.namesOfPerson
    let customers = CustomerNames(map)
    let company = PersonCompany(namesOfPerson, notes: notes)
    let signs = signs
    let households = Households(notes, map: map)
    let told = ToldParts(
      notes, personOfName: cast.personOfName, customers: customers, vocabulary: settings.vocabulary)
    let shown = concurrentMap(namesOfPerson.indices, chunk: 4) { person in
      let names = namesOfPerson[person]
      return (
        evidence: PersonEvidence(
          names, in: notes,
          signs: signs.ofPerson(names, map: map, customers: customers, company: company, person: person)),
        parts: DealPart.parts(of: person, named: names, in: notes, map: map, calendar: calendar),
        isOfHousehold: households.isOnly(names.lazy.compactMap { notes.nameTable.sentence[$0] })
      )
    }
    cast.evidence = shown.map(\.evidence)
    cast.people = people.indices.map { index in
      let person = cast.people[index]
      let isTeam = person.surfaces.contains { team.contains(NameTypes.key($0)) }
      let side =
        isTeam
        ? .ours
        : marks.side(of: index) ?? told.side(of: index)
          ?? SideReader.side(
            of: cast.evidence[index], hasTeam: !team.isEmpty, isSmall: company.entryCount < 6,
            isOfHousehold: shown[index].isOfHousehold, model: model)
      return Person(
        id: person.id, name: person.name, isNamed: person.isNamed, surfaces: person.surfaces, side: side,
        title: person.title, organisation: person.organisation, mentions: person.mentions,
        isPlaced: isTeam || marks.side(of: index) != nil || marks.role(of: index) != nil)
    }
    cast.roles = people.indices.map {
      marks.role(of: $0) ?? told.role(of: $0) ?? SideReader.role(of: cast.evidence[$0], model: model)
    }
    cast.partsOfDeal = [[DealPart]](repeating: [], count: map.deals.count)
    for part in shown.lazy.flatMap(\.parts) { cast.partsOfDeal[part.deal].append(part) }
    return cast
  }

  /// A name that may mean several people.
  struct Doubt: Sendable {
    /// Its number.
    let name: Int
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

  /// Gives each doubtful name to the only one of its people whom the notes of its deal name, or whom the notes always
  /// call so, and otherwise to nobody: what one of them said must not be booked to another.
  private mutating func settleDoubts(_ notes: JournalNotes, map: DealMap, calendar: JournalCalendar) {
    func deal(_ name: Int) -> Int? { notes.nameTable.sentence[name].flatMap { map.dealOfSentence[$0] } }
    let doubtful = Set(doubts.map(\.name))
    let concerned = Set(doubts.flatMap { $0.candidates.map(\.person) })
    var deals: [Int: Set<Int>] = [:]
    for person in concerned {
      namesOfPerson[person].removeAll { doubtful.contains($0) }
      deals[person] = Set(namesOfPerson[person].lazy.compactMap(deal))
    }
    for doubt in doubts {
      let own = deal(doubt.name).map { deal in
        doubt.candidates.map(\.person).filter { deals[$0]?.contains(deal) == true }
      }
      let settled = own?.count == 1 ? own?[0] : doubt.usual
      if let settled {
        namesOfPerson[settled].append(doubt.name)
      } else {
        ambiguous.append(doubt)
      }
      personOfName[doubt.name] = settled
    }
    for index in concerned {
      namesOfPerson[index].sort()
      let draft = Draft(namesOfPerson[index], notes: notes, calendar: calendar)
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
    let names: [Int]
    let mentions: [Evidence]

    /// Name, then place of the first mention.
    var order: (String, String, Int) { (name, mentions.first?.path ?? "", mentions.first?.span.start ?? 0) }

    init(_ names: [Int], notes: JournalNotes, calendar: JournalCalendar, vocabulary: TeamVocabulary = .none) {
      var counts: [String: Int] = [:]
      var fullest = (rank: -1, name: "")
      var titles: [String: Int] = [:]
      var written = Set<String>()
      var others = Set<String>()
      for (wording, count) in notes.nameTable.wordings(of: names) {
        counts[wording.surface, default: 0] += count
        written.insert(wording.surface)
        if let core = wording.core { counts[core, default: 0] += count }
        if let longer = wording.withFunction { counts[longer, default: 0] += count }
        for other in wording.otherNames {
          counts[other, default: 0] += count
          others.insert(other)
        }
        if !wording.title.isEmpty { titles[wording.title, default: 0] += count }
        let name = wording.core ?? wording.surface
        // 老板姓苏 says who 苏总 is, and nobody calls him so.
        let isTold = name.unicodeScalars.contains("姓")
        let rank = Self.rank(wording.form) * 100 + (isTold ? 0 : min(name.unicodeScalars.count, 99))
        if (rank, fullest.name) > (fullest.rank, name) { fullest = (rank, name) }
      }
      // A link leads to the fullest name there is, though no line says it.
      if fullest.rank < Self.rank(.full) * 100,
        let linked = others.subtracting(written).max(by: {
          ($0.utf8.count, $1) < ($1.utf8.count, $0)
        })
      {
        fullest.name = linked
      }
      let surfaces = counts.sorted { ($1.value, $0.key) < ($0.value, $1.key) }.map(\.key)
      let known = surfaces.lazy.compactMap { vocabulary.person(ofForm: $0) }.first
      name = known?.name ?? fullest.name
      isNamed = known != nil || fullest.rank >= Self.rank(.initials) * 100 || !others.isEmpty
      self.surfaces = surfaces
      title = titles.max { ($0.value, $1.key) < ($1.value, $0.key) }?.key
      self.names = names
      mentions = Self.inOrderOfDay(names, notes, calendar).map(notes.evidence(ofName:))
    }

    /// Names by the day of their entry, undated ones last; of one day by their place.
    private static func inOrderOfDay(_ names: [Int], _ notes: JournalNotes, _ calendar: JournalCalendar) -> [Int] {
      names.map { (day: calendar[notes.nameTable.entry[$0]]?.number ?? .max, name: $0) }
        .sorted { $0 < $1 }.map(\.name)
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
