import ArgumentParser
import DealHealth
import FactReading
import HealthReports
import JournalData
import NoteSyntax
import SourceText
import Workspace

/// `rapport query`: SQL over the journal.
struct Query: NotesQuestion {
  static let configuration = CommandConfiguration(
    abstract: "Asks the journal in SQL.",
    discussion: """
      The statement can read the tables that --schema lists (docs/data.md) and nothing else. A name with @ before it is a \
      statement that comes with Rapport or stands in rapport.yml under queries; --list shows them.

      EXAMPLES
        rapport query --schema
        rapport query @silent-coaches notes
        rapport query "SELECT stage, count(*) FROM deals GROUP BY stage" notes
        rapport query "SELECT deal, quote FROM facts WHERE kind = 'competitor'" notes --format csv
        rapport query "SELECT day, share FROM gates WHERE deal = 'Acme' AND gate = 'trust'" notes --weeks 8
      """)

  @Argument(
    help: ArgumentHelp("One SELECT, or @ and the name of a saved one.", valueName: "sql"),
    completion: .list(SavedQuery.builtin.map { "@" + $0.name }))
  var statement: String?
  @OptionGroup var options: JournalOptions
  @OptionGroup var store: StoreOptions
  @OptionGroup var output: OutputOptions
  @Option(help: "How the result is written.") var format = ReportTable.Format.table
  @Option(help: ArgumentHelp("Tell gates at the end of so many weeks before as well.", valueName: "number"))
  var weeks = 0
  @Option(help: ArgumentHelp("Give up after so many seconds.", valueName: "seconds")) var timeout = 10.0
  @Flag(help: "Say what every table and column means, and stop.") var schema = false
  @Flag(help: "Name the statements that come with Rapport or stand in rapport.yml, and stop.") var list = false
  @OptionGroup var paging: PagingOptions

  var asked: JournalOptions? { schema || list || store.place != nil ? nil : options }

  func show(_ output: String) throws { try paging.show(output) }

  func validate() throws {
    if statement == nil, !schema, !list {
      throw ValidationError(en: "give a statement, --schema or --list", zh: "请写一条语句，或者用 --schema、--list")
    }
    if !(0...520).contains(weeks) {
      throw ValidationError(en: "--weeks takes a number from 0 to 520", zh: "--weeks 要写 0 到 520 的数")
    }
    if !(timeout > 0) {
      throw ValidationError(en: "--timeout takes a number of seconds greater than 0", zh: "--timeout 要写大于 0 的秒数")
    }
  }

  func answer() throws -> Answer {
    if schema { return Answer(SchemaDocument.sql()) }
    if list {
      // There is nothing to ask, so that what stands first is where notes are.
      let settings = try Configuration(above: statement ?? options.place)
      return Answer(Self.list(SavedQuery.all(with: settings), in: output.languageWithoutNotes))
    }
    let stored = try store.journal(besides: options)
    let reading = try stored?.reading(speaking: output.lang) ?? options.read(output)
    let sql = try Self.sql(of: statement ?? "", among: SavedQuery.all(with: reading.settings))
    let kept = try stored.map { journal in { journal } } ?? options.storing(reading)
    let data = JournalData(
      reading, options, weeks: weeks, language: output.lang, sources: { kept().sources })
    let result: QueryResult
    do {
      result = try JournalDatabase(of: data).query(sql, isOver: SystemClock.isOver(after: timeout))
    } catch {
      throw Failure(words(for: error).behind("query"))
    }
    let table = ReportTable(
      name: "rows", asOf: options.day, columns: result.columns,
      rows: result.rows.map { $0.map(ReportTable.Value.init) }, whenEmpty: data.language == .zh ? "没有结果" : "no rows")
    return Answer(
      table.text(format, style: output.tableStyle), messages: reading.wordsOfUnreadable(in: data.language))
  }

  /// The statement that an argument means.
  private static func sql(of argument: String, among queries: [SavedQuery]) throws -> String {
    guard argument.hasPrefix("@") else { return argument }
    let name = String(argument.dropFirst())
    if let saved = queries.first(where: { $0.name == name }) { return saved.sql }
    let meant = Spelling.closest(to: name, among: queries.map(\.name))
    throw Failure(
      en: InertText.terminal(
        "no saved query is called @\(name); \(meant.map { "did you mean @\($0)?" } ?? "rapport query --list names them")"
      ),
      zh: InertText.terminal(
        "没有叫 @\(name) 的现成查询；\(meant.map { "是不是想说 @\($0)？" } ?? "rapport query --list 列出全部")"))
  }

  private static func list(_ queries: [SavedQuery], in language: Language) -> String {
    let width = queries.map { DisplayWidth.columns(of: $0.name) }.max() ?? 0
    return queries.map { query in
      let gap = String(repeating: " ", count: width - DisplayWidth.columns(of: query.name) + 2)
      return "@\(query.name)\(gap)\(InertText.terminal(query.summary.in(language)))\n"
    }.joined()
  }

  private func words(for failure: QueryFailure) -> Text {
    switch failure {
    case .onlyReading:
      Text(
        en: "only reading is allowed: one SELECT over the tables that rapport query --schema lists",
        zh: "只能读：请写一条 SELECT，可用的表见 rapport query --schema")
    case .notOneStatement: Text(en: "give one statement", zh: "请只写一条语句")
    case .sql(let message, let suggestion):
      Text(
        en: message + (suggestion.map { "; did you mean \($0)?" } ?? ""),
        zh: message + (suggestion.map { "；是不是想说 \($0)？" } ?? ""))
    case .tooLong:
      Text(
        en: "took longer than \(timeout.formatted) seconds; narrow it, or give it more with --timeout",
        zh: "超过了 \(timeout.formatted) 秒；请缩小范围，或者用 --timeout 多给些时间")
    case .tooLarge: Text(en: "needs too much memory; select fewer rows or columns", zh: "太占内存；请少选几行或几列")
    }
  }
}

extension Double {
  /// Without a fraction where there is none.
  fileprivate var formatted: String { self == rounded() && magnitude < 1e9 ? String(Int(self)) : String(self) }
}

extension SavedQuery {
  /// The team's own, then those that come with Rapport and whose names the team's do not have.
  fileprivate static func all(with settings: Configuration) -> [SavedQuery] {
    let own = settings.queries.map { name, sql in
      SavedQuery(
        name: name, summary: summary(of: sql) ?? Text(en: "from rapport.yml", zh: "写在 rapport.yml 里"), sql: sql)
    }
    return own + builtin.filter { query in !own.contains { $0.name == query.name } }
  }

  /// What a comment in the first line says.
  private static func summary(of sql: String) -> Text? {
    guard let line = sql.split(whereSeparator: \.isNewline).first, line.hasPrefix("--") else { return nil }
    let words = String(line.drop { $0 == "-" || $0 == " " })
    return words.isEmpty ? nil : Text(en: words, zh: words)
  }
}
