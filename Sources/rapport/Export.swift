import ArgumentParser
import HealthReports
import JournalData
import NoteSyntax
import Workspace

/// `rapport export`: the journal as files of data.
struct Export: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Writes the journal as tables: one SQLite file, or a folder of CSV or JSON Lines.",
    discussion: """
      docs/data.md tells every table and column; meta has the version of their shape. The notes' texts are among them, so \
      that --from of report and others reads them again. What stands at the place is replaced only when it is an earlier \
      export.

      EXAMPLES
        rapport export notes --to journal.sqlite
        rapport export notes --to tables                   accounts.csv, deals.csv, …
        rapport export notes --to tables --format jsonl
        rapport report --from journal.sqlite               the report on the notes as they were
      """)

  /// What is written.
  enum Format: String, ExpressibleByArgument, CaseIterable { case sqlite, csv, jsonl }

  @OptionGroup var options: JournalOptions
  @OptionGroup var output: OutputOptions
  @Option(name: .customLong("to"), help: ArgumentHelp("Where to.", valueName: "path"), completion: .file()) var place:
    String
  @Option(help: "What is written. (default: sqlite when the path ends in .sqlite, .sqlite3 or .db, else csv)")
  var format: Format?
  @Flag(help: "Leave out the notes' texts; what is written then can be queried, and not be read again.")
  var withoutNotes = false
  @Option(help: ArgumentHelp("Tell gates at the end of so many weeks before as well.", valueName: "number"))
  var weeks = 0

  func validate() throws {
    if !(0...520).contains(weeks) {
      throw ValidationError(en: "--weeks takes a number from 0 to 520", zh: "--weeks 要写 0 到 520 的数")
    }
    if place.isEmpty { throw ValidationError(en: "--to takes a path", zh: "--to 后面要写路径") }
  }

  func run() throws {
    let reading = try options.read(output)
    let kept = try options.storing(reading)
    let data = JournalData(
      reading, options, weeks: weeks, language: output.lang, sources: { withoutNotes ? [] : kept().sources })
    switch format ?? ([".sqlite", ".sqlite3", ".db"].contains(where: place.hasSuffix) ? .sqlite : .csv) {
    case .sqlite: try write(data)
    case .csv: try write(data, ending: "csv", .csv)
    case .jsonl: try write(data, ending: "jsonl", .jsonl)
    }
    try reading.tellUnreadable(in: data.language)
  }

  private func write(_ data: JournalData) throws {
    let bytes: [UInt8]
    do { bytes = try JournalDatabase(of: data).bytes() } catch {
      throw Failure(
        en: "\(place): the journal is too large for one database", zh: "\(place)：笔记太多，一个数据库装不下")
    }
    let standing = try DataFile.contents(of: place)
    if let standing, !JournalDatabase.isExport(standing) {
      throw Failure(
        en: "\(place): is there already and is no export of Rapport; nothing was written, name another file",
        zh: "\(place)：已经有了，而且不是 Rapport 导出的；没有写入，请换一个文件名")
    }
    try AtomicFile.write(bytes, to: place, replacing: standing)
  }

  private func write(_ data: JournalData, ending: String, _ form: RowLines.Form) throws {
    let files = DataTable.all.map { table in
      // A spreadsheet needs some texts changed, and what is to be read again must not be.
      table.name == DataTable.sources.name
        ? (path: ExportedJournal.sourcesName, text: text(of: table, in: data, .jsonl))
        : (path: "\(table.name).\(ending)", text: text(of: table, in: data, form))
    }
    try WrittenFolder(place).write(files)
  }

  private func text(of table: DataTable, in data: JournalData, _ form: RowLines.Form) -> String {
    let lines = RowLines(form, keys: table.columns.map(\.name))
    var text = lines.head
    table.forEachRow(of: data) { text += lines.line($0.map(ReportTable.Value.init)) }
    return text
  }
}
