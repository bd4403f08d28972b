import DealHealth
import DealJournal
import FactReading

extension FindingFormat {
  /// An object with the list `findings`, for programs. Lines and columns count from 1 (columns in bytes), spans are
  /// UTF-8 byte offsets from 0.
  public static let json = FindingFormat(
    name: "json", summary: Text(en: "For programs.", zh: "给程序用。")
  ) { input in
    JSONFile.text(Document(findings: input.findings.map { Row($0, input.language) }))
  }

  /// The same objects, one a line, for programs that take them one by one.
  public static let jsonLines = FindingFormat(
    name: "jsonl", summary: Text(en: "For programs, one finding a line.", zh: "给程序用，每条提醒一行。")
  ) { input in
    input.findings.map { JSONFile.line(Row($0, input.language)) }.joined()
  }

  /// The same objects, one a line, with the journal that each is about: for programs that keep findings of many.
  public static func records(_ findings: [Finding], of journal: String, language: Language) -> String {
    findings.map { JSONFile.line(Row($0, language, journal: journal)) }.joined()
  }

  private struct Document: Encodable {
    let findings: [Row]
  }

  private struct Row: Encodable {
    /// What stays the same when notes are edited; `rapport dismiss` takes it.
    let id: String
    /// Left out where there is only one.
    let journal: String?
    let code: String
    let name: String
    let fingerprint: String
    let severity: String
    let deal: String?
    let person: String?
    let message: String
    let why: String
    let clears: String
    let evidence: [Place]
    /// A change that settles it; left out where there is none.
    let fix: Change?

    init(_ finding: Finding, _ language: Language, journal: String? = nil) {
      self.journal = journal
      id = finding.identity.description
      code = finding.code
      name = finding.name
      fingerprint = finding.fingerprint
      severity = finding.severity.rawValue
      deal = finding.deal
      person = finding.person
      message = finding.message.in(language)
      why = finding.why.in(language)
      clears = finding.clears.in(language)
      evidence = finding.evidence.map(Place.init)
      fix = finding.fix.flatMap(Change.init)
    }
  }

  private struct Change: Encodable {
    let title: String
    let safe: Bool
    let path: String
    /// What is replaced, and by what.
    let span: [Int]
    let text: String

    init?(_ fix: Fix) {
      guard let (path, edit) = fix.noteEdit else { return nil }
      title = fix.title
      safe = fix.isSafe
      self.path = path
      span = [edit.span.start, edit.span.end]
      text = edit.text
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
