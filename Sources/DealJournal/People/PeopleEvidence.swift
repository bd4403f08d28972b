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
  private let notes: JournalNotes
  private let asOf: Day

  /// Gathers the evidence of `readings`, in any order.
  package init(_ readings: [NoteReading], asOf: Day) {
    notes = JournalNotes(readings)
    self.asOf = asOf
    let types = NameTypes(notes.nameTable)
    let signs = JournalSigns(notes, types: types)
    forms = types.all.indices.map { [notes] index in
      Form(
        key: types.all[index].key, form: types.all[index].form,
        evidence: PersonEvidence(types.places[index], in: notes, signs: signs.ofForm(index)))
    }
  }

  /// The people that `model` finds.
  package func cast(_ model: PeopleModel) -> Cast {
    var models = ReadingModels.builtin
    models.people = model
    return JournalGround(notes, asOf: asOf, models: models).cast
  }
}
