import DealHealth
import DealJournal
import SourceText

extension FindingFormat {
  /// Diagnostics of reviewdog, which counts columns in bytes of UTF-8.
  /// <https://github.com/reviewdog/reviewdog/tree/master/proto/rdf>
  public static let rdjson = FindingFormat(
    name: "rdjson", summary: Text(en: "Diagnostics of reviewdog.", zh: "reviewdog 的诊断格式。")
  ) { input in
    JSONFile.text(
      Report(source: Source(name: Tool.name), diagnostics: input.findings.map { Diagnostic($0, input) }))
  }

  private struct Report: Encodable {
    let source: Source
    let diagnostics: [Diagnostic]
  }

  private struct Source: Encodable {
    let name: String
  }

  private struct Diagnostic: Encodable {
    let message: String
    let location: Location
    let severity: String
    let code: Code
    let suggestions: [Suggestion]?

    init(_ finding: Finding, _ input: Input) {
      message = finding.sentence(in: input) + "\n" + finding.clears.in(input.language)
      location = Location(finding.evidence.first, input)
      severity = finding.severity.rawValue.uppercased()
      code = Code(value: finding.code)
      suggestions = finding.fix.flatMap { fix in
        // reviewdog offers a suggestion on the place of the diagnostic alone.
        guard let (path, edit) = fix.noteEdit, path == finding.evidence.first?.path,
          let region = FindingRegion(of: edit.span, in: input.sources[path])
        else { return nil }
        return [Suggestion(range: Area(start: Place(region.start), end: Place(region.end)), text: edit.text)]
      }
    }
  }

  private struct Suggestion: Encodable {
    let range: Area
    let text: String
  }

  private struct Code: Encodable {
    let value: String
  }

  private struct Location: Encodable {
    let path: String
    let range: Area?

    init(_ evidence: Evidence?, _ input: Input) {
      path = evidence?.path ?? "."
      range = evidence.map { evidence in
        guard let region = FindingRegion(of: evidence, in: input.sources[evidence.path]) else {
          return Area(start: Place(line: evidence.line, column: evidence.column), end: nil)
        }
        return Area(start: Place(region.start), end: Place(region.end))
      }
    }
  }

  private struct Area: Encodable {
    let start: Place
    let end: Place?
  }

  private struct Place: Encodable {
    let line: Int
    let column: Int

    init(line: Int, column: Int) {
      self.line = line
      self.column = column
    }

    init(_ position: FindingRegion.Position) { self.init(line: position.line, column: position.byteColumn) }
  }
}
