import ArgumentParser
import HealthReports
import Workspace

/// `rapport report`: how each deal stands.
struct Report: ParsableCommand {
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
      """)

  @OptionGroup var options: JournalOptions
  @OptionGroup var output: OutputOptions
  @OptionGroup var telling: ReportOptions
  @OptionGroup var layout: LayoutOptions
  @Option(
    help: ArgumentHelp(
      "Write a site of pages into this folder: the pipeline, each deal, person and week. Foreign files in it stay.",
      valueName: "folder"))
  var site: String?
  @OptionGroup var paging: PagingOptions

  func run() throws {
    let told = try telling.report(on: try options.read(output), asOf: options.day, output.lang)
    guard let site else { return try paging.show(layout.text(of: told.report, output.style)) }
    let pages = told.pages(links: layout.links)
    let changed = try WrittenFolder(site).write(pages.map { ($0.path, $0.text) })
    try StandardStream.error.write("rapport: \(site): \(pages.count) pages, \(changed) changed\n")
  }
}
