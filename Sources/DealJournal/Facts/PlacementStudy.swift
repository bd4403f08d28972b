import FactReading
import NoteSyntax

/// What placement decides on in a journal, laid open for training.
package struct PlacementStudy {
  /// The readings, ordered by path.
  package let readings: [NoteReading]
  /// Everybody; encounters and choices are indices of it.
  package let people: [Person]
  /// Every encounter, ordered by note, entry, first mention.
  package let encounters: [Encounter]
  /// For each note, whom its sentences may concern.
  package let bindings: [PersonBinding]

  /// Brings the readings together as a journal does.
  ///
  /// The model of people has learnt from the same journals and tells sides there better than it ever will elsewhere.
  /// So that nothing learns to lean on them, one side in five is turned into its opposite, always the same ones.
  package init(_ readings: [NoteReading], asOf: Day, people model: PeopleModel?) {
    let readings = readings.sorted { $0.path < $1.path }
    let calendar = JournalCalendar(readings, asOf: asOf)
    let unsided = Cast(readings, calendar: calendar, settings: ReadingSettings(), model: model)
    let map = DealMap(readings, cast: unsided, calendar: calendar, model: .accounts)
    let cast = unsided.withSides(readings, map: map, calendar: calendar, settings: ReadingSettings(), model: model)
    self.readings = readings
    people = cast.people
    let sides = cast.people.map { person in
      let isTurned = FeatureHash.of(person.id) % 5 == 0
      return isTurned ? (person.side == .customer ? Side.ours : .customer) : person.side
    }
    encounters = Encounter.all(readings, cast: cast, sides: sides)
    bindings = readings.indices.map { PersonBinding(readings[$0], note: $0, cast: cast, sides: sides, model: nil) }
  }
}
