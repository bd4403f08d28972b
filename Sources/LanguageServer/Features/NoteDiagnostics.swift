import DealHealth
import DealJournal
import FactReading
import SourceText

extension NoteScene {
  /// What the note lacks, as the command line tells it.
  func diagnostics() -> [Diagnostic] {
    (assessed.findings[name] ?? []).map { placed in
      let span = shift?.nearest(placed.place.span) ?? placed.place.span
      return diagnostic(of: placed.finding, range(of: shown(span)))
    }
  }

  /// What is about a file as a whole is shown on its first line.
  private func shown(_ span: Span) -> Span {
    guard span.range.isEmpty else { return span }
    let line = source.lines.span(ofLine: source.lines.line(at: span.start))
    var end = line.end
    while end > line.start, source.bytes[end - 1] == 0x0A || source.bytes[end - 1] == 0x0D { end -= 1 }
    return Span(line.start, end)
  }

  private func diagnostic(of finding: Finding, _ range: TextRange) -> Diagnostic {
    let separator = language == .zh ? "：" : ": "
    let related = finding.evidence.dropFirst().compactMap { evidence in
      location(of: evidence).map { Diagnostic.Related(location: $0, message: evidence.words) }
    }
    return Diagnostic(
      range: range, severity: Diagnostic.Severity(finding.severity), code: finding.code,
      codeDescription: rulePage(of: finding), source: "rapport",
      message: (finding.deal.map { $0 + separator } ?? "") + finding.message.in(language) + "\n"
        + finding.clears.in(language),
      tags: finding.code == "J008" ? [1] : nil, relatedInformation: related.isEmpty ? nil : related,
      data: Diagnostic.Origin(
        code: finding.code, deal: finding.identity.deal, subject: finding.identity.subject))
  }

  private func rulePage(of finding: Finding) -> Diagnostic.Description? {
    rulePages.map { folder in
      let ending = language == .zh ? ".zh.md" : ".md"
      return Diagnostic.Description(
        href: DocumentURI.uri(ofFile: "\(folder)/\(finding.code)-\(finding.name)\(ending)"))
    }
  }
}

extension Diagnostic.Severity {
  init(_ severity: Severity) {
    switch severity {
    case .error: self = .error
    case .warning: self = .warning
    case .info: self = .information
    }
  }
}
