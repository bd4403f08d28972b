import FactReading

/// Lays a page of items out as a web page: each item with what it is about, its words, and its places.
struct WebReport {
  let report: ReportPage
  let links: EvidenceLinks
  /// Where a subject is told of, for a site; nil for a page by itself.
  var url: @Sendable (String) -> String? = { _ in nil }

  func page() -> WebPage { WebPage(language: report.language, title: report.title) { body } }

  private var body: Markup {
    var body = Markup()
    body.element("h1", Markup.short(report.title))
    body.element("div", ["class": "lead"]) { lead in for line in report.lead { lead.element("p", line) } }
    for section in report.sections {
      body.element("section", ["class": "part"]) { add(section, to: &$0) }
      body.line()
    }
    return body
  }

  private func add(_ section: ReportPage.Section, to part: inout Markup) {
    part.element("h2", section.title)
    if let note = section.note { part.element("p", ["class": "faint"], note) }
    if let picture = section.picture(report.language) {
      part.element("figure") { figure in
        figure.add(picture)
        figure.element(
          "figcaption", report.language == .zh ? "实心：本期；空框：上期。" : "Filled: now. Frame: the period before.")
      }
    } else if !section.table.isEmpty {
      add(table: section.table, to: &part)
    }
    guard !section.items.isEmpty else { return }
    part.element("ul", ["class": "plain"]) { list in
      for item in section.items {
        list.line()
        list.element("li", ["class": item.isUrgent ? "urgent" : nil]) { add(item, to: &$0) }
      }
    }
  }

  private func add(table rows: [[String]], to part: inout Markup) {
    part.element("div", ["class": "scroll", "tabindex": "0", "role": "group", "aria-label": rows[0][0]]) { scroll in
      scroll.element("table") { table in
        table.element("thead") { head in
          head.element("tr") { row in for cell in rows[0] { row.element("th", ["scope": "col"], cell) } }
        }
        table.element("tbody") { body in
          for cells in rows.dropFirst() {
            body.element("tr") { row in for cell in cells { row.element("td", Markup.short(cell)) } }
          }
        }
      }
    }
  }

  private func add(_ item: ReportPage.Item, to line: inout Markup) {
    if !item.subject.isEmpty {
      let subject = Markup.short(item.subject)
      line.element("span", ["class": "who"]) { who in
        if let url = item.about.flatMap(url) { who.element("a", ["href": url], subject) } else { who.text(subject) }
      }
    }
    line.text(item.text + " ")
    if let detail = item.detail { line.element("div", ["class": "faint"], detail) }
    for (number, place) in item.places.enumerated() {
      if number > 0 { line.text("· ") }
      line.evidence(place, links: links, quoting: false)
      line.text(" ")
    }
  }
}

extension ReportPage.Section {
  /// Its numbers beside those of the period before; nil for a part without.
  func picture(_ language: Language) -> Markup? {
    bars.isEmpty ? nil : PeriodsPicture(rows: bars, language: language).svg()
  }
}

extension WeeklyReport {
  /// As one web page that needs nothing beside it.
  public func html(links: EvidenceLinks = .none) -> String { web(links).text() }

  func web(_ links: EvidenceLinks) -> WebPage { WebReport(report: page, links: links).page() }
}
