import ArgumentParser
import HealthReports
import SourceText

/// How a report is written, and what the places that it names lead to.
struct LayoutOptions: ParsableArguments {
  @Option(
    help: ArgumentHelp(
      "How it is written: \(ReportFormat.allValueStrings.joined(separator: ", ")). html is one page that needs nothing beside it.",
      valueName: "format"), completion: .list(ReportFormat.allValueStrings))
  var format: ReportFormat?
  @Option(
    help: ArgumentHelp(
      "Where the notes are opened: https://forge/blob/main, vscode://file/home/me/, obsidian://open?vault=Notes, or a path.",
      valueName: "URL"))
  var linkBase: String?

  func validate() throws {
    guard let linkBase, EvidenceLinks(base: linkBase) == nil else { return }
    throw ValidationError("--link-base takes a path or one of \(EvidenceLinks.schemes.joined(separator: ", ")):")
  }

  /// Links as they were asked for.
  var links: EvidenceLinks { linkBase.flatMap { EvidenceLinks(base: $0) } ?? .none }

  /// `report` as it was asked for.
  func text(of report: some PrintedReport, _ style: TerminalStyle) -> String {
    report.text(format ?? .terminal, style: style, links: links)
  }
}

extension ReportFormat: ExpressibleByArgument {
  /// A format by its name.
  public init?(argument: String) { self.init(name: argument) }

  /// What may be given.
  public static var allValueStrings: [String] { allCases.map(\.name) }
}
