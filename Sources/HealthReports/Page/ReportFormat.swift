import FactReading
import NoteSyntax
import SourceText

/// How a report is written.
public enum ReportFormat: Hashable, Sendable, CaseIterable {
  case terminal, markdown, html, json
  /// As text to paste, in parts that the target takes.
  case chat(ChatTarget)

  /// All of them, in the order in which they are told.
  public static var allCases: [ReportFormat] { [.terminal, .markdown, .html, .json] + ChatTarget.allCases.map(chat) }

  /// The format of this name.
  public init?(name: String) {
    guard let format = Self.allCases.first(where: { $0.name == name }) else { return nil }
    self = format
  }

  /// The format that files of this name have by custom; nil when nothing tells.
  public init?(ofFileNamed name: String) {
    switch name.split(separator: ".", omittingEmptySubsequences: false).last?.lowercased() {
    case "md", "markdown": self = .markdown
    case "html", "htm": self = .html
    case "json": self = .json
    case "txt": self = .chat(.email)
    default: return nil
    }
  }

  /// What it is called on the command line.
  public var name: String {
    switch self {
    case .terminal: "terminal"
    case .markdown: "markdown"
    case .html: "html"
    case .json: "json"
    case .chat(let target): target.rawValue
    }
  }
}

/// A report as a value, which every format lays out.
public protocol PrintedReport: Encodable, Sendable {
  /// For a terminal, wrapped to the style's width.
  func terminal(_ style: TerminalStyle) -> String
  /// As Markdown (CommonMark with tables).
  func markdown(links: EvidenceLinks) -> String
  /// As one web page that needs nothing beside it.
  func html(links: EvidenceLinks) -> String
  /// The language it is written in.
  var language: Language { get }
  /// What a template can show.
  func values(links: EvidenceLinks) -> TemplateValue
}

extension PrintedReport {
  /// As JSON with sorted keys; ends in a line feed.
  public func json() -> String { ReportJSON.text(self) }

  /// Laid out by `template`, in place of what this program has for `format`: values are made fit for that format, or for
  /// plain text without one. Throws `TemplateFault`, and what `partial`, which gives partials by name, throws.
  public func text(
    _ format: ReportFormat?, by template: Template, links: EvidenceLinks = .none,
    partial: @escaping (String) throws -> Template?
  ) throws -> String {
    let escaping: TemplateRendering.Escaping =
      switch format {
      case .html?: .html
      case .markdown?: .markdown
      case .json?: .json
      case .chat(let target)?: .chat(target)
      case .terminal?, nil: .plain
      }
    var rendering = TemplateRendering(
      values(links: links), known: TemplateReference.names, escaping: escaping, partial: partial)
    let text = try rendering.text(of: template)
    guard case .chat(let target)? = format else { return text }
    return ChatText(text, language: language, target: target).text()
  }

  /// In any format; `style` is for a terminal, `links` for what can hold them.
  public func text(_ format: ReportFormat, style: TerminalStyle, links: EvidenceLinks = .none) -> String {
    switch format {
    case .terminal: terminal(style)
    case .markdown: markdown(links: links)
    case .html: html(links: links)
    case .json: json()
    case .chat(let target): chat(target)
    }
  }
}
