import FactReading
import NoteSyntax

/// Who is who: the people of a journal, and the person whom each mention names.
struct Cast: Sendable {
  /// Everybody, ordered by id.
  let people: [Person]
  /// For each note and each of its `NoteReading.names`, the person as an index of `people`; nil for words that name nobody.
  private let personOfMention: [[Int?]]

  /// Decides who is who from all notes together; `readings` are ordered by path.
  init(_ readings: [NoteReading], calendar: JournalCalendar, settings: ReadingSettings) {
    let types = NameTypes(readings)
    let clusters = IdentityReader(types: types, readings: readings).read()
    var drafts: [Draft] = clusters.map { cluster in
      Draft(cluster, types: types, readings: readings, calendar: calendar)
    }
    drafts.sort {
      ($0.name, $0.mentions.first?.path ?? "", $0.mentions.first?.span.start ?? 0) < (
        $1.name, $1.mentions.first?.path ?? "", $1.mentions.first?.span.start ?? 0
      )
    }
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
  }

  /// The person whom mention `mention` of note `note` names.
  func person(ofMention mention: Int, inNote note: Int) -> Int? { personOfMention[note][mention] }

  /// A person before an id is given.
  private struct Draft {
    let name: String
    let surfaces: [String]
    let title: String?
    let places: [NameType.Place]
    let mentions: [Evidence]

    init(
      _ places: [NameType.Place], types: NameTypes, readings: [NoteReading], calendar: JournalCalendar
    ) {
      var counts: [String: Int] = [:]
      var fullest = (rank: -1, name: "")
      var titles: [String: Int] = [:]
      var dated: [(day: Day?, evidence: Evidence)] = []
      for place in places {
        let mention = readings[place.note].names[place.mention]
        counts[mention.surface, default: 0] += 1
        if let core = mention.core { counts[core, default: 0] += 1 }
        if !mention.title.isEmpty { titles[mention.title, default: 0] += 1 }
        let name = mention.core ?? mention.surface
        let rank = Self.rank(mention.form) * 100 + min(name.unicodeScalars.count, 99)
        if (rank, fullest.name) > (fullest.rank, name) { fullest = (rank, name) }
        dated.append(
          (
            calendar.day(ofEntry: mention.entry, inNote: place.note),
            Evidence(
              path: readings[place.note].path, span: mention.span, line: mention.line, column: mention.column,
              quote: mention.surface)
          ))
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
