import ArgumentParser
import FactReading
import FoundationEssentials
import HealthReports
import NoteSyntax
import Workspace

/// `rapport-dev cross-validate`: reads every annotated journal with models that never saw it, and scores the readings.
struct CrossValidateCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "cross-validate",
    abstract: "Reads each annotated journal with models that were trained without it.",
    discussion: """
      The models of each part are kept in MODELS/0, MODELS/1, …; those that are there are not trained again. The readings
      are kept in MODELS/readings, and Tests/Corpus/score.py tells their figures:

        python3 Tests/Corpus/score.py run CORPUS -- rapport-dev reading MODELS
      """)

  @Argument(help: "Folder for the models and readings.")
  var models: String

  @Argument(help: "Folders of journals, each with `notes/` and `gold.json`.")
  var corpora: [String]

  @Option(parsing: .upToNextOption, help: "More such folders, from whose facts every part learns.")
  var statements: [String] = []

  @Option(help: "Into how many parts to divide the journals; each is read by models that were trained without it.")
  var parts = 5

  func run() throws {
    let journals = try AnnotatedJournal.read(corpora)
    let folders = (0..<parts).map { ModelFolder(path: "\(models)/\($0)") }
    let others = folders.indices.map { part in journals.indices.filter { $0 % parts != part } }
    let statements = try AnnotatedJournal.read(statements)
    for (folder, known) in zip(folders, others) {
      try ModelTraining(known.map { journals[$0] }, statements: statements).write(to: folder)
    }
    try trainDeals(journals, others, folders)
    let trained = folders.map(\.models)
    let readings = models + "/readings"
    try FileManager.default.createDirectory(atPath: readings, withIntermediateDirectories: true)
    for (index, journal) in journals.enumerated() {
      let reading = JournalReading(
        of: journal.inputs, settings: Configuration(), models: trained[index % parts])
      guard let asOf = Day(iso: journal.gold.asOf) else { throw ValidationError("\(journal.name): no day as_of") }
      let json = ReadingDocument(reading.assessment(asOf: asOf), relative: { $0 }).json()
      try Data(json.utf8).write(to: URL(filePath: "\(readings)/\(journal.name).json"))
    }
  }
}

extension CrossValidateCommand {
  /// The models of customers and stages of each part learn from the other parts, each read by its own part's models.
  private func trainDeals(_ journals: [AnnotatedJournal], _ others: [[Int]], _ folders: [ModelFolder]) throws {
    guard folders.contains(where: { !$0.holds("accounts") || !$0.holds("stages") }) else { return }
    let read = folders.map(\.models)
    let training = DealTraining(journals) { read[$0 % parts] }
    let accounts = others.map(training.accounts)
    for part in folders.indices {
      try folders[part].write(accounts[part].bytes, as: "accounts")
      try folders[part].write(
        training.stages(others[part]) { accounts[$0 % parts] }.bytes, as: "stages")
    }
  }
}

/// `rapport-dev reading`: the reading that `cross-validate` kept of a journal, for the scorer.
struct ReadingCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "reading", abstract: "Prints the reading that cross-validate kept of a journal.", shouldDisplay: false)

  @Argument(help: "The folder given to cross-validate.")
  var models: String

  @Argument(help: "The `notes` folder of a journal.")
  var notes: String

  @Option(help: "As the scorer gives it; the reading has its own.")
  var asOf: String?

  func run() throws {
    let journal = URL(filePath: notes).deletingLastPathComponent().lastPathComponent
    guard let text = FileManager.default.contents(atPath: "\(models)/readings/\(journal).json") else {
      throw ValidationError("\(models)/readings has no \(journal).json: run cross-validate first")
    }
    try StandardStream.output.write(String(decoding: text, as: UTF8.self))
  }
}
