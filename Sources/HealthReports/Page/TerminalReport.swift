import SourceText

/// Lays a page out for a terminal.
struct TerminalReport {
  let report: ReportPage
  let style: TerminalStyle

  func text() -> String {
    var page = TerminalPage(style)
    page.add(line: [(report.title, [.strong])])
    for line in report.lead { page.add(line, ink: .faint) }
    for section in report.sections {
      page.gap()
      page.add(line: [(section.title, [.strong, .cyan])])
      if let note = section.note { page.add(lead: "  ", note, ink: .faint) }
      if !section.table.isEmpty {
        page.add(
          table: section.table.enumerated().map { row in row.element.map { ($0, row.offset == 0 ? [.faint] : []) } },
          indent: "  ")
      }
      for item in section.items { add(item, to: &page) }
    }
    return page.text
  }

  /// An item whose further lines are indented; the places close it.
  private func add(_ item: ReportPage.Item, to page: inout TerminalPage) {
    page.add(
      runs: [
        (item.subject.isEmpty ? "" : item.subject + "  ", [.blue]), (item.text, item.isUrgent ? [.yellow] : []),
      ], lead: "  ", indent: "    ")
    let places = item.places.map(\.label).joined(separator: " · ")
    if let detail = item.detail {
      page.add(runs: [(detail, []), (places.isEmpty ? "" : "  " + places, [.faint])], lead: "    ", indent: "    ")
    } else if !places.isEmpty {
      page.add(lead: "    ", places, ink: .faint)
    }
  }
}
