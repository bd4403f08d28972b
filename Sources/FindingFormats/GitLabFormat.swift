import DealHealth

extension FindingFormat {
  /// A Code Quality report of GitLab.
  /// <https://docs.gitlab.com/ci/testing/code_quality/#code-quality-report-format>
  public static let gitlab = FindingFormat(
    name: "gitlab", summary: Text(en: "A Code Quality report of GitLab.", zh: "GitLab 代码质量报告。")
  ) { input in
    JSONFile.text(input.findings.map { Issue($0, input) })
  }

  private struct Issue: Encodable {
    let description: String
    let check_name: String
    let fingerprint: String
    let severity: String
    let location: Location

    init(_ finding: Finding, _ input: Input) {
      description = finding.sentence(in: input)
      check_name = "\(finding.code) \(finding.name)"
      fingerprint = finding.fingerprint
      severity =
        switch finding.severity {
        case .error: "critical"
        case .warning: "minor"
        case .info: "info"
        }
      location = Location(
        path: finding.evidence.first?.path ?? ".", lines: Lines(begin: finding.evidence.first?.line ?? 1))
    }
  }

  private struct Location: Encodable {
    let path: String
    let lines: Lines
  }

  private struct Lines: Encodable {
    let begin: Int
  }
}
