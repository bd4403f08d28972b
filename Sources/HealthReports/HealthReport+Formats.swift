import DealHealth
import SourceText

extension HealthReport: PrintedReport {
  /// For a terminal, wrapped to the style's width.
  public func terminal(_ style: TerminalStyle) -> String { TerminalHealth(report: self, style: style).text() }

  /// As Markdown (CommonMark with tables).
  public func markdown(links: EvidenceLinks = .none) -> String { MarkdownHealth(report: self, links: links).text() }

  /// The same of these deals only (`Deal.id`).
  public func narrowed(to ids: Set<String>) -> HealthReport {
    HealthReport(language: language, asOf: asOf, deals: deals.filter { ids.contains($0.id) }, unchecked: [])
  }

  /// Everything that is known of each deal, for a terminal.
  public func wholeTerminal(_ style: TerminalStyle) -> String {
    TerminalHealth(report: self, style: style, isWhole: true).text()
  }

  /// Everything that is known of each deal, as Markdown.
  public func wholeMarkdown() -> String { MarkdownHealth(report: self, isWhole: true).text() }
}
