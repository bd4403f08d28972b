import FactReading
import NoteSyntax

/// What the facts of a journal stand on: who there is, which deals there are, and when everything was written.
struct JournalGround: Sendable {
  let notes: JournalNotes
  let calendar: JournalCalendar
  let cast: Cast
  let map: DealMap

  /// Tells people and deals from all notes together.
  init(
    _ notes: JournalNotes, asOf: Day, settings: ReadingSettings = ReadingSettings(), models: ReadingModels
  ) {
    self.notes = notes
    calendar = JournalCalendar(notes.readings, asOf: asOf, settings: settings)
    let people = Cast(notes, calendar: calendar, vocabulary: settings.vocabulary, model: models.people)
    map = DealMap(notes, cast: people, vocabulary: settings.vocabulary, model: models.accounts)
    cast = people.withSides(notes, map: map, calendar: calendar, settings: settings, model: models.people)
  }
}
