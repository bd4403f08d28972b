import SourceText

/// Lays a health report out for a terminal.
struct TerminalHealth {
  let report: HealthReport
  let style: TerminalStyle

  func text() -> String { report.deals.map { InertText.terminal($0.name) + "\n" }.joined() }
}
