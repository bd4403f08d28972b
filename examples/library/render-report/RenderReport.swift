// Writes the report on a folder of notes as Markdown: swift run example-render-report NOTES [DAY]
import DealHealth
import FactReading
import HealthReports
import NoteSyntax
import Workspace

@main enum RenderReport {
  static func main() throws {
    let arguments = CommandLine.arguments
    let folder = arguments.count > 1 ? arguments[1] : "."
    let found = try Discovery(of: [folder])
    let reading = JournalReading(
      of: found.notes, unreadable: found.unreadable, settings: try Configuration(above: folder))
    let day = (arguments.count > 2 ? Day(iso: arguments[2]) : nil) ?? SystemClock.today()
    let report = HealthReport(reading.assessment(asOf: day, in: .en), language: .en)
    // A report is a value: what is asked of it is chosen before it is laid out.
    var wanted = HealthReport.Selection()
    wanted.isAtRisk = true
    print(report.selected(wanted).markdown(), terminator: "")
  }
}
