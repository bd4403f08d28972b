import DealHealth
import DealJournal
import FactReading
import SourceText

/// Lays a health report out for a terminal.
struct TerminalHealth {
  let report: HealthReport
  let style: TerminalStyle
  /// Whether everything is told of each deal, and not only what comes first.
  var isWhole = false

  func text() -> String {
    var page = TerminalPage(style)
    if !isWhole { page.add(line: [(report.headline, [.strong])]) }
    for deal in report.deals {
      page.gap()
      add(deal, to: &page)
    }
    if !report.unchecked.isEmpty, !isWhole {
      page.gap()
      addUnchecked(to: &page)
    }
    return page.text
  }

  private func say(_ en: String, _ zh: String) -> String { report.language == .zh ? zh : en }

  private func add(_ deal: HealthReport.DealPage, to page: inout TerminalPage) {
    page.add(line: [
      (deal.name, [.strong, .blue]), ("  ", []), (deal.stage.title.in(report.language), [.cyan]),
      (
        deal.claimedStage.map { say("  (notes say: ", "（记录里写的是") + $0.title.in(report.language) + say(")", "）") } ?? "",
        [.yellow]
      ),
      (isWhole ? "  " + deal.sheet.profile.title.in(report.language) : "", []),
      (deal.lastEntry.map { "  " + say("last entry ", "最近记录 ") + $0 } ?? "", [.faint]),
    ])
    if let wait = deal.sheet.wait {
      page.add(
        lead: "  ",
        say("Nothing is to be expected before \(wait.until): ", "\(wait.until) 之前不用等动静：")
          + "“\(wait.evidence.words)”  \(wait.evidence.label)", ink: .faint)
    }
    if !deal.gates.isEmpty { page.add(line: gates(of: deal)) }
    if let action = deal.action {
      page.add(lead: "  → ", leadInk: .green, action.text, ink: .strong)
      for (number, reason) in action.reasons.enumerated() {
        let lead = say("    because: ", "    因为：")
        page.add(lead: lead, leadInk: .faint, reason.message)
        guard let place = reason.evidence.first, number == 0 || place.label != action.reasons[0].evidence.first?.label
        else { continue }
        page.add(
          lead: String(repeating: " ", count: DisplayWidth.columns(of: lead)),
          (reason.inQuotes.map { $0 + "  " } ?? "") + place.label, ink: .faint)
      }
    } else if deal.stage != .lost {
      page.add(lead: "  ", say("Nothing missing that the notes would show.", "从记录里没看出缺什么。"), ink: .green)
    }
    if !deal.influencers.isEmpty { page.add(table: people(of: deal), indent: "    ") }
    if isWhole { addWhole(deal, to: &page) } else { addFurther(deal, to: &page) }
    for promise in deal.commitments { add(promise, to: &page) }
  }

  /// What else is missing, by code alone: a page that says everything is not read.
  private func addFurther(_ deal: HealthReport.DealPage, to page: inout TerminalPage) {
    guard let further = deal.further(in: report.language) else { return }
    page.add(
      lead: say("    also: ", "    另外："), leadInk: .yellow, further + "  rapport show " + deal.argument, ink: .faint)
  }

  /// Every finding with what clears it, then the sheet.
  private func addWhole(_ deal: HealthReport.DealPage, to page: inout TerminalPage) {
    if !deal.findings.isEmpty {
      page.gap()
      page.add(line: [(say("Missing", "还缺"), [.cyan])])
    }
    for finding in deal.findings {
      let place = finding.evidence.first.map { "  \($0.label)" } ?? ""
      let lead = "  \(finding.code) "
      page.add(lead: lead, leadInk: finding.severity == .info ? .cyan : .yellow, finding.message + place)
      page.add(lead: String(repeating: " ", count: lead.utf8.count) + "→ ", finding.clears, ink: .faint)
    }
    for section in deal.sheet.sections(report.language) {
      page.add(section)
    }
    if !deal.commitments.isEmpty {
      page.gap()
      page.add(line: [(say("Promises", "承诺"), [.cyan])])
    }
  }

  private func gates(of deal: HealthReport.DealPage) -> [TerminalPage.Run] {
    var runs: [TerminalPage.Run] = [("  ", [])]
    for (position, gate) in deal.gates.enumerated() {
      if position > 0 { runs.append((" · ", [.faint])) }
      let ink: TerminalStyle.Ink =
        gate.share == nil
        ? .faint : gate.gate == deal.governing && gate.open > 0 ? .red : gate.open > 0 ? .yellow : .green
      runs.append(("\(gate.gate.title.in(report.language)) \(gate.score)", [ink]))
    }
    return runs
  }

  private func people(of deal: HealthReport.DealPage) -> [[TerminalPage.Run]] {
    let header = say("who|part|need|value|trust|last contact", "谁|角色|需求|价值|信任|最近联系").split(separator: "|")
    return [header.map { (String($0), [.faint]) }]
      + deal.influencers.map { person in
        [
          (person.name, [.strong]), (person.role.title.in(report.language), []),
          (person.needWords(in: report.language), person.isNeedOpen ? [.yellow] : [.green]),
          (person.valueWords(in: report.language), person.value.isEmpty ? [.yellow] : [.green]),
          (person.trustScore, person.trustDown > person.trustUp ? [.red] : []),
          (person.lastContact ?? say("never", "没有"), person.lastContact == nil ? [.yellow] : []),
        ]
      }
  }

  private func add(_ promise: HealthReport.CommitmentRow, to page: inout TerminalPage) {
    let isLate = promise.state != .open
    page.add(line: [
      ("    ", []), (promise.label(in: report.language), [isLate ? .red : .faint]), (" ", []),
      (promise.evidence.words, []), ("  " + promise.evidence.label, [.faint]),
    ])
  }

  private func addUnchecked(to page: inout TerminalPage) {
    page.add(line: [(say("Not checked: what follows had no part in the above", "没有核对：以下内容没有计入上面的判断"), [.strong])])
    for reason in UncheckedReason.allCases {
      let rows = report.unchecked.filter { $0.reason == reason }
      guard !rows.isEmpty else { continue }
      page.add(line: [("  \(rows.count)  ", [.yellow]), (reason.title.in(report.language), [])])
      for row in rows.prefix(3) {
        page.add(line: [
          ("     \(row.evidence.label)  ", [.faint]),
          (row.detail.isEmpty ? row.evidence.words : row.detail, []),
        ])
      }
      if rows.count > 3 {
        page.add(line: [(say("     and \(rows.count - 3) more", "     还有 \(rows.count - 3) 处"), [.faint])])
      }
    }
  }
}

// Words that the layouts share.

extension HealthReport {
  /// The report's first line.
  var headline: String {
    let live = deals.filter { $0.stage != .lost }
    let lacking = live.filter { $0.action != nil }.count
    return language == .zh
      ? "截至 \(asOf)：\(live.count) 个单子，\(lacking) 个有事要办"
        + (deals.count > live.count ? "，另有 \(deals.count - live.count) 个已丢" : "")
      : "As of \(asOf): \(live.count) \(live.count == 1 ? "deal" : "deals"), \(lacking) with something to do"
        + (deals.count > live.count ? ", \(deals.count - live.count) lost" : "")
  }
}

extension HealthReport.DealPage {
  /// What is missing beside the reasons of its action, by code: `P301 ×2, V401, and 3 for later`; nil when nothing is.
  func further(in language: Language) -> String? {
    let others = findings.filter { finding in !(action?.reasons.contains { $0.isSame(as: finding) } ?? false) }
    var codes: [(code: String, count: Int)] = []
    for finding in others {
      if codes.last?.code == finding.code {
        codes[codes.count - 1].count += 1
      } else {
        codes.append((finding.code, 1))
      }
    }
    var parts = codes.map { $0.count > 1 ? "\($0.code) ×\($0.count)" : $0.code }
    if !sheet.waiting.isEmpty {
      parts.append(language == .zh ? "\(sheet.waiting.count)条往后放" : "\(sheet.waiting.count) for later")
    }
    return parts.isEmpty ? nil : parts.joined(separator: language == .zh ? "、" : ", ")
  }

  /// The name as an argument of a command.
  var argument: String {
    name.utf8.allSatisfy { $0 != 0x20 && $0 != 0x22 && $0 != 0x27 && $0 > 0x2C } ? name : "\"\(name)\""
  }
}

extension HealthReport.FindingRow {
  /// The words that show it first; nil where the message has them, be it without their full stop.
  var quote: String? {
    guard let words = evidence.first?.words, !words.isEmpty else { return nil }
    let bare = words.hasSuffix("。") || words.hasSuffix(".") ? words.dropLast() : words[...]
    return message.contains(bare) ? nil : words
  }

  /// `quote` as a quotation.
  var inQuotes: String? { quote.map { "“\($0)”" } }
}

extension HealthReport.GateRow {
  /// `3/4`, `1/2 ?2` with two unknown, `?` when nothing is known, `–` when the stage asks for nothing.
  var score: String {
    guard met + open + unknown > 0 else { return "–" }
    guard met + open > 0 else { return "?" }
    return "\(met)/\(met + open)" + (unknown > 0 ? " ?\(unknown)" : "")
  }
}

extension HealthReport.InfluencerRow {
  /// How far their need is known, and in `care` what became of it: `confirmed → met`.
  func needWords(in language: Language) -> String {
    need.title.in(language) + (outcome.map { " → " + $0.title.in(language) } ?? "")
  }

  /// Whether their need is still to be found, or in `care` to be met.
  var isNeedOpen: Bool { outcome.map { $0 != .met } ?? (need < .confirmed) }

  /// What was conveyed to them, in words.
  func valueWords(in language: Language) -> String { HealthReport.words(for: Set(value), in: language) }

  /// `+3 −1`; `?` without any sign.
  var trustScore: String { HealthReport.score(up: trustUp, down: trustDown) }
}

extension HealthReport {
  /// What was conveyed, in words.
  static func words(for value: Set<FactKind>, in language: Language) -> String {
    guard !value.isEmpty else { return language == .zh ? "没讲过" : "none" }
    let names = ValueMatrix.kinds.filter(value.contains).map { kind in
      switch kind {
      case .valueCapability: Text(en: "can", zh: "能做")
      case .valueBenefit: Text(en: "gain", zh: "好处")
      default: Text(en: "why us", zh: "差异")
      }
    }
    return names.map { $0.in(language) }.joined(separator: language == .zh ? "、" : ", ")
  }

  /// Signs of trust and of doubt: `+3 −1`; `?` without any.
  static func score(up: Int, down: Int) -> String {
    up + down == 0
      ? "?" : [up > 0 ? "+\(up)" : "", down > 0 ? "−\(down)" : ""].filter { !$0.isEmpty }.joined(separator: " ")
  }
}

extension HealthReport.CommitmentRow {
  /// `we, by 2026-11-20, overdue:`
  func label(in language: Language) -> String {
    let who = owner == .ours ? Text(en: "we", zh: "我方") : Text(en: "they", zh: "对方")
    let when = due.map { Text(en: ", by \($0)", zh: "，\($0) 前") } ?? Text(en: "", zh: "")
    let status = state == .open ? Text(en: "", zh: "") : Text(en: ", \(state.title.en)", zh: "，\(state.title.zh)")
    return who.in(language) + when.in(language) + status.in(language) + (language == .zh ? "：" : ":")
  }
}
