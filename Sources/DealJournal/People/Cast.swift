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
    people = []
    personOfMention = readings.map { $0.names.map { _ in nil } }
  }

  /// The person whom mention `mention` of note `note` names.
  func person(ofMention mention: Int, inNote note: Int) -> Int? { personOfMention[note][mention] }
}
