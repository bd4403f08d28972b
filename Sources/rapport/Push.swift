import ArgumentParser
import FactReading
import HealthReports
import JournalData
import Workspace

/// `rapport push`: a rep's journal for the team.
struct Push: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Puts the notes into the team's PostgreSQL database, where report --from reads all of them.",
    discussion: """
      Only what changed is written, all of it or nothing; beside the texts, the tables of docs/data.md as of today, for psql and \
      other programs that ask the server in SQL. The journal is yours: the server lets nobody else change it. \
      Passwords come from ~/.pgpass or PGPASSWORD and never from the URL; TLS is verified unless ?sslmode=… says \
      otherwise. docs/team-store.md tells how a team sets it up.

      EXAMPLES
        rapport push notes --to postgresql://dana@db.example.com/sales
        rapport push notes --to postgresql:///sales --journal dana      a server on this machine, by its socket
        rapport report --from postgresql://lead@db.example.com/sales --rep dana
      """)

  @OptionGroup var options: JournalOptions
  @OptionGroup var output: OutputOptions
  @Option(name: .customLong("to"), help: ArgumentHelp("The database.", valueName: "url")) var place: String
  @Option(
    help: ArgumentHelp(
      "What the journal is called there, and the rep in reports. (default: the database's user)", valueName: "name"))
  var journal: String?

  func validate() throws {
    if TeamStore(at: place) == nil {
      throw ValidationError(
        en: "--to takes a URL that begins with postgresql://; rapport export writes files",
        zh: "--to 要写 postgresql:// 开头的网址；要写成文件请用 rapport export")
    }
    if let journal,
      journal.isEmpty || journal.hasPrefix(".") || journal.utf8.contains(where: { $0 < 0x20 || $0 == 0x2F })
    {
      throw ValidationError(
        en: "--journal takes a name without / that does not begin with a dot", zh: "--journal 要写一个名字，不能有 /，不能以点开头")
    }
  }

  func run() throws {
    guard let store = TeamStore(at: place) else { return }
    let reading = try options.read(output)
    let stored = try options.stored(reading).handedOn(naming: options.relative)
    let data = JournalData(reading, options, weeks: 0, language: output.lang, sources: { [] })
    let push = try store.push(stored, as: journal, tables: Self.tables(of: data))
    let language = output.languageWithoutNotes
    try StandardStream.error.write(
      language == .zh
        ? "rapport：\(push.journal)：共 \(push.texts) 份，写入 \(push.written) 份，去掉 \(push.removed) 份\n"
        : "rapport: \(push.journal): \(push.texts.of("text")), \(push.written) written, \(push.removed) removed\n")
    try reading.tellUnreadable(in: language)
  }

  /// What the store shows as views: every table but the texts, which have one of their own.
  private static func tables(of data: JournalData) -> [(name: String, rows: [String])] {
    DataTable.all.filter { $0.name != DataTable.sources.name }.map { table in
      let lines = RowLines(.jsonl, keys: table.columns.map(\.name))
      var rows: [String] = []
      table.forEachRow(of: data) { row in
        rows.append(String(lines.line(row.map { ReportTable.Value($0.withoutNUL) }).dropLast()))
      }
      return (table.name, rows)
    }
  }
}

extension DataValue {
  /// PostgreSQL has no text with a NUL in it.
  fileprivate var withoutNUL: DataValue {
    guard case .text(let text) = self, text.utf8.contains(0) else { return self }
    return .text(text.replacing("\0", with: "\u{2400}"))
  }
}
