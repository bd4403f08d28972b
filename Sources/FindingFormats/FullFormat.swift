import DealHealth
import DealJournal
import FactReading
import SourceText

extension FindingFormat {
  /// Each finding with the line it was read from, the words underlined, why it matters and what clears it.
  public static let full = FindingFormat(
    name: "full", summary: Text(en: "Each finding with its line, why, and what clears it.", zh: "每条提醒附原文、原因和做法。")
  ) { input in
    concurrentMap(input.findings) { paragraph(of: $0, input) }.joined(separator: "\n")
  }

  private static func paragraph(of finding: Finding, _ input: Input) -> String {
    var lines = [headline(of: finding, input)]
    if let first = finding.evidence.first, let source = input.sources[first.path], !first.span.range.isEmpty {
      let number = String(first.line)
      let gutter = String(repeating: " ", count: number.count + 2)
      let excerpt = LineExcerpt(of: first.span, in: source, width: input.style.width - number.count - 5)
      lines.append(input.style.paint("  \(number) |", .faint) + " " + excerpt.text)
      lines.append(input.style.paint("\(gutter) |", .faint) + " " + input.style.paint(excerpt.underline, .yellow))
    }
    lines += labelled(Text(en: "why", zh: "原因"), finding.why.in(input.language), input)
    lines += labelled(Text(en: "do", zh: "怎么办"), finding.clears.in(input.language), input)
    if let fix = finding.fix {
      let option = fix.isSafe ? "--fix" : "--fix --unsafe-fixes"
      let title = fix.alias == nil ? fix.title : "rapport.yml: " + fix.title
      lines += labelled(Text(en: "fix", zh: "可自动改"), "\(title)  (\(option))", input)
    }
    let further = finding.evidence.dropFirst()
    if !further.isEmpty {
      let shown = further.prefix(4).map { "\(InertText.terminal($0.path)):\($0.line)" }
      let rest = further.count - shown.count
      let more = rest > 0 ? [Text(en: "\(rest) more", zh: "另外\(rest)处").in(input.language)] : []
      lines += labelled(Text(en: "see also", zh: "另见"), (shown + more).joined(separator: ", "), input)
    }
    return lines.joined(separator: "\n") + "\n"
  }

  private static func labelled(_ label: Text, _ text: String, _ input: Input) -> [String] {
    let name = label.in(input.language)
    let separator = input.language == .zh ? "：" : ": "
    let indent = 4 + DisplayWidth.columns(of: name + separator)
    return LineWrap.lines(of: InertText.terminal(text), width: input.style.width - indent).enumerated().map {
      $0.offset == 0
        ? "    " + input.style.paint(name + separator, .faint) + $0.element
        : String(repeating: " ", count: indent) + $0.element
    }
  }
}
