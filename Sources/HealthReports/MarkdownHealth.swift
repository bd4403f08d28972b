import SourceText

/// Lays a health report out as Markdown.
struct MarkdownHealth {
  let report: HealthReport

  func text() -> String { report.deals.map { "## " + InertText.markdown($0.name) + "\n" }.joined(separator: "\n") }
}
