import DealHealth
import DealJournal
import FactReading
import SourceText

/// How a deal stands, on as many lines as a pop-up holds.
public struct DealCard: Sendable {
  /// The gates on one line, the one that governs in front: `needs 1/3 · people 2/3`.
  public let gates: String
  /// The one thing to do next; nil when nothing is missing.
  public let action: String?
  private let lines: [String]

  /// The card of a deal of the journal that was assessed; nil when it is not there.
  public init?(_ deal: Deal, in assessment: Assessment, language: Language) {
    guard let standing = assessment.standings.first(where: { $0.deal == deal.id }) else { return nil }
    func say(_ en: String, _ zh: String) -> String { language == .zh ? zh : en }
    let told = standing.gates.filter { !$0.items.isEmpty }
    let first = told.filter { $0.gate == standing.governing }
    let ordered = first + told.filter { $0.gate != standing.governing }
    gates = ordered.map { reading in
      let share = reading.share == nil ? "?" : "\(reading.met)/\(reading.met + reading.open)"
      return "\(reading.gate.title.in(language)) \(share)"
    }.joined(separator: " · ")
    action = standing.action?.text.spaced.in(language)
    let account = deal.account == deal.name ? "" : " · " + InertText.markdown(deal.account)
    var lines = ["**\(InertText.markdown(deal.name))**\(account) · \(deal.stage.title.in(language))"]
    if !gates.isEmpty { lines.append(say("lowest first: ", "最低在前：") + gates) }
    if let action { lines.append(say("next: ", "下一步：") + InertText.markdown(action)) }
    if let last = deal.days.last(where: { $0 <= assessment.journal.asOf }) {
      lines.append(say("last entry ", "最近记录 ") + last.iso)
    }
    let findings = assessment.findings(ofDeal: deal.id)
    for finding in findings.prefix(6) {
      lines.append("- \(finding.code) " + InertText.markdown(finding.message.in(language)))
    }
    if findings.count > 6 { lines.append(say("- and \(findings.count - 6) more", "- 另外 \(findings.count - 6) 条")) }
    self.lines = lines
  }

  /// As Markdown; words from notes stand in it as they were written.
  public func markdown() -> String { lines.joined(separator: "\n\n") }
}
