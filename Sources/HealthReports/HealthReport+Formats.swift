import DealHealth
import SourceText

extension HealthReport: PrintedReport {
  /// For a terminal, wrapped to the style's width.
  public func terminal(_ style: TerminalStyle) -> String { TerminalHealth(report: self, style: style).text() }

  /// As Markdown (CommonMark with tables).
  public func markdown(links: EvidenceLinks = .none) -> String {
    BuiltinTemplate.deals.filled(with: values(links: links), .markdown)
  }

  /// The same of these deals only (`Deal.id`).
  public func narrowed(to ids: Set<String>) -> HealthReport {
    HealthReport(language: language, asOf: asOf, deals: deals.filter { ids.contains($0.id) }, unchecked: [])
  }

  /// Everything that is known of each deal, for a terminal.
  public func wholeTerminal(_ style: TerminalStyle) -> String {
    TerminalHealth(report: self, style: style, isWhole: true).text()
  }

  /// Everything that is known of each deal, as Markdown.
  public func wholeMarkdown() -> String {
    BuiltinTemplate.deals.filled(with: values(links: .none, isWhole: true), .markdown)
  }
}
