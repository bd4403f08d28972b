import FactReading
import NoteSyntax
import SourceText

/// What marks say of people: `person::`, `#side/…` and `#role/…`, which decide over everything that is read.
///
/// A mark that names its person or stands in a sentence beside them counts before one in a heading, that before one for
/// the whole note; of marks as near, the later entry's.
struct PersonMarks: Sendable {
  private var sides: [Int: (rank: Rank, side: Side)] = [:]
  private var roles: [Int: (rank: Rank, role: Role)] = [:]

  /// How much a mark counts; the greater wins.
  private struct Rank: Comparable {
    let nearness: Int
    let day: Day?
    let place: Int

    static func < (one: Rank, other: Rank) -> Bool {
      if one.nearness != other.nearness { return one.nearness < other.nearness }
      guard one.day == other.day else {
        return (one.day ?? Day(number: .min), one.place) < (other.day ?? Day(number: .min), other.place)
      }
      return one.place < other.place
    }
  }

  /// Reads the marks of all notes; `personOfName` is by the number of the name.
  init(_ notes: JournalNotes, people everybody: [Person], personOfName: [Int?], calendar: JournalCalendar) {
    let called = PeopleIndex(everybody, ifNamedIn: notes.readings)
    var place = 0
    for (note, reading) in notes.readings.enumerated() where !reading.marks.isEmpty {
      let people = personOfName[notes.names[note]]
      func person(_ mention: Int) -> Int? { people[people.startIndex + mention] }
      func concerned(by mark: MarkedMeaning) -> (people: [Int], nearness: Int) {
        if let told = mark.details.people { return (told.flatMap(called.people(named:)), 2) }
        let (mentions, nearness) = Self.mentions(besides: mark, in: reading, people: people)
        return (mentions.compactMap(person), nearness)
      }
      for mark in reading.marks {
        place += 1
        let day = mark.entry.flatMap { calendar.day(ofEntry: $0, inNote: note) }
        switch mark.meaning {
        case .person(let marked):
          let mention = reading.names(inSentence: mark.sentence).first {
            reading.names[$0].isMarked && mark.span.contains(reading.names[$0].span)
          }
          guard let person = mention.flatMap(person) else { continue }
          let rank = Rank(nearness: 2, day: day, place: place)
          if let side = marked.side { take(side, of: person, rank) }
          if let role = marked.role { take(role, of: person, rank) }
        case .side(let side):
          let (concerned, nearness) = concerned(by: mark)
          for person in concerned {
            take(side, of: person, Rank(nearness: nearness, day: day, place: place))
          }
        case .role(let role):
          let (concerned, nearness) = concerned(by: mark)
          for person in concerned {
            take(role, of: person, Rank(nearness: nearness, day: day, place: place))
          }
        default: break
        }
      }
    }
  }

  /// The side that marks put a person on. Who has a marked part in the decision is the customer's, unless marked otherwise.
  func side(of person: Int) -> Side? {
    sides[person]?.side ?? roles[person].flatMap { $0.role == .none ? nil : .customer }
  }

  /// The part that marks give a person.
  func role(of person: Int) -> Role? { roles[person]?.role }

  private mutating func take(_ side: Side, of person: Int, _ rank: Rank) {
    if let known = sides[person], rank < known.rank { return }
    sides[person] = (rank, side)
  }

  private mutating func take(_ role: Role, of person: Int, _ rank: Rank) {
    if let known = roles[person], rank < known.rank { return }
    roles[person] = (rank, role)
  }

  /// The mentions that a tag speaks of, and how near it stands to them.
  private static func mentions(
    besides mark: MarkedMeaning, in reading: NoteReading, people: ArraySlice<Int?>
  ) -> ([Int], nearness: Int) {
    guard let sentence = mark.sentence else {
      return (Array(reading.names(inSentences: mark.sentences(in: reading))), 0)
    }
    let all = reading.names(inSentence: sentence)
    let own = all.filter { people[people.startIndex + $0] != nil }
    if mark.isHeading, own.isEmpty {
      return (Array(reading.names(inSentences: mark.sentences(in: reading))), 1)
    }
    guard let last = own.last(where: { reading.names[$0].span.end <= mark.span.start }) else {
      if let first = own.first { return ([first], 2) }
      // On a line of its own: who was named last before it in its block.
      let above = all.lowerBound - 1
      let isAbove =
        above >= 0
        && reading.names[above].sentence.map { reading.places[$0].block == reading.places[sentence].block } == true
      return (isAbove ? [above] : [], 2)
    }
    // 李总、王科 #side/customer speaks of both.
    var list = [last]
    for index in own.reversed() where reading.names[index].span.end <= reading.names[list[0]].span.start {
      let between = reading.sentences[sentence].words(
        from: reading.names[index].span.end, to: reading.names[list[0]].span.start)
      guard separators.contains(String(between)) else { break }
      list.insert(index, at: 0)
    }
    return (list, 2)
  }

  private static let separators: Set<String> = ["、", ",", "，", "和", "与", "跟", "及", "and", "&", "+", "/"]
}

extension NoteReading {
  /// The names of a sentence, or of the front matter, as indices of `names`.
  fileprivate func names(inSentence sentence: Int?) -> Range<Int> {
    guard let sentence else { return 0..<firstName(notBefore: 0) }
    return names(inSentences: sentence..<sentence + 1)
  }

  /// The names of several sentences, as indices of `names`.
  fileprivate func names(inSentences sentences: Range<Int>) -> Range<Int> {
    firstName(notBefore: sentences.lowerBound)..<firstName(notBefore: sentences.upperBound)
  }

  /// Names stand in reading order, those of the front matter first.
  private func firstName(notBefore sentence: Int) -> Int {
    names.firstIndexSorted { ($0.sentence ?? -1) >= sentence }
  }
}
