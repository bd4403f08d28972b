import FactReading

/// Trains every model of the reading from the same journals, with the thresholds of the models in the program.
struct ModelTraining {
  private let journals: [AnnotatedJournal]
  /// Journals from which only facts are learnt: whoever they are about was met, and nobody else is annotated.
  private let statements: [AnnotatedJournal]

  init(_ journals: [AnnotatedJournal], statements: [AnnotatedJournal] = []) {
    self.journals = journals
    self.statements = statements
  }

  /// Trains the models that `folder` does not hold yet.
  func write(to folder: ModelFolder) throws {
    if !folder.holds("people"), let trainer = PeopleTrainer(journals.map { AnnotatedPeople($0) }) {
      try folder.write(trainer.file, as: "people")
    }
    let people = folder.models.people
    if !folder.holds("facts"), let calibrated = FactModel.builtin {
      let lines = (journals + statements).enumerated().flatMap { position, journal in
        TrainingLine.lines(of: journal, at: position, annotatedNames: false, leavingOut: [])
      }
      let file = FactModelFile(
        FactTrainer(lines, settings: FactTrainer.Settings()), slope: calibrated.slope, offset: calibrated.offset,
        threshold: calibrated.threshold)
      try folder.write(file.bytes, as: "facts")
    }
    if !folder.holds("contact"), let calibrated = ContactModel.builtin {
      let examples = journals.enumerated().flatMap { ContactExample.examples(of: $1, at: $0, people: people).examples }
      try folder.write(ContactTrainer(examples).file(threshold: calibrated.threshold).bytes, as: "contact")
    }
    if !folder.holds("binding") {
      let examples = journals.enumerated().flatMap { BindingExample.examples(of: $1, at: $0, people: people) }
      try folder.write(BindingTrainer(examples).file.bytes, as: "binding")
    }
  }
}
