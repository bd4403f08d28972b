import DealHealth
import FactReading
import SourceText

/// A small site that works without a server: the pipeline, and a page for each deal, person and week.
public struct WebSite: Sendable {
  private let report: HealthReport
  private let weeks: [WeeklyReport]
  private let links: EvidenceLinks
  private var language: Language { report.language }

  /// A site of `report` and of `weeks`, latest first.
  public init(_ report: HealthReport, weeks: [WeeklyReport], links: EvidenceLinks = .none) {
    self.report = report
    self.weeks = weeks
    self.links = links
  }

  /// A page of the site.
  public struct File: Sendable {
    /// From the top of the site, with `/` between folders; of letters, digits, `-` and `.` only.
    public let path: String
    /// HTML.
    public let text: String
  }

  /// Every page, ordered by path.
  public func files() -> [File] {
    let people = people
    let known = Set(people.map(\.id))
    var top = WebHealth(report: report, links: links)
    top.dealURL = { "deals/\($0.anchor).html" }
    top.isWhole = false
    var inner = WebHealth(report: report, links: links.oneDeeper)
    inner.personURL = { known.contains($0.id) ? "../people/\(Self.anchor(ofPerson: $0.id)).html" : nil }
    var files = [file("index.html", top.page(), up: "")]
    files += report.deals.map { file("deals/\($0.anchor).html", inner.page(of: $0), up: "../") }
    files += people.map { person in
      file("people/\(Self.anchor(ofPerson: person.id)).html", page(of: person), up: "../")
    }
    let deals = Dictionary(report.deals.map { ($0.id, $0.anchor) }, uniquingKeysWith: { first, _ in first })
    files += weeks.map { week in
      var page = WebReport(report: week.page, links: links.oneDeeper)
      page.url = { deals[$0].map { "../deals/\($0).html" } }
      return file(Self.path(of: week), page.page(), up: "../")
    }
    return files.sorted { $0.path < $1.path }
  }

  private func say(_ en: String, _ zh: String) -> String { language == .zh ? zh : en }

  private static func anchor(ofPerson id: String) -> String { "person-" + Fingerprint.of([id]).prefix(10) }

  /// `2026-11-09/2026-11-20` names a period, not a folder.
  private static func path(of week: WeeklyReport) -> String {
    "weeks/" + week.week.split(separator: "/").joined(separator: "-to-") + ".html"
  }

  private func file(_ path: String, _ page: WebPage, up: String) -> File {
    var page = page
    page.navigation =
      [(say("Deals", "商机"), up + "index.html")]
      + weeks.prefix(8).map { (say("Week \($0.week)", "\($0.week) 周报"), up + Self.path(of: $0)) }
    return File(path: path, text: page.text())
  }

  /// Everybody with a part in a deal, and in which.
  private var people:
    [(id: String, name: String, parts: [(deal: HealthReport.DealPage, row: HealthReport.InfluencerRow)])]
  {
    let parts = report.deals.flatMap { deal in deal.influencers.map { (deal: deal, row: $0) } }
    let groups = Dictionary(grouping: parts) { $0.row.id }
    return groups.keys.sorted().map { id in (id, groups[id]?.first?.row.name ?? id, groups[id] ?? []) }
  }

  private func page(
    of person: (id: String, name: String, parts: [(deal: HealthReport.DealPage, row: HealthReport.InfluencerRow)])
  ) -> WebPage {
    let signs = person.parts.flatMap { part in
      part.deal.trustEvents.filter { $0.personID == person.id }.map { event in
        ReportPage.Item(
          subject: "\(event.isUp ? "▲" : "▼") \(event.day)", text: "“\(event.evidence.words)”", places: [event.evidence]
        )
      }
    }
    let missing = person.parts.flatMap { part in
      part.deal.findings.filter { $0.person == person.id }.map { finding in
        ReportPage.Item(
          subject: part.deal.name, about: part.deal.id, text: finding.message, detail: "→ " + finding.clears,
          places: Array(finding.evidence.prefix(1)))
      }
    }
    let page = ReportPage(
      language: language, title: person.name, lead: [person.parts.compactMap(\.row.title).first].compactMap(\.self),
      sections: [
        ReportPage.Section(
          title: say("Part in deals", "参与的单子"),
          items: person.parts.map { deal, row in
            ReportPage.Item(
              subject: deal.name, about: deal.id,
              text: [
                row.role.title.in(language), say("need ", "需求") + row.need.title.in(language),
                say("value ", "价值") + row.valueWords(in: language), say("trust ", "信任 ") + row.trustScore,
                row.lastContact.map { say("last contact ", "最近联系 ") + $0 } ?? say("never met", "没见过"),
              ].joined(separator: " · "))
          }),
        ReportPage.Section(title: say("Missing", "还缺"), items: missing),
        ReportPage.Section(title: say("Trust", "信任"), items: signs),
      ].filter { !$0.items.isEmpty })
    var web = WebReport(report: page, links: links.oneDeeper)
    let deals = Dictionary(report.deals.map { ($0.id, $0.anchor) }, uniquingKeysWith: { first, _ in first })
    web.url = { deals[$0].map { "../deals/\($0).html" } }
    return web.page()
  }
}
