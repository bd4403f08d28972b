import ArgumentParser
import HealthReports
import Workspace

/// `rapport report`: how each deal stands.
struct Report: NotesQuestion {
  static let configuration = CommandConfiguration(
    abstract: "Shows how each deal stands: its gates, its people, what blocks and the next action.",
    discussion: """
      EXAMPLES
        rapport report notes
        rapport report notes --as-of 2026-10-31
        rapport report notes --format markdown > pipeline.md
        rapport report notes --format html --link-base vscode://file/home/me/ > pipeline.html
        rapport report notes --at-risk --sort gate
        rapport report notes --site ~/pipeline
        rapport report --from journal.sqlite
        rapport report --from postgresql://lead@db.example.com/sales --rep dana
        rapport report --print-template --format html > board.html.mustache
        rapport report notes --template board.html.mustache
        rapport report notes --account Acme --audience customer-facing --format html > acme.html
      """)

  @OptionGroup var options: JournalOptions
  @OptionGroup var store: StoreOptions
  @OptionGroup var output: OutputOptions
  @OptionGroup var telling: ReportOptions
  @OptionGroup var layout: LayoutOptions
  @Option(
    help: ArgumentHelp(
      "Write a site of pages into this folder: the pipeline, each deal, person and week. Foreign files in it stay.",
      valueName: "folder"))
  var site: String?
  @OptionGroup var template: TemplatePrinting
  @OptionGroup var paging: PagingOptions

  var asked: JournalOptions? {
    template.isAsked || site != nil || store.place != nil || layout.template != nil || telling.privacy.redact
      ? nil : options
  }

  func show(_ output: String) throws { try paging.show(output) }

  func validate() throws {
    if site != nil, telling.privacy.audience != .team {
      throw ValidationError(
        en: "--site tells the team of everything; for a customer, write one page with --format html",
        zh: "--site 是给团队看的，什么都写；给客户看的，用 --format html 写成一页")
    }
    if site != nil { try layout.validateForSite() }
  }

  func answer() throws -> Answer {
    if let text = try template.text(of: telling.privacy, HealthReport.self, layout) { return Answer(text) }
    let told = try telling.report(on: try store.read(options, output), asOf: options.day, output.lang)
    guard let site else { return Answer(try layout.text(of: telling.printed(told), output.style)) }
    let pages = told.pages(links: layout.links)
    let changed = try WrittenFolder(site).write(pages.map { ($0.path, $0.text) })
    return Answer(
      "",
      messages: told.report.language == .zh
        ? "rapport：\(site)：\(pages.count) 页，改了 \(changed) 页\n"
        : "rapport: \(site): \(pages.count) pages, \(changed) changed\n")
  }
}
