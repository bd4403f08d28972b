import DealHealth
import DealJournal
import FactReading
import NoteSyntax
import SourceText

/// What templates can show, told from a small journal that has some of everything.
public enum TemplateReference {
  /// Every name that some report has, so that a misspelt one is told and one without a value here is not.
  static let names: Set<String> = reports.reduce(into: []) { $0.formUnion($1.values.names) }

  /// The names, with what they mean, as Markdown.
  public static func markdown() -> String {
    ([("every report", TemplateRendering.Escaping.plain.manners)] + reports).map { title, values in
      "## \(title)\n\n" + lines(values, depth: 0).joined(separator: "\n")
    }
    .joined(separator: "\n\n") + "\n"
  }

  private static func lines(_ value: TemplateValue, depth: Int) -> [String] {
    guard case .fields(let fields) = value else { return [] }
    return fields.flatMap { field -> [String] in
      let inner: TemplateValue? =
        switch field.value {
        case .list(let items): merged(items)
        case .fields: field.about.hasSuffix("as in `sections`") ? nil : field.value
        default: nil
        }
      let kind =
        switch field.value {
        case .text, .sign: ""
        case .html: " (HTML)"
        case .manner: " (around words)"
        case .flag: " (yes or no)"
        case .list: " (list)"
        case .fields: " (part)"
        }
      return [String(repeating: "  ", count: depth) + "- `\(field.name)`\(kind): \(field.about)"]
        + (inner.map { lines($0, depth: depth + 1) } ?? [])
    }
  }

  /// One item with the fields that any of them has, of each the fullest.
  private static func merged(_ items: [TemplateValue]) -> TemplateValue {
    var fields: [TemplateValue.Field] = []
    for case .fields(let own) in items {
      for field in own {
        if let index = fields.firstIndex(where: { $0.name == field.name }) {
          if fields[index].value.names.count < field.value.names.count { fields[index] = field }
        } else {
          fields.append(field)
        }
      }
    }
    return .fields(fields)
  }

  private static let reports: [(title: String, values: TemplateValue)] = {
    func values(_ asOf: String) -> Assessment {
      let readings = [("sample.md", sample), ("scrap.md", undated)].map { path, text in
        NoteReading(
          of: Note(parsing: SourceFile(path: path, bytes: Array(text.utf8))), settings: ReadingSettings(),
          models: .builtin)
      }
      return Assessment(
        of: Journal(folding: readings, asOf: Day(iso: asOf) ?? Day(number: 0), settings: ReadingSettings()))
    }
    let now = values("2026-11-20")
    let report = HealthReport(now, language: .en)
    let week = Period(Week(containing: Day(iso: "2026-11-18") ?? Day(number: 0)))
    let weekly = WeeklyReport(
      now: now, before: values("2026-11-15"), period: week, earlier: values("2026-11-08"), language: .en)
    return [
      ("report", whole(report)), ("weekly", whole(weekly)),
      ("report and weekly with --audience customer-facing", whole(CustomerReport(report))),
    ]
  }()

  /// The values of a report with every part that such a report may have, be it empty in the sample.
  private static func whole(_ report: some PrintedReport) -> TemplateValue {
    guard case .fields(let fields) = report.values(links: .none) else { return .fields([]) }
    let parts: [String] =
      switch report {
      case is WeeklyReport: WeekPage.names
      case is CustomerReport: CustomerReport.names
      default: HealthReport.names
      }
    let missing = parts.filter { name in !fields.contains { $0.name == name } }
    return .fields(
      fields + missing.map { TemplateValue.Field($0, "the part of this name, as in `sections`", .fields([])) })
  }

  /// What no report can use.
  private static let undated = "Met Dana Reed of Acme Mills. She confirmed that she needs fewer stops."

  private static let sample = """
    # Acme Mills

    2026-11-04 Met Dana Reed, CFO of Acme Mills, who has the final say. She wants fewer stops.

    2026-11-17 Met Dana Reed and Bo Lang. She confirmed that she needs fewer stops and doubts that we deliver on time.
    Promised the plan by 2026-11-19. Dana will send the drawings by 2026-11-25.
    """
}
