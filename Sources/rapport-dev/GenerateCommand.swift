import ArgumentParser
import DealHealth
import FactReading
import FoundationEssentials
import HealthReports
import JournalData
import LanguageServer
import Workspace

/// Writes the documents that are made from code, or says that they are out of date.
struct GenerateCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "generate",
    abstract: "Writes the generated documents.",
    discussion: "Run it in the top folder of the repository.")

  @Flag(help: "Write nothing; fail when a document is not as it would be written.")
  var check = false

  /// A document and how to make it.
  private struct Document {
    let path: String
    let text: String
  }

  func run() throws {
    let documents = try Self.documents()
    let names = (try? FileManager.default.contentsOfDirectory(atPath: Self.folder)) ?? []
    let surplus = names.map { "\(Self.folder)/\($0)" }.filter { path in !documents.contains { $0.path == path } }
      .sorted()
    let stale = documents.filter { document in
      let now = try? Data(contentsOf: URL(filePath: document.path))
      return now.map { String(decoding: $0, as: UTF8.self) } != document.text
    }
    if check {
      for document in stale {
        try StandardStream.error.write("\(document.path) is out of date; run: swift run rapport-dev generate\n")
      }
      for path in surplus {
        try StandardStream.error.write("\(path) belongs to no rule; run: swift run rapport-dev generate\n")
      }
      if !stale.isEmpty || !surplus.isEmpty { throw ExitCode(1) }
    } else {
      try FileManager.default.createDirectory(atPath: Self.folder, withIntermediateDirectories: true)
      for path in surplus {
        try FileManager.default.removeItem(atPath: path)
        try StandardStream.error.write("removed \(path)\n")
      }
      for document in stale {
        try Data(document.text.utf8).write(to: URL(filePath: document.path))
        try StandardStream.error.write("wrote \(document.path)\n")
      }
    }
  }

  private static func documents() throws -> [Document] {
    [
      Document(path: "docs/data.md", text: tables),
      Document(path: "docs/api.txt", text: try PublicDeclarations.text()),
      Document(path: "docs/rapport.schema.json", text: ConfigurationSchema.json()), settings(), editors(),
      page("docs/templates.md", with: TemplateReference.markdown()),
      Document(path: "docs/commands.md", text: try CommandReference.text()),
    ]
      + Language.allCases.flatMap { language in
        [index(language)]
          + Rule.all.map { rule in
            Document(
              path: "\(folder)/\(rule.pageName(in: language))",
              text: Explanation(of: rule, language: language).markdown(level: 1))
          }
      }
  }

  /// The page about settings.
  private static func settings() -> Document {
    page("docs/configuration.md", with: "## All keys\n\n" + ConfigurationPage.markdown())
  }

  /// The page about editors.
  private static func editors() -> Document { page("docs/editors.md", with: EditorSetup.markdown()) }

  /// A page of which what stands above the mark is written by hand and stays.
  private static func page(_ path: String, with made: String) -> Document {
    let now = (try? Data(contentsOf: URL(filePath: path))).map { String(decoding: $0, as: UTF8.self) } ?? ""
    let mark = "<!-- From here on made by rapport-dev generate; not to be edited. -->\n"
    let written = now.firstRange(of: mark).map { String(now[..<$0.lowerBound]) } ?? now
    return Document(path: path, text: written + mark + "\n" + made)
  }

  /// The folder of the rules' pages; nothing else lies there.
  private static let folder = "docs/rules"

  private static let tables = """
    # The journal as tables

    Made from the tables themselves by `rapport-dev generate`; not to be edited. `rapport query` reads them with SQL,
    `rapport export` writes them: as one SQLite file, or as a folder of CSV or JSON Lines with a file for each table.

    Version \(JournalData.version), which `meta` and SQLite's `user_version` tell: it grows when a table or column is renamed,
    removed or comes to mean something else; new ones may come at any time. Days are `YYYY-MM-DD`, texts UTF-8. Numbers of
    entries and facts hold within one export; names of deals and people and `findings.id` stay as long as the notes call
    them so. Everything is told as of the end of the day `as_of`; facts, entries and names of later days are there as well.
    In CSV, a text that a spreadsheet would take for a formula has an apostrophe before it.

    \(SchemaDocument.markdown())
    """

  private static func index(_ language: Language) -> Document {
    let title = language == .zh ? "# Rapport 会指出什么" : "# What Rapport finds"
    let intro =
      language == .zh
      ? "由 `rapport-dev generate` 从规则本身生成，请勿手改。终端里看同样的内容：`rapport rules`，`rapport explain 编号`。"
      : "Made from the rules themselves by `rapport-dev generate`; not to be edited. The same in the terminal: `rapport rules`, `rapport explain CODE`."
    return Document(
      path: "\(folder)/README\(language == .zh ? ".zh" : "").md",
      text: [title, intro, RuleList(language: language).markdown()].joined(separator: "\n\n"))
  }
}
