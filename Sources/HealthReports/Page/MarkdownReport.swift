/// Lays a page out as Markdown, CommonMark with the tables that GitHub and others know: by a template that is compiled in,
/// as a user's own would.
struct MarkdownReport {
  let report: ReportPage
  let links: EvidenceLinks

  private static let template = try? Template(BuiltinTemplate.page, name: "page.md.mustache")

  func text() -> String {
    var rendering = TemplateRendering(.fields(report.fields(links)), escaping: .markdown)
    // A test fills it with every part of every report, so that nothing can go wrong here.
    return Self.template.flatMap { try? rendering.text(of: $0) } ?? ""
  }
}
