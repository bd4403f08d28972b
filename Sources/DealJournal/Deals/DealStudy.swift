import FactReading
import NoteSyntax

/// What the models of customers and stages judge in one journal, laid open for training.
package struct DealStudy {
  /// A family of names that may be a customer's.
  package struct Family {
    /// Its forms as written.
    package let forms: [String]
    /// The features before and after anything is known of the other names.
    package let first: [Double]
    package let second: [Double]
  }

  /// A deal that was found.
  package struct FoundDeal {
    package let surfaces: [String]
    /// The features of its stage.
    package let features: [Double]
  }

  /// Every family of names, in a fixed order.
  package let families: [Family]
  /// Every deal, ordered by id.
  package let deals: [FoundDeal]

  /// Studies the notes of a journal, in any order.
  package init(_ readings: [NoteReading], asOf: Day, models: ReadingModels) {
    let ground = JournalGround(JournalNotes(readings), asOf: asOf, models: models)
    let people = Cast(ground.notes, calendar: ground.calendar, model: models.people)
    let study = NameStudy(ground.notes, people: PeopleNames(ground.notes, cast: people), model: models.accounts)
    families = study.members.indices.map { number in
      Family(
        forms: study.members[number].flatMap { study.spellings[$0].keys }.sorted(), first: study.firstFeatures[number],
        second: study.features[number])
    }
    let notes = DealNotes(ground, FactPlacement.place(on: ground, models: models))
    deals = ground.map.deals.enumerated().map { index, deal in
      FoundDeal(
        surfaces: [deal.name] + deal.surfaces, features: notes.stageEvidence(ofDeal: index, asOf: asOf).features)
    }
  }
}
