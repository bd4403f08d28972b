import DealHealth
import FactReading
import SourceText

extension FindingFormat {
  /// Deal by deal, at most two findings, the gravest, and the one thing to do; then in a line each what is about no deal.
  public static let brief = FindingFormat(
    name: "brief", summary: Text(en: "Deal by deal, two reasons and one action.", zh: "每个商机最多两条原因和一个动作。")
  ) { input in
    var order: [String] = []
    var ofDeal: [String: [Finding]] = [:]
    for finding in input.findings {
      let deal = finding.deal ?? ""
      if ofDeal[deal] == nil { order.append(deal) }
      ofDeal[deal, default: []].append(finding)
    }
    return order.map { deal in
      deal.isEmpty
        ? (ofDeal[deal] ?? []).map { headline(of: $0, input) + "\n" }.joined()
        : section(deal, ofDeal[deal] ?? [], input)
    }.joined()
  }

  private static func section(_ deal: String, _ findings: [Finding], _ input: Input) -> String {
    let gravest = findings.enumerated().sorted {
      ($1.element.severity, $1.element.weight, $0.offset) < ($0.element.severity, $0.element.weight, $1.offset)
    }.map(\.element)
    var lines = [input.style.paint(InertText.terminal(deal), .strong)]
    for finding in gravest.prefix(2) {
      lines += wrapped("  " + finding.code + " ", finding.message.in(input.language), .yellow, input)
    }
    let rest = findings.count - 2
    if rest > 0 {
      lines.append("  " + Text(en: "and \(rest) more", zh: "另有\(rest)条").in(input.language))
    }
    if let first = gravest.first { lines += wrapped("  → ", first.clears.in(input.language), .green, input) }
    return lines.joined(separator: "\n") + "\n"
  }

  private static func wrapped(_ lead: String, _ text: String, _ ink: TerminalStyle.Ink, _ input: Input) -> [String] {
    let indent = DisplayWidth.columns(of: lead)
    return LineWrap.lines(of: InertText.terminal(text), width: input.style.width - indent).enumerated().map {
      ($0.offset == 0 ? input.style.paint(lead, ink) : String(repeating: " ", count: indent)) + $0.element
    }
  }
}
