import DealHealth
import FactReading
import SourceText

/// Lays a weekly report out as Markdown.
struct MarkdownWeek {
  let report: WeeklyReport

  func text() -> String {
    var parts = [
      "# " + say("Week \(report.week)", "\(report.week) 周报"),
      say("\(report.from) to \(report.through)", "\(report.from) 至 \(report.through)"),
    ]
    if report.deals.isEmpty {
      parts.append(say("Nothing moved, and nothing is due.", "这周没有进展，也没有到期的事。"))
    }
    parts += report.deals.map(section)
    if !report.quiet.isEmpty {
      parts.append(
        "## " + say("No movement", "没有动静") + "\n\n"
          + report.quiet.map { safe($0) }.joined(separator: say(", ", "、")))
    }
    return parts.joined(separator: "\n\n") + "\n"
  }

  private func say(_ en: String, _ zh: String) -> String { report.language == .zh ? zh : en }
  private func safe(_ text: String) -> String { InertText.markdown(text) }

  private func section(_ deal: WeeklyReport.DealWeek) -> String {
    var parts = ["## \(safe(deal.name)) · \(deal.stage.title.in(report.language))"]
    parts += list(
      say("Moved", "本周进展"),
      WeeklyReport.Topic.allCases.flatMap { topic in
        deal.moves.filter { $0.topic == topic }.map {
          "\(topic.title.in(report.language))\(say(": ", "："))\(safe($0.text))"
        }
      })
    if let action = deal.action {
      parts.append(
        "**\(say("Next", "下一步"))\(say(": ", "："))\(safe(action))**" + (deal.reason.map { "\n" + safe($0) } ?? ""))
    }
    parts += list(say("Due", "到期"), deal.due.map(line))
    // The reason for the next action stands above already.
    parts += list(say("New gaps", "新出现的问题"), deal.opened.filter { $0 != deal.reason }.map(safe))
    parts += list(say("Settled", "已解决"), deal.cleared.map(safe))
    return parts.joined(separator: "\n\n")
  }

  private func line(_ due: WeeklyReport.Due) -> String {
    let who = due.owner == .ours ? say("we", "我方") : say("they", "对方")
    let day = due.day.map { "\($0), " } ?? ""
    let late = due.isLate ? say(" (late)", "（过期）") : ""
    return "\(day)\(who)\(late)\(say(": ", "："))\(safe(due.text)) (\(safe(due.label)))"
  }

  private func list(_ title: String, _ items: [String]) -> [String] {
    items.isEmpty ? [] : ["### \(title)\n\n" + items.map { "- " + $0 }.joined(separator: "\n")]
  }
}

extension WeeklyReport.Topic {
  /// Its name for readers.
  var title: Text {
    switch self {
    case .stage: Text(en: "stage", zh: "阶段")
    case .people: Text(en: "people", zh: "人")
    case .needs: Text(en: "needs", zh: "需求")
    case .value: Text(en: "value", zh: "价值")
    case .trust: Text(en: "trust", zh: "信用")
    case .promises: Text(en: "promises", zh: "承诺")
    }
  }
}
