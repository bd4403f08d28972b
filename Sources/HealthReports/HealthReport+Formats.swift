import DealHealth
import SourceText

extension HealthReport {
  /// For a terminal, wrapped to the style's width.
  public func terminal(_ style: TerminalStyle) -> String { TerminalHealth(report: self, style: style).text() }

  /// As Markdown (CommonMark with tables).
  public func markdown() -> String { MarkdownHealth(report: self).text() }

  /// As JSON with sorted keys; ends in a line feed.
  public func json() -> String { ReportJSON.text(self) }

  /// The same of the deals that `name` means, by id, name or account, whatever its case; nil when it means none.
  public func narrowed(to name: String) -> HealthReport? {
    let wanted = name.lowercased()
    let exact = deals.filter { [$0.id, $0.name, $0.account].contains { $0.lowercased() == wanted } }
    let chosen = exact.isEmpty ? deals.filter { $0.name.lowercased().contains(wanted) && !wanted.isEmpty } : exact
    return chosen.isEmpty ? nil : HealthReport(language: language, asOf: asOf, deals: chosen, unchecked: [])
  }

  /// The name of the deal that was probably meant by one that means none.
  public func suggestion(for name: String) -> String? {
    Spelling.closest(to: name.lowercased(), among: deals.map { $0.name.lowercased() }).flatMap { meant in
      deals.first { $0.name.lowercased() == meant }?.name
    }
  }

  /// The names of all deals, those that need attention first.
  public var dealNames: [String] { deals.map(\.name) }

  /// Everything that is known of each deal, for a terminal.
  public func wholeTerminal(_ style: TerminalStyle) -> String {
    TerminalHealth(report: self, style: style, isWhole: true).text()
  }

  /// Everything that is known of each deal, as Markdown.
  public func wholeMarkdown() -> String { MarkdownHealth(report: self, isWhole: true).text() }
}
