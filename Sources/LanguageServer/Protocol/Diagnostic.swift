/// Something that is told about a place of a document.
struct Diagnostic: Codable, Equatable, Sendable {
  enum Severity: Int, Codable, Sendable { case error = 1, warning, information, hint }

  struct Description: Codable, Equatable, Sendable {
    let href: String
  }

  struct Related: Codable, Equatable, Sendable {
    let location: Location
    let message: String
  }

  /// What a code action needs to know of the finding.
  struct Origin: Codable, Equatable, Sendable {
    let code: String
    let deal: String
    let subject: String
  }

  let range: TextRange
  let severity: Severity
  let code: String
  let codeDescription: Description?
  let source: String
  let message: String
  /// 1: what it is about serves nothing and may be shown faded.
  let tags: [Int]?
  let relatedInformation: [Related]?
  let data: Origin?
}

struct PublishDiagnosticsParams: Encodable, Equatable, Sendable {
  let uri: String
  let version: Int?
  let diagnostics: [Diagnostic]
}

/// All diagnostics of a document, in answer to a client that asks for them.
struct FullDiagnosticReport: Encodable, Sendable {
  var kind = "full"
  let resultId: String
  let items: [Diagnostic]
}

/// The same as last time.
struct UnchangedDiagnosticReport: Encodable, Sendable {
  var kind = "unchanged"
  let resultId: String
}
