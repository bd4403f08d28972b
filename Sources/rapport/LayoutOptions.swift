import ArgumentParser
import HealthReports
import SourceText
import Workspace

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

  @Option(
    help: ArgumentHelp(
      "Lay it out by this Mustache template, with partials from its folder. What it writes is told by --format or its name (week.html.mustache). docs/templates.md lists the values.",
      valueName: "file"))
  var template: String?

  func validate() throws {
    if template != nil, format == .terminal {
      throw ValidationError(
        en: "--template lays the report out itself; --format tells what it writes, such as markdown or html",
        zh: "用了 --template，版面就由模板定；--format 说的是写成什么，比如 markdown 或 html")
    }
    guard let linkBase, EvidenceLinks(base: linkBase) == nil else { return }
    throw ValidationError(
      en: "--link-base takes a path or one of \(EvidenceLinks.schemes.joined(separator: ", ")):",
      zh: "--link-base 要写路径，或者以这些开头：\(EvidenceLinks.schemes.joined(separator: "、"))")
  }

  /// A site has its own pages, whatever a report is to look like.
  func validateForSite() throws {
    guard format != nil || template != nil else { return }
    throw ValidationError(
      en: "--site writes web pages of its own; leave --format and --template out",
      zh: "--site 写的是自己的网页，不用再写 --format 和 --template")
  }

  /// Links as they were asked for.
  var links: EvidenceLinks { linkBase.flatMap { EvidenceLinks(base: $0) } ?? .none }

  /// `report` as it was asked for, by default as `custom`.
  func text(of report: some PrintedReport, _ style: TerminalStyle, custom: ReportFormat = .terminal) throws -> String {
    guard let template else { return report.text(format ?? custom, style: style, links: links) }
    let file = TemplateFile(template)
    let limit = Template.sizeLimit
    return try report.text(
      format ?? ReportFormat(ofFileNamed: file.writtenName), by: Template(try file.text(limit: limit), name: template),
      links: links
    ) { name in
      try file.partial(name, limit: limit).map { try Template($0.text, name: $0.path) }
    }
  }
}

extension ReportFormat: ExpressibleByArgument {
  /// A format by its name.
  public init?(argument: String) { self.init(name: argument) }

  /// What may be given.
  public static var allValueStrings: [String] { allCases.map(\.name) }
}
