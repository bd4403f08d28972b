import ArgumentParser
import FactReading
import FindingFormats
import HealthReports
import NoteSyntax
import Workspace

/// `rapport next`: what is to be done.
struct Next: NotesQuestion {
  static let configuration = CommandConfiguration(
    abstract: "Lists open steps and promises by day, ours and theirs, late ones first.",
    discussion: """
      Steps without a day come last. JSON, CSV and TSV have the same rows with more columns: docs/json.md. --ics writes \
      those that have a day as whole-day events; read in again, the calendar brings them up to date.

      EXAMPLES
        rapport next notes
        rapport next notes --ours --until 2026-11-27
        rapport next notes --late --rep kevin
        rapport next notes --ics > steps.ics
      """)

  @OptionGroup var options: JournalOptions
  @OptionGroup var store: StoreOptions
  @OptionGroup var output: OutputOptions
  @OptionGroup var filter: DealFilterOptions
  @Flag(help: "Only what we are to do.") var ours = false
  @Flag(help: "Only what they are to do.") var theirs = false
  @Flag(help: "Only what is late or was missed.") var late = false
  @Option(help: ArgumentHelp("Only what is due by this day.", valueName: "YYYY-MM-DD")) var until: Day?
  @Option(help: "How the list is written.") var format = ReportTable.Format.table
  @Flag(help: "Write a calendar (iCalendar, RFC 5545).") var ics = false
  @OptionGroup var paging: PagingOptions

  var asked: JournalOptions? { store.place == nil ? options : nil }

  func show(_ output: String) throws { try paging.show(output) }

  func validate() throws {
    if ours, theirs {
      throw ValidationError(
        en: "--ours and --theirs leave nothing; without them both are listed",
        zh: "--ours 和 --theirs 一起用就什么都不剩了；都不写才是两边都列")
    }
    if ics, format != .table {
      throw ValidationError(en: "--ics is a format of its own; leave --format out", zh: "--ics 自成一种格式，不用再写 --format")
    }
  }

  func answer() throws -> Answer {
    let reading = try store.read(options, output)
    let assessment = reading.assessment(asOf: options.day)
    var wanted = StepList.Filter()
    wanted.deals = try filter.deals(in: assessment.journal)
    wanted.owner = ours ? .ours : theirs ? .customer : nil
    wanted.isLate = late
    wanted.until = until
    let list = StepList(assessment, filter: wanted, language: output.lang)
    let text =
      ics
      ? list.calendar(product: "Rapport//\(Tool.name) \(Tool.version)")
      : list.table.text(format, style: output.tableStyle)
    return Answer(text, messages: reading.wordsOfUnreadable(in: output.lang ?? assessment.journal.language))
  }
}
