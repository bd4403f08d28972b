import SourceText

extension HealthReport {
  /// For a terminal, wrapped to the style's width.
  public func terminal(_ style: TerminalStyle) -> String { TerminalHealth(report: self, style: style).text() }

  /// As Markdown (CommonMark with tables).
  public func markdown() -> String { MarkdownHealth(report: self).text() }

  /// As JSON with sorted keys; ends in a line feed.
  public func json() -> String { ReportJSON.text(self) }
}
