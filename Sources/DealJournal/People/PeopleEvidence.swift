import FactReading
import NoteSyntax

/// What the models of people judge in one journal, for those who train them.
package struct PeopleEvidence {
  /// A written form that may name a person.
  package struct Form {
    /// The form in lower case.
    package let key: String
    package let form: NameForm
    package let evidence: PersonEvidence
  }

  /// Every form of the journal, ordered by key.
  package let forms: [Form]
  private let readings: [NoteReading]
  private let calendar: JournalCalendar

  /// Gathers the evidence of `readings`, in any order.
  package init(_ readings: [NoteReading], asOf: Day) {
    let readings = readings.sorted { $0.path < $1.path }
    let types = NameTypes(readings)
    let signs = JournalSigns(readings, types: types)
    forms = types.all.map { type in
      Form(
        key: type.key, form: type.form,
        evidence: PersonEvidence(type.places.map { readings[$0.note].names[$0.mention] }, signs: signs.ofForm(type)))
    }
    self.readings = readings
    calendar = JournalCalendar(readings, asOf: asOf)
  }

  /// The people that `model` finds.
  package func cast(_ model: PeopleModel) -> Cast {
    let people = Cast(readings, calendar: calendar, settings: ReadingSettings(), model: model)
    let map = DealMap(readings, cast: people, calendar: calendar, model: .accounts)
    return people.withSides(readings, map: map, calendar: calendar, settings: ReadingSettings(), model: model)
  }
}
