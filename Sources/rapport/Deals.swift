import ArgumentParser
import FactReading
import HealthReports
import Workspace

/// `rapport deals`: every deal on a line.
struct Deals: NotesQuestion {
  static let configuration = CommandConfiguration(
    abstract: "Lists the deals: where each stands, which gate governs, what is late, what to do next.",
    discussion: """
      Those that need attention come first. JSON, CSV and TSV have the same rows with more columns: docs/json.md.

      EXAMPLES
        rapport deals notes
        rapport deals notes --stage value,exchange --at-risk
        rapport deals notes --rep hannah --late
        rapport deals notes --format csv > deals.csv
      """)

  @OptionGroup var options: JournalOptions
  @OptionGroup var store: StoreOptions
  @OptionGroup var output: OutputOptions
  @OptionGroup var filter: DealFilterOptions
  @Option(
    help: ArgumentHelp(
      "Only deals in these stages, with commas between: \(Stage.allCases.map(\.rawValue).joined(separator: ", ")).",
      valueName: "stages"),
    completion: .list(Stage.allCases.map(\.rawValue)))
  var stage: [StageNames] = []
  @Flag(help: "Only deals with a promise that is late, ours or theirs.") var late = false
  @Flag(help: "Only deals that are slipping away: trust falls, silence, a broken promise, a supporter who leaves.")
  var atRisk = false
  @Option(help: "How the list is written.") var format = ReportTable.Format.table
  @OptionGroup var paging: PagingOptions

  var asked: JournalOptions? { store.place == nil ? options : nil }

  func show(_ output: String) throws { try paging.show(output) }

  func answer() throws -> Answer {
    let reading = try store.read(options, output)
    let assessment = reading.assessment(asOf: options.day)
    var wanted = DealList.Filter()
    wanted.deals = try filter.deals(in: assessment.journal)
    wanted.stages = Set(stage.flatMap(\.stages))
    wanted.isLate = late
    wanted.isAtRisk = atRisk
    let list = DealList(assessment, filter: wanted, language: output.lang)
    return Answer(
      list.table.text(format, style: output.tableStyle),
      messages: reading.wordsOfUnreadable(in: output.lang ?? assessment.journal.language))
  }

  /// Stages as one argument names them.
  struct StageNames: ExpressibleByArgument {
    let stages: [Stage]

    init?(argument: String) {
      let stages = argument.split(separator: ",").map { Stage(rawValue: $0.lowercased()) }
      guard !stages.isEmpty, stages.allSatisfy({ $0 != nil }) else { return nil }
      self.stages = stages.compactMap(\.self)
    }
  }
}

extension ReportTable.Format: ExpressibleByArgument {}
