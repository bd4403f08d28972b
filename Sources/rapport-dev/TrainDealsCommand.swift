import ArgumentParser

/// `rapport-dev train-deals`: learns from annotated journals which names are customers', and how far deals have come.
struct TrainDealsCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "train-deals",
    abstract: "Trains the reading of customers and stages from annotated journals.",
    discussion: CrossValidated.discussion)

  @OptionGroup var source: CrossValidated

  @Option(help: "Weight of the squared weights of stages beside the loss.")
  var stageDecay = 6.0

  @Option(help: "Folder to write the models to: Sources/CReadingData/models.")
  var out: String

  func run() throws {
    let journals = try source.journals()
    let models = try source.reader()
    var training = DealTraining(journals, models: models)
    training.stageDecay = stageDecay
    let all = Array(journals.indices)
    let file = ModelFolder(path: out)
    try file.write(training.accounts(all).bytes, as: "accounts")
    // Deals as they will be found elsewhere, not as the model finds those that it learnt from.
    try file.write(training.stages(all) { models($0).accounts }.bytes, as: "stages")
  }
}
