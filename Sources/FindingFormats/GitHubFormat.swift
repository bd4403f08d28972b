import DealHealth
import SourceText

extension FindingFormat {
  /// Workflow commands, which GitHub Actions shows beside the lines of a pull request.
  /// <https://docs.github.com/actions/reference/workflow-commands-for-github-actions>
  public static let github = FindingFormat(
    name: "github", summary: Text(en: "Annotations of GitHub Actions.", zh: "GitHub Actions 的批注。")
  ) { input in
    input.findings.map { finding in
      let level =
        switch finding.severity {
        case .error: "error"
        case .warning: "warning"
        case .info: "notice"
        }
      var properties: [String] = []
      if let evidence = finding.evidence.first {
        properties.append("file=" + property(evidence.path))
        properties.append("line=\(evidence.line)")
        if let region = FindingRegion(of: evidence, in: input.sources[evidence.path]) {
          properties.append("col=\(region.start.scalarColumn)")
          properties.append("endLine=\(region.end.line)")
          properties.append("endColumn=\(region.end.scalarColumn)")
        }
      }
      properties.append("title=" + property("\(finding.code) \(finding.name)"))
      let message = finding.sentence(in: input) + "\n" + finding.clears.in(input.language)
      return "::\(level) \(properties.joined(separator: ","))::\(escaped(message, ["%", "\r", "\n"]))\n"
    }.joined()
  }

  private static func property(_ text: String) -> String { escaped(text, ["%", "\r", "\n", ":", ","]) }

  /// `text` with each of `characters` as `%` and two hexadecimal digits; other controls are shown, not sent.
  private static func escaped(_ text: String, _ characters: [Unicode.Scalar]) -> String {
    var result = ""
    for scalar in text.unicodeScalars {
      if characters.contains(scalar) {
        result += "%" + (scalar.value < 16 ? "0" : "") + String(scalar.value, radix: 16, uppercase: true)
      } else if scalar.value < 0x20 || InertText.isActive(scalar) {
        result += InertText.terminal(String(Character(scalar)))
      } else {
        result.unicodeScalars.append(scalar)
      }
    }
    return result
  }
}
