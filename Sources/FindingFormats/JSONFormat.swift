import DealHealth
import DealJournal
import FactReading
import FoundationEssentials

extension FindingFormat {
  /// An object with the list `findings`, for programs. Lines and columns count from 1 (columns in bytes), spans are
  /// UTF-8 byte offsets from 0.
  public static let json = FindingFormat(
    name: "json", summary: Text(en: "For programs.", zh: "给程序用。")
  ) { input in
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys, .prettyPrinted, .withoutEscapingSlashes]
    let document = Document(findings: input.findings.map { Row($0, input.language) })
    // Encoding strings and integers cannot fail.
    return ((try? encoder.encode(document)).map { String(decoding: $0, as: UTF8.self) } ?? "{}") + "\n"
  }

  private struct Document: Encodable {
    let findings: [Row]
  }

  private struct Row: Encodable {
    let code: String
    let name: String
    let severity: String
    let deal: String?
    let person: String?
    let message: String
    let why: String
    let clears: String
    let evidence: [Place]

    init(_ finding: Finding, _ language: Language) {
      code = finding.code
      name = finding.name
      severity = finding.severity.rawValue
      deal = finding.deal
      person = finding.person
      message = finding.message.in(language)
      why = finding.why.in(language)
      clears = finding.clears.in(language)
      evidence = finding.evidence.map(Place.init)
    }
  }

  private struct Place: Encodable {
    let path: String
    let line: Int
    let column: Int
    let span: [Int]
    let quote: String

    init(_ evidence: Evidence) {
      path = evidence.path
      line = evidence.line
      column = evidence.column
      span = [evidence.span.start, evidence.span.end]
      quote = evidence.quote
    }
  }
}
