/// Templates that the program itself lays reports out by, as it would by a user's own, who may start from them.
public enum BuiltinTemplate: Sendable, CaseIterable {
  /// Markdown of deals.
  case deals
  /// Markdown of pages: weeks, and what a customer may read.
  case page
  /// Any page in a chat, in the manner of that chat.
  case chat
  /// What stands around every web page.
  case web

  /// What reports of a type are laid out by in `format`; nil where no template does it.
  public init?(of report: any PrintedReport.Type, in format: ReportFormat) {
    switch format {
    case .markdown: self = report is HealthReport.Type ? .deals : .page
    case .html: self = .web
    case .chat: self = .chat
    case .terminal, .json: return nil
    }
  }

  /// Mustache.
  public var text: String {
    switch self {
    case .deals: PageAssets.dealsMarkdown
    case .page: PageAssets.pageMarkdown
    case .chat: PageAssets.pageChat
    case .web: PageAssets.pageHTML
    }
  }

  private static let read = Dictionary(
    uniqueKeysWithValues: allCases.compactMap { one in (try? Template(one.text, name: "\(one)")).map { (one, $0) } })

  /// The template, filled with `values`. However much there is, it is written.
  func filled(with values: TemplateValue, _ escaping: TemplateRendering.Escaping) -> String {
    var rendering = TemplateRendering(values, escaping: escaping, pieceLimit: .max, outputLimit: .max)
    // Only a name that is text in one report and a list in another could fail, which tests of every report would show.
    return Self.read[self].flatMap { try? rendering.text(of: $0) } ?? ""
  }
}
