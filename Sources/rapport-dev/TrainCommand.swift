import ArgumentParser
import FactReading
import FoundationEssentials

/// `rapport-dev train`: learns to read facts from annotated journals.
struct TrainCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "train", abstract: "Trains the reading of facts from annotated journals.")

  @Argument(help: "Folders of journals, each with `notes/` and `gold.json`.")
  var corpora: [String]

  @Option(help: "Where to write the model.")
  var out: String?

  @Flag(help: "Print what models reach that were trained without a sixth of the journals, on that sixth.")
  var crossValidate = false

  @Option(help: "Features to do without, to see what they are worth.")
  var without: [String] = []

  @Flag(help: "Take the names of people from the annotation.")
  var annotatedNames = false

  @Option var epochs = 12
  @Option var rate: Float = 0.25
  @Option var decay: Float = 2e-4
  @Option var least = 3
  @Option var limit = 30_000
  @Option var folds = 6
  @Option var test: String?

  func run() throws {
    let leftOut = Set(FeatureGroup.allCases.filter { without.contains("\($0)") })
    func read(_ corpora: [String]) throws -> [TrainingLine] {
      try AnnotatedJournal.read(corpora).enumerated().flatMap { position, journal in
        TrainingLine.lines(of: journal, at: position, annotatedNames: annotatedNames, leavingOut: leftOut)
      }
    }
    let lines = try read(corpora)
    var settings = FactTrainer.Settings()
    settings.epochs = epochs
    settings.rate = rate
    settings.decay = decay
    settings.leastLines = least
    settings.limit = limit
    var calibration = Calibration()
    if crossValidate || out != nil || test != nil {
      var proposals: [FactFigures.Proposal] = []
      for fold in 0..<folds {
        let trainer = FactTrainer(lines.filter { $0.journal % folds != fold }, settings: settings)
        guard let model = FactModelFile(trainer, calibration).model() else { continue }
        proposals += lines.filter { $0.journal % folds == fold }.map { model.propose($0) }
      }
      calibration = Calibration(fitting: proposals)
      print("cross-validated over \(folds) parts, threshold \(calibration.threshold)")
      report(calibration.applied(to: proposals), calibration.threshold)
    }
    guard out != nil || test != nil else { return }
    let trainer = FactTrainer(lines, settings: settings)
    let file = FactModelFile(trainer, calibration)
    if let out { try Data(file.bytes).write(to: URL(filePath: out)) }
    if let test, let model = file.model() {
      print("on \(test)")
      report(try read([test]).map { model.propose($0) }, calibration.threshold)
    }
  }

  private func report(_ proposals: [FactFigures.Proposal], _ threshold: Float) {
    let figures = FactFigures(proposals, threshold: threshold)
    func row(_ name: String, _ kinds: [Int]) {
      let (precision, recall, f1) = figures.figures(kinds)
      let marked = kinds.reduce(0) { $0 + figures.marked[$1] }
      let pad = String(repeating: " ", count: max(1, 24 - name.utf8.count))
      func short(_ value: Double) -> String { "0." + String(1000 + Int((value * 1000).rounded())).dropFirst() }
      print(name + pad + "P \(short(precision))  R \(short(recall))  F1 \(short(f1))  (\(marked))")
    }
    let all = Array(FactKind.allCases.indices)
    row("all", all)
    row("all but contact", Array(all.dropFirst()))
    for kind in all { row(FactKind.allCases[kind].rawValue, [kind]) }
  }
}
