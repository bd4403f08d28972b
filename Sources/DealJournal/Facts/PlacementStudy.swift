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
    var models = ReadingModels.builtin
    models.people = model
    let ground = JournalGround(JournalNotes(readings), asOf: asOf, models: models)
    self.readings = ground.notes.readings
    people = ground.cast.people
    let sides = people.map { person in
      let isTurned = FeatureHash.of(person.id) % 5 == 0
      return isTurned ? (person.side == .customer ? Side.ours : .customer) : person.side
    }
    encounters = Encounter.all(ground.notes, cast: ground.cast, sides: sides).flatMap(\.self)
    bindings = self.readings.indices.map {
      PersonBinding(ground.notes, note: $0, cast: ground.cast, sides: sides, model: nil)
    }
  }
}
