import DealHealth
import DealJournal
import FactReading
import NoteSyntax
import SourceText

/// Puts a weekly report on a page: one screen of what moved and slipped, then what follows from it.
struct WeekPage {
  let report: WeeklyReport
  /// What templates call its parts.
  static let names = [
    "moved", "slipped", "gates", "comparison", "opened", "kept", "broken", "due", "disappointed", "asks", "settled",
    "quiet", "unchecked",
  ]

  func page() -> ReportPage {
    ReportPage(
      language: report.language,
      title: (isWeek ? say("Week \(report.week)", "\(report.week) 周报") : say("What moved", "进展报告"))
        + (report.rep.map { " · " + $0 } ?? ""),
      lead: [say("\(report.from) to \(report.through)", "\(report.from) 至 \(report.through)"), headline],
      sections: [
        moved, slipped, gates, comparison, risks, promises("kept", say("Promises kept", "兑现了的承诺"), \.kept),
        promises("broken", say("Promises missed", "没兑现的承诺"), \.broken), steps, care, asks, settled, quiet, unchecked,
      ].compactMap(\.self).filter { !$0.items.isEmpty || !$0.table.isEmpty || $0.note != nil })
  }

  /// Whether it is just a week, and not another stretch of days.
  private var isWeek: Bool { Week(report.week) != nil }

  private func say(_ en: String, _ zh: String) -> String { report.language == .zh ? zh : en }
  private var semicolon: String { say("; ", "；") }
  private var comma: String { say(", ", "、") }

  private func subject(_ deal: WeeklyReport.DealWeek) -> String {
    deal.reps.isEmpty || report.rep != nil
      ? deal.name : deal.name + say(" (", "（") + deal.reps.joined(separator: comma) + say(")", "）")
  }

  private var headline: String {
    let moved = report.deals.count { !$0.moved.isEmpty }
    let slipped = report.deals.count { !$0.slipped.isEmpty }
    let late = report.deals.reduce(0) { $0 + $1.steps.count(where: \.isLate) }
    let counts = [
      (moved, say("\(moved) \(moved == 1 ? "deal" : "deals") moved", "\(moved) 个单子有进展")),
      (slipped, say("\(slipped) slipped", "\(slipped) 个有退步")),
      (late, say("\(late) \(late == 1 ? "promise is" : "promises are") late", "\(late) 个承诺过期")),
      (report.quiet.count, say("\(report.quiet.count) without news", "\(report.quiet.count) 个没有动静")),
    ].filter { $0.0 > 0 }
    guard moved + slipped + late > 0 else {
      return say("Nothing moved, and nothing is late.", "没有进展，也没有过期的事。")
    }
    return counts.map(\.1).joined(separator: say(", ", "，")) + say(".", "。")
  }

  private func lines(
    _ name: String, _ title: String, _ moves: KeyPath<WeeklyReport.DealWeek, [WeeklyReport.Move]>, isUrgent: Bool
  ) -> ReportPage.Section {
    ReportPage.Section(
      name: name, title: title,
      items: report.deals.filter { !$0[keyPath: moves].isEmpty }.map { deal in
        let told = WeeklyReport.Topic.allCases.flatMap { topic in deal[keyPath: moves].filter { $0.topic == topic } }
        return ReportPage.Item(
          subject: subject(deal), about: deal.id, text: told.map(\.text).joined(separator: semicolon),
          isUrgent: isUrgent,
          places: Self.first(told.compactMap(\.evidence)))
      })
  }

  /// Places of different lines, as many as a reader follows.
  private static func first(_ places: [HealthReport.Place]) -> [HealthReport.Place] {
    var told: Set<String> = []
    return Array(places.filter { told.insert($0.label).inserted }.prefix(3))
  }

  private var moved: ReportPage.Section? { lines("moved", say("Moved", "进展"), \.moved, isUrgent: false) }
  private var slipped: ReportPage.Section? { lines("slipped", say("Slipped", "退步"), \.slipped, isUrgent: true) }

  private var gates: ReportPage.Section? {
    func score(_ score: WeeklyReport.GateScore) -> String {
      "\(score.gate.title.in(report.language)) \(score.met)/\(score.asked)"
    }
    return ReportPage.Section(
      name: "gates", title: say("Another gate is the lowest now", "最低的一关变了"),
      items: report.deals.compactMap { deal in
        deal.gate.map { shift in
          ReportPage.Item(
            subject: subject(deal), about: deal.id,
            text: (shift.before.map(score) ?? say("none", "没有")) + " → " + score(shift.now))
        }
      })
  }

  private var comparison: ReportPage.Section? {
    report.comparison.map { rows in
      ReportPage.Section(
        name: "comparison", title: say("Beside the period before", "跟上期比"),
        table: [[say("what", "项目"), say("before", "上期"), say("now", "本期")]]
          + rows.map { [$0.topic, String($0.before), String($0.now)] }, bars: rows)
    }
  }

  /// What is missing since this week, unless the ask of the deal says it below.
  private var risks: ReportPage.Section? {
    ReportPage.Section(
      name: "opened", title: say("New gaps", "新出现的问题"),
      items: report.deals.flatMap { deal in
        deal.opened.filter { finding in
          !(deal.ask?.reasons.contains { $0.isSame(as: finding) } ?? false)
            && !deal.slipped.contains { $0.text == finding.message }
        }.map { finding in
          ReportPage.Item(
            subject: subject(deal), about: deal.id, text: "\(finding.code) \(finding.message)",
            detail: finding.inQuotes,
            places: Array(finding.evidence.prefix(1)))
        }
      })
  }

  private func promises(
    _ name: String, _ title: String, _ promises: KeyPath<WeeklyReport.DealWeek, [WeeklyReport.Promise]>
  ) -> ReportPage.Section {
    ReportPage.Section(
      name: name, title: title,
      items: report.deals.flatMap { deal in
        deal[keyPath: promises].map { promise in
          ReportPage.Item(
            subject: subject(deal), about: deal.id, text: who(promise) + "“\(promise.evidence.words)”",
            places: [promise.evidence])
        }
      })
  }

  private func who(_ promise: WeeklyReport.Promise) -> String {
    promise.owner == .customer ? say("they: ", "对方：") : say("we: ", "我方：")
  }

  /// What is late first, then by day.
  private var steps: ReportPage.Section? {
    let steps = report.deals.flatMap { deal in deal.steps.map { (deal: deal, step: $0) } }
      .filter { $0.step.day != nil }
      .sorted {
        ($0.step.day ?? "", $0.deal.name, $0.step.evidence.line) < (
          $1.step.day ?? "", $1.deal.name, $1.step.evidence.line
        )
      }
    let undated = report.deals.reduce(0) { $0 + $1.steps.count { $0.day == nil } }
    return ReportPage.Section(
      name: "due", title: say("Due, by day", "到期，按日子"),
      note: undated == 0
        ? nil
        : say(
          "\(undated) open \(undated == 1 ? "promise has" : "promises have") no day; rapport report lists them.",
          "另有 \(undated) 件待办没写日子，见 rapport report。"),
      items: steps.map { deal, step in
        ReportPage.Item(
          subject: day(step.day ?? "") + (step.isLate ? say(" late", "（过期）") : ""),
          text: "\(deal.name)\(say(", ", "，"))\(who(step))“\(step.evidence.words)”", isUrgent: step.isLate,
          places: [step.evidence])
      })
  }

  /// A day with its weekday: `Tue 2026-11-24`.
  private func day(_ iso: String) -> String {
    guard let day = Day(iso: iso) else { return iso }
    let english = ["Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"]
    let chinese = ["一", "二", "三", "四", "五", "六", "日"]
    return say("\(english[day.weekday - 1]) \(iso)", "\(iso) 周\(chinese[day.weekday - 1])")
  }

  private var care: ReportPage.Section? {
    ReportPage.Section(
      name: "disappointed", title: say("Customers who are disappointed", "不满意的客户"),
      items: report.deals.filter { $0.stage == .care }.flatMap { deal in
        deal.disappointments.map {
          ReportPage.Item(
            subject: subject(deal), about: deal.id, text: $0.message, detail: $0.inQuotes, isUrgent: true,
            places: Array($0.evidence.prefix(1)))
        }
      })
  }

  private var asks: ReportPage.Section? {
    ReportPage.Section(
      name: "asks", title: say("One thing per deal", "每个单子办一件事"),
      items: report.deals.compactMap { deal in
        deal.ask.map { ask in
          ReportPage.Item(
            subject: subject(deal), about: deal.id, text: ask.text, detail: ask.reasons.first?.message,
            places: ask.reasons.first.map { Array($0.evidence.prefix(1)) } ?? [])
        }
      })
  }

  private var settled: ReportPage.Section? {
    ReportPage.Section(
      name: "settled", title: say("No longer missing", "原来缺、现在不缺了"),
      items: report.deals.flatMap { deal in
        deal.cleared.map { ReportPage.Item(subject: subject(deal), about: deal.id, text: $0.message) }
      })
  }

  private var quiet: ReportPage.Section? {
    ReportPage.Section(
      name: "quiet", title: say("Without news", "没有动静"),
      note: report.quiet.isEmpty ? nil : report.quiet.joined(separator: comma))
  }

  private var unchecked: ReportPage.Section? {
    ReportPage.Section(
      name: "unchecked", title: say("Not checked", "没有核对"),
      items: UncheckedReason.allCases.compactMap { reason in
        let rows = report.unchecked.filter { $0.reason == reason }
        return rows.isEmpty
          ? nil
          : ReportPage.Item(
            text: say("\(rows.count) \(reason.title.en)", "\(reason.title.zh) \(rows.count) 处"),
            places: rows.prefix(2).map(\.evidence))
      })
  }
}

extension WeeklyReport: PrintedReport {
  /// For a terminal, wrapped to the style's width.
  public func terminal(_ style: TerminalStyle) -> String { TerminalReport(report: page, style: style).text() }

  /// As Markdown (CommonMark with tables).
  public func markdown(links: EvidenceLinks = .none) -> String {
    BuiltinTemplate.page.filled(with: values(links: links), .markdown)
  }

  /// The report as a page.
  var page: ReportPage { WeekPage(report: self).page() }
}
