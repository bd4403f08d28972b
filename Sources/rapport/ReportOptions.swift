import ArgumentParser
import DealHealth
import FactReading
import HealthReports
import NoteSyntax
import Workspace

/// What a report tells of: which deals, in which order, and under which names.
struct ReportOptions: ParsableArguments {
  /// In which order deals come.
  enum Order: String, ExpressibleByArgument, CaseIterable { case urgency, name, stage, lastEntry = "last-entry", gate }

  @OptionGroup var filter: DealFilterOptions
  @Option(
    help: ArgumentHelp("Only deals in these stages, with commas between.", valueName: "stages"),
    completion: .list(Stage.allCases.map(\.rawValue)))
  var stage: [Deals.StageNames] = []
  @Flag(help: "Only deals that are slipping away.") var atRisk = false
  @Option(help: "Order of deals: what is most urgent, the name, the stage, the oldest entry or the lowest gate first.")
  var sort = Order.urgency
  @OptionGroup var privacy: PrivacyOptions

  /// What of `told` its readers are shown.
  func printed(_ told: ToldReport) -> any PrintedReport {
    privacy.audience == .team ? told.report : CustomerReport(told.report)
  }

  /// How the deals of `reading` stand at the end of `day`, in `language` or that of the notes.
  func report(on reading: JournalReading, asOf day: Day, _ language: Language?) throws -> ToldReport {
    let assessment = reading.assessment(asOf: day)
    let disclosure = privacy.disclosure(in: language ?? assessment.journal.language)
    var wanted = HealthReport.Selection()
    wanted.deals = disclosure.shown(try filter.deals(in: assessment.journal))
    wanted.stages = Set(stage.flatMap(\.stages))
    wanted.isAtRisk = atRisk
    wanted.order = HealthReport.Selection.Order(rawValue: sort.rawValue) ?? .urgency
    let told = ToldReport(
      reading: reading, day: day, disclosure: disclosure, assessment: assessment, selection: wanted)
    try privacy.requireOneCustomer(among: told.report.accounts)
    return told
  }
}
