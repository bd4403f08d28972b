import ArgumentParser

/// `rapport-dev train-deals`: learns from annotated journals which names are customers', and how far deals have come.
struct TrainDealsCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "train-deals",
    abstract: "Trains the reading of customers and stages from annotated journals.",
    discussion: """
      Each journal is read with the models of MODELS that never saw it: run `cross-validate MODELS CORPORA` with the same
      journals and parts before.
      """)

  @Argument(help: "The folder given to cross-validate.")
  var models: String

  @Argument(help: "Folders of journals, as given to cross-validate.")
  var corpora: [String]

  @Option(help: "As given to cross-validate.")
  var parts = 5

  @Option(help: "Weight of the squared weights of stages beside the loss.")
  var stageDecay = 6.0

  @Option(help: "Folder to write the models to: Sources/CReadingData/models.")
  var out: String

  func run() throws {
    let journals = try AnnotatedJournal.read(corpora)
    let folders = (0..<parts).map { ModelFolder(path: "\(models)/\($0)") }
    let read = folders.map(\.models)
    if let part = read.firstIndex(where: { $0.facts == nil || $0.accounts == nil }) {
      throw ValidationError("\(models)/\(part) lacks models: run cross-validate first")
    }
    var training = DealTraining(journals) { read[$0 % parts] }
    training.stageDecay = stageDecay
    let all = Array(journals.indices)
    let file = ModelFolder(path: out)
    try file.write(training.accounts(all).bytes, as: "accounts")
    // Deals as they will be found elsewhere, not as the model finds those that it learnt from.
    let found = read.compactMap(\.accounts)
    try file.write(training.stages(all) { found[$0 % parts] }.bytes, as: "stages")
  }
}
