import ArgumentParser

/// `rapport-dev train-gaps`: learns from annotated journals which findings to believe.
struct TrainGapsCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "train-gaps",
    abstract: "Trains what deals are likely to lack from annotated journals.",
    discussion: """
      Each journal is read with the models of MODELS that never saw it: run `cross-validate MODELS CORPORA` with the same
      journals and parts before.
      """)

  @Argument(help: "The folder given to cross-validate.")
  var models: String

  @Argument(help: "Folders of journals, as given to cross-validate.")
  var corpora: [String]

  @Option(help: "Those of the folders that nothing is learnt from.")
  var without: [String] = []

  @Option(help: "As given to cross-validate.")
  var parts = 5

  @Option(help: "Weight of the squared weights beside the loss.")
  var decay = 3.0

  @Option(help: "How likely a finding has to be.")
  var threshold = 0.17

  @Option(help: "Folder to write the model to: Sources/CReadingData/models.")
  var out: String

  func run() throws {
    let journals = try AnnotatedJournal.read(corpora)
    let read = (0..<parts).map { ModelFolder(path: "\(models)/\($0)").models }
    if let part = read.firstIndex(where: { $0.facts == nil || $0.accounts == nil }) {
      throw ValidationError("\(models)/\(part) lacks models: run cross-validate first")
    }
    let others = Set(try AnnotatedJournal.read(without).map(\.name))
    var training = GapTraining(journals, without: others) { read[$0 % parts] }
    training.decay = decay
    training.threshold = threshold
    try ModelFolder(path: out).write(training.model.bytes, as: "gaps")
  }
}
