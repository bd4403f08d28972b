import DealHealth
import FactReading
import SourceText

extension FindingFormat {
  /// `path:line:column: severity: CODE name: deal: message`, one line per finding, as compilers do.
  public static let concise = FindingFormat(
    name: "concise", summary: Text(en: "One line per finding.", zh: "每条提醒一行。")
  ) { input in
    input.findings.map { headline(of: $0, input) + "\n" }.joined()
  }

  /// The line that places and names a finding; `column` counts bytes from 1.
  static func headline(of finding: Finding, _ input: Input) -> String {
    let style = input.style
    let place = finding.evidence.first.map { "\(InertText.terminal($0.path)):\($0.line):\($0.column)" } ?? "-"
    let severity = finding.severity.label.in(input.language)
    let deal = finding.deal.map { InertText.terminal($0) + (input.language == .zh ? "：" : ": ") } ?? ""
    return style.paint(place, .strong) + ": "
      + style.paint(severity, finding.severity == .error ? .red : finding.severity == .warning ? .yellow : .cyan)
      + ": " + style.paint("\(finding.code) \(finding.name)", .faint) + ": " + style.paint(deal, .strong)
      + InertText.terminal(finding.message.in(input.language))
  }
}

extension Severity {
  /// Its name in messages; programs that read compiler output know the English ones, so they stay.
  var label: Text { Text(en: rawValue, zh: rawValue) }
}
