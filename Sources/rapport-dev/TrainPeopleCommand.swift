import ArgumentParser
import DealJournal
import FactReading
import FoundationEssentials

/// `rapport-dev train-people`: learns from annotated journals which words name people, whose side they stand on, and
/// what part they have.
struct TrainPeopleCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "train-people", abstract: "Trains the reading of people from annotated journals.")

  @Argument(help: "Folders of journals, each with `notes/` and `gold.json`.")
  var corpora: [String]

  @Option(help: "Folders of more journals to learn from, on which no figure is taken.")
  var with: [String] = []

  @Option(help: "Where to write the model.")
  var out: String?

  @Option(help: "Weight of the squared weights beside the loss.")
  var decay = 3.0

  @Option(help: "Steps of descent.")
  var steps = 80

  @Option(help: "How much a single note counts beside a whole journal, as a journal of its own.")
  var noteWeight = 0.0

  @Flag(help: "Print what models reach that were trained without a fifth of the journals, on that fifth.")
  var crossValidate = false

  func run() throws {
    let sources = try AnnotatedJournal.read(corpora)
    let journals = sources.map { AnnotatedPeople($0) }
    let notes = sources.map(singleNotes)
    let more = try AnnotatedJournal.read(with).flatMap { [AnnotatedPeople($0)] + singleNotes($0) }
    if crossValidate {
      var figures = PeopleFigures()
      for fold in 0..<5 {
        let others = journals.indices.filter { $0 % 5 != fold }.flatMap { [journals[$0]] + notes[$0] } + more
        guard let model = train(others)?.model else { continue }
        for index in journals.indices where index % 5 == fold { figures.count(journals[index], read: model) }
      }
      print(figures.text)
    }
    if let out {
      guard let trainer = train(journals + notes.joined() + more) else { throw ValidationError("no journals") }
      try Data(trainer.file).write(to: URL(filePath: out))
    }
  }

  private func singleNotes(_ journal: AnnotatedJournal) -> [AnnotatedPeople] {
    guard noteWeight > 0 else { return [] }
    return journal.sources.indices.map { AnnotatedPeople(journal, note: $0, weight: noteWeight) }
  }

  private func train(_ journals: [AnnotatedPeople]) -> PeopleTrainer? {
    var settings = PeopleTrainer.Settings()
    settings.decay = decay
    settings.steps = steps
    return PeopleTrainer(journals, settings)
  }
}

extension PeopleTrainer {
  /// Forms first; sides and roles are learnt from the people whom the model of forms finds.
  init?(_ journals: [AnnotatedPeople], _ settings: Settings = Settings()) {
    self.init()
    fit(.person, journals.flatMap(\.forms), settings)
    fit(.ownRole, journals.flatMap(\.roleForms), settings)
    guard let model = model else { return nil }
    let people = journals.flatMap { $0.people(read: model) }
    fit(PeopleModel.Column.sides, people.compactMap(\.side), settings)
    // Roles are told by little, and are read better with stronger decay.
    var cautious = settings
    cautious.decay *= 3
    fit(PeopleModel.Column.roles, people.compactMap(\.role), cautious)
  }
}
