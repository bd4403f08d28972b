import NoteSyntax
import SourceText

/// Lays a page out as Markdown: CommonMark with the tables that GitHub and others know.
struct MarkdownReport {
  let report: ReportPage
  let links: EvidenceLinks

  func text() -> String {
    ([ReportMark.line, "# " + safe(report.title)]
      + (report.lead.isEmpty ? [] : [report.lead.map(safe).joined(separator: "\\\n")])
      + report.sections.map(section)).joined(separator: "\n\n") + "\n"
  }

  private func safe(_ text: String) -> String { InertText.markdown(text) }

  private func section(_ section: ReportPage.Section) -> String {
    var parts = ["## " + safe(section.title)]
    if let note = section.note { parts.append(safe(note)) }
    if !section.table.isEmpty {
      var lines = section.table.map { "| " + $0.map(safe).joined(separator: " | ") + " |" }
      lines.insert("|" + String(repeating: " --- |", count: section.table[0].count), at: 1)
      parts.append(lines.joined(separator: "\n"))
    }
    if !section.items.isEmpty { parts.append(section.items.map(line).joined(separator: "\n")) }
    return parts.joined(separator: "\n\n")
  }

  private func line(_ item: ReportPage.Item) -> String {
    let subject = item.subject.isEmpty ? "" : "**\(safe(item.subject))** "
    let places = item.places.isEmpty ? "" : " (" + item.places.map(links.markdown).joined(separator: ", ") + ")"
    // A break after the bold name: Han punctuation beside `**` would leave it unread.
    return "- " + subject + safe(item.text) + (item.detail.map { "\\\n  " + safe($0) } ?? "") + places
  }
}
