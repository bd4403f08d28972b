import ArgumentParser
import FactReading
import FoundationEssentials

/// `rapport-dev train`: learns to read facts from annotated journals.
struct TrainCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "train", abstract: "Trains the reading of facts from annotated journals.")

  @Argument(help: "Folders of journals, each with `notes/` and `gold.json`.")
  var corpora: [String]

  @Option(help: "More such folders, to learn from and never to take figures on.")
  var also: [String] = []

  @Option(help: "Folder to write the models to: Sources/CReadingData/models.")
  var out: String?

  @Option(help: "A corpus to take figures on with the models for all of CORPORA.")
  var test: String?

  @Option(help: "Into how many parts to divide the journals; each is read by models that were trained without it.")
  var parts = 4

  @Option(help: "Features to do without, to see what they are worth: \(FeatureGroup.allCases).")
  var without: [FeatureGroup] = []

  @Flag(help: "Take the names of people from the annotation.")
  var annotatedNames = false

  /// A model that the command trains.
  enum Model: String, CaseIterable, ExpressibleByArgument { case facts, contact, binding }

  @Option(help: "Models to train; all when none is named.")
  var only: [Model] = []

  @Option(help: "Passes over the corpus.")
  var epochs = FactTrainer.Settings().epochs

  @Option(help: "Length of a step.")
  var rate = FactTrainer.Settings().rate

  @Option(help: "How much a line that says things outright counts beside one of a journal.")
  var outrightWeight = FactTrainer.Settings().outrightWeight

  func run() throws {
    for model in only.isEmpty ? Model.allCases : only {
      switch model {
      case .facts: try facts()
      case .contact: try contacts()
      case .binding: try bindings()
      }
    }
  }

  private func facts() throws {
    var settings = FactTrainer.Settings()
    settings.epochs = epochs
    settings.rate = rate
    settings.outrightWeight = outrightWeight
    let judged = try lines(corpora)
    let others = try lines(also).map { line in
      var line = line
      line.journal += 1_000_000
      return line
    }
    var proposals: [FactFigures.Proposal] = []
    for part in 0..<parts {
      let trainer = FactTrainer(others + judged.filter { $0.journal % parts != part }, settings: settings)
      guard let model = FactModelFile(trainer, Calibration()).model() else { continue }
      proposals += judged.filter { $0.journal % parts == part }.map { model.propose($0) }
    }
    let calibration = Calibration(fitting: proposals)
    print("each of \(parts) parts read without it; threshold \(calibration.threshold)")
    report(calibration.applied(to: proposals), calibration.threshold)
    guard out != nil || test != nil else { return }
    let file = FactModelFile(FactTrainer(judged + others, settings: settings), calibration)
    if let out { try Data(file.bytes).write(to: URL(filePath: out + "/facts.bin")) }
    if let test, let model = file.model() {
      print("on \(test)")
      report(try lines([test]).map { model.propose($0) }, calibration.threshold)
    }
  }

  private func lines(_ corpora: [String]) throws -> [TrainingLine] {
    try AnnotatedJournal.read(corpora).enumerated().flatMap { position, journal in
      TrainingLine.lines(of: journal, at: position, annotatedNames: annotatedNames, leavingOut: Set(without))
    }
  }

  /// Those of which more than facts is annotated.
  private func wholeJournals(_ corpora: [String]) throws -> [AnnotatedJournal] {
    try AnnotatedJournal.read(corpora).filter { !$0.isOutright }
  }

  /// The same for contacts.
  private func contacts() throws {
    func read(_ corpora: [String]) throws -> (examples: [ContactExample], marked: Int) {
      let journals = try wholeJournals(corpora).enumerated().map { ContactExample.examples(of: $1, at: $0) }
      return (journals.flatMap(\.examples), journals.reduce(0) { $0 + $1.marked })
    }
    let judged = try read(corpora)
    let others = try read(also).examples
    var found: [(probability: Float, isContact: Bool)] = []
    for part in 0..<parts {
      let trainer = ContactTrainer(others + judged.examples.filter { $0.journal % parts != part })
      guard let model = ContactModel(trainer.file(threshold: 0.5).bytes.pinned()) else { continue }
      found += judged.examples.filter { $0.journal % parts == part }.map { (model.probability(of: $0), $0.isContact) }
    }
    func figures(_ threshold: Float) -> (precision: Double, recall: Double, f1: Double) {
      let proposed = found.filter { $0.probability >= threshold }
      let right = Double(proposed.filter(\.isContact).count)
      let precision = right / Double(max(proposed.count, 1))
      let recall = right / Double(max(judged.marked, 1))
      return (precision, recall, precision + recall == 0 ? 0 : 2 * precision * recall / (precision + recall))
    }
    let threshold = stride(from: Float(0.15), through: 0.6, by: 0.05).max { figures($0).f1 < figures($1).f1 } ?? 0.3
    print("contact, person by person; threshold \(threshold)")
    row("contact", figures(threshold), judged.marked)
    if let out {
      let file = ContactTrainer(judged.examples + others).file(threshold: threshold)
      try Data(file.bytes).write(to: URL(filePath: out + "/contact.bin"))
    }
  }

  /// The same for the person whom a fact concerns.
  private func bindings() throws {
    func read(_ corpora: [String]) throws -> [BindingExample] {
      try wholeJournals(corpora).enumerated().flatMap { BindingExample.examples(of: $1, at: $0) }
    }
    let judged = try read(corpora)
    let others = try read(also)
    var right = 0
    for part in 0..<parts {
      let trainer = BindingTrainer(others + judged.filter { $0.journal % parts != part })
      guard let model = BindingModel(trainer.file.bytes.pinned()) else { continue }
      right +=
        judged.filter { $0.journal % parts == part && $0.answer != nil && model.best(of: $0.choices) == $0.answer }
        .count
    }
    let reachable = judged.filter { $0.answer != nil }.count
    print("person of a marked fact: \(right) right of \(judged.count), \(reachable) of them among the choices")
    if let out {
      try Data(BindingTrainer(judged + others).file.bytes).write(to: URL(filePath: out + "/binding.bin"))
    }
  }

  private func report(_ proposals: [FactFigures.Proposal], _ threshold: Float) {
    let figures = FactFigures(proposals, threshold: threshold)
    let others = Array(FactKind.allCases.indices.dropFirst())
    row("all but contact", figures.figures(others), others.reduce(0) { $0 + figures.marked[$1] })
    for kind in others { row(FactKind.allCases[kind].rawValue, figures.figures([kind]), figures.marked[kind]) }
  }

  private func row(_ name: String, _ figures: (precision: Double, recall: Double, f1: Double), _ marked: Int) {
    func short(_ value: Double) -> String { "0." + String(1000 + Int((value * 1000).rounded())).dropFirst() }
    let pad = String(repeating: " ", count: max(1, 24 - name.utf8.count))
    print(
      "\(name)\(pad)P \(short(figures.precision))  R \(short(figures.recall))  F1 \(short(figures.f1))  (\(marked))")
  }
}

extension FeatureGroup: ExpressibleByArgument {
  /// A group by its name.
  public init?(argument: String) {
    guard let group = Self.allCases.first(where: { "\($0)" == argument }) else { return nil }
    self = group
  }
}
