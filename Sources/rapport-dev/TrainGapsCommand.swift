import ArgumentParser

/// `rapport-dev train-gaps`: learns from annotated journals which findings to believe.
struct TrainGapsCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "train-gaps",
    abstract: "Trains what deals are likely to lack from annotated journals.",
    discussion: CrossValidated.discussion)

  @OptionGroup var source: CrossValidated

  @Option(help: "Those of the folders that nothing is learnt from.")
  var without: [String] = []

  @Option(help: "Weight of the squared weights beside the loss.")
  var decay = 3.0

  @Option(help: "How likely a finding has to be.")
  var threshold = 0.17

  @Option(help: "Folder to write the model to: Sources/CReadingData/models.")
  var out: String

  func run() throws {
    let others = Set(try AnnotatedJournal.read(without).map(\.name))
    var training = GapTraining(try source.journals(), without: others, models: try source.reader())
    training.decay = decay
    training.threshold = threshold
    try ModelFolder(path: out).write(training.model.bytes, as: "gaps")
  }
}
