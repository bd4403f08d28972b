import DealHealth
import DealJournal
import FactReading
import NoteSyntax
import SourceText

/// Lays a health report out as Markdown: CommonMark with the tables that GitHub and others know.
struct MarkdownHealth {
  let report: HealthReport
  var links = EvidenceLinks.none
  /// Whether everything is told of each deal, and not only what comes first.
  var isWhole = false

  func text() -> String {
    ((isWhole ? [] : [ReportMark.line, "# " + say("Deals", "商机"), report.headline]) + report.deals.map(section)
      + (isWhole ? [] : unchecked))
      .joined(separator: "\n\n") + "\n"
  }

  private func say(_ en: String, _ zh: String) -> String { report.language == .zh ? zh : en }
  private func safe(_ text: String) -> String { InertText.markdown(text) }

  private func section(_ deal: HealthReport.DealPage) -> String {
    var parts = ["## \(safe(deal.name)) · \(deal.stage.title.in(report.language))"]
    var facts: [String] = []
    if let claimed = deal.claimedStage {
      facts.append(say("The notes say: ", "记录里写的是：") + claimed.title.in(report.language))
    }
    if let day = deal.lastEntry { facts.append(say("Last entry: ", "最近记录：") + day) }
    if !facts.isEmpty { parts.append(facts.joined(separator: " · ")) }
    if let action = deal.action {
      parts.append(
        (["**\(say("Next", "下一步"))\(say(": ", "："))\(safe(action.text))**", ""]
          + action.reasons.map { reason in
            guard let first = reason.evidence.first else { return "- " + safe(reason.message) }
            let quote = reason.message.contains(first.words) ? "" : " “\(safe(first.words))”"
            return "- " + safe(reason.message) + quote + " (\(place(first)))"
          }).joined(separator: "\n"))
    } else if deal.stage != .lost {
      parts.append(say("Nothing missing that the notes would show.", "从记录里没看出缺什么。"))
    }
    if !deal.gates.isEmpty { parts.append(gates(of: deal)) }
    if !deal.influencers.isEmpty { parts.append(people(of: deal)) }
    if isWhole {
      if !deal.findings.isEmpty { parts.append(missing(in: deal)) }
      parts += deal.sheet.sections(report.language).map { $0.markdown() }
    } else if let further = deal.further(in: report.language) {
      parts.append(say("Also missing: ", "另外还缺：") + further)
    }
    if !deal.commitments.isEmpty {
      parts.append(
        (["### " + say("Promises", "承诺"), ""]
          + deal.commitments.map {
            "- \($0.label(in: report.language)) \(safe($0.evidence.words)) (\(place($0.evidence)))"
          })
          .joined(separator: "\n"))
    }
    return parts.joined(separator: "\n\n")
  }

  private func missing(in deal: HealthReport.DealPage) -> String {
    (["### " + say("Missing", "还缺"), ""]
      + deal.findings.map { finding in
        "- \(finding.code) \(safe(finding.message))" + (finding.evidence.first.map { " (\(place($0)))" } ?? "")
          + " → \(safe(finding.clears))"
      }).joined(separator: "\n")
  }

  private func gates(of deal: HealthReport.DealPage) -> String {
    let names = deal.gates.map {
      ($0.gate == deal.governing && $0.open > 0 ? "**" : "", $0.gate.title.in(report.language))
    }
    return MarkdownTable.text([names.map { $0 + $1 + $0 }, deal.gates.map(\.score)])
  }

  private func people(of deal: HealthReport.DealPage) -> String {
    let header = say("Who|Part|Need|Value|Trust|Last contact", "谁|角色|需求|价值|信任|最近联系").split(separator: "|").map(
      String.init)
    return MarkdownTable.text(
      [header]
        + deal.influencers.map { person in
          [
            safe(person.name) + (person.title.map { say(" (", "（") + safe($0) + say(")", "）") } ?? ""),
            person.role.title.in(report.language), person.needWords(in: report.language),
            person.valueWords(in: report.language), person.trustScore, person.lastContact ?? say("never", "没有"),
          ]
        })
  }

  private func place(_ place: HealthReport.Place) -> String { links.markdown(place) }

  private var unchecked: [String] {
    let groups = UncheckedReason.allCases.compactMap { reason -> String? in
      let rows = report.unchecked.filter { $0.reason == reason }
      guard !rows.isEmpty else { return nil }
      let shown = rows.prefix(3).map { place($0.evidence) + ($0.detail.isEmpty ? "" : " " + safe($0.detail)) }
      let more = rows.count > 3 ? [say("\(rows.count - 3) more", "另有\(rows.count - 3)处")] : []
      return "- \(rows.count) \(reason.title.in(report.language))\(say(": ", "："))"
        + (shown + more).joined(separator: say(", ", "，"))
    }
    return groups.isEmpty
      ? []
      : [
        "## " + say("Not checked", "没有核对"),
        say("What follows had no part in the above.", "以下内容没有计入上面的判断。"), groups.joined(separator: "\n"),
      ]
  }
}
