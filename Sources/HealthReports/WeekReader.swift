import DealHealth
import DealJournal
import FactReading
import NoteSyntax

/// Tells what one deal's week brought, from two assessments of the same notes.
struct WeekReader {
  let deal: Deal
  let standing: Standing
  let now: Assessment
  let before: Assessment
  let week: Week
  let folder: SharedFolder
  let language: Language

  /// The deal as it stood a week ago; nil when no note spoke of it yet.
  private var old: Deal? {
    before.journal.deal(deal.id).flatMap { $0.days.contains { $0 < week.first } ? $0 : nil }
  }

  func read() -> WeeklyReport.DealWeek {
    // What is only worth knowing moves no week.
    let findings = now.findings(ofDeal: deal.id).filter { $0.severity > .info }
    let oldFindings = old == nil ? [] : before.findings(ofDeal: deal.id).filter { $0.severity > .info }
    // What waited is no news when it speaks, and what waits now or is let be is not cleared.
    let known = Set(oldFindings.map(\.identity) + (old == nil ? [] : before.waiting(ofDeal: deal.id).map(\.identity)))
    let current = Set(
      findings.map(\.identity) + now.waiting(ofDeal: deal.id).map(\.identity)
        + now.dismissed.lazy.filter { $0.finding.deal == deal.id }.map(\.finding.identity))
    return WeeklyReport.DealWeek(
      name: deal.name, stage: deal.stage, stageBefore: old.flatMap { $0.stage == deal.stage ? nil : $0.stage },
      isNew: old == nil && isKnown, moves: isKnown ? stageMoves + peopleMoves + factMoves : [],
      action: standing.action?.text.in(language), reason: standing.action?.reasons.first?.message.in(language),
      opened: findings.filter { !known.contains($0.identity) }.map { $0.message.in(language) },
      cleared: oldFindings.filter { !current.contains($0.identity) }.map { $0.message.in(language) }, due: due)
  }

  private func say(_ en: String, _ zh: String) -> String { Text(en: en, zh: zh).spaced.in(language) }

  /// Whether any note has spoken of it by the end of the week.
  private var isKnown: Bool { deal.days.contains { $0 <= now.journal.asOf } }

  private func name(_ person: String) -> String { now.journal.person(person)?.name ?? person }

  private var stageMoves: [WeeklyReport.Move] {
    guard let old else {
      let stage = deal.stage.title
      return [WeeklyReport.Move(topic: .stage, text: say("new, in \(stage.en)", "新单子，处在\(stage.zh)"))]
    }
    guard old.stage != deal.stage else { return [] }
    return [
      WeeklyReport.Move(
        topic: .stage,
        text: say("\(old.stage.title.en) → \(deal.stage.title.en)", "\(old.stage.title.zh) → \(deal.stage.title.zh)"))
    ]
  }

  private var peopleMoves: [WeeklyReport.Move] {
    deal.influencers.filter { $0.role != .none }.flatMap { influencer -> [WeeklyReport.Move] in
      let name = name(influencer.person)
      let past = old?.influencers.first { $0.person == influencer.person }
      var moves: [WeeklyReport.Move] = []
      func add(_ topic: WeeklyReport.Topic, _ en: String, _ zh: String) {
        moves.append(WeeklyReport.Move(topic: topic, text: say(en, zh)))
      }
      let meetings = influencer.contacts.filter { $0 >= week.first && $0 <= now.journal.asOf }
      if influencer.contacts.first.map({ $0 >= week.first }) ?? false {
        add(.people, "met \(name) for the first time", "第一次接触\(name)")
      } else if past == nil, old != nil {
        add(.people, "\(name) came into it", "新出现\(name)")
      } else if !meetings.isEmpty {
        add(.people, "spoke to \(name)", "联系了\(name)")
      }
      if influencer.need > past?.need ?? .unknown {
        add(
          .needs, "\(name): need \(influencer.need.title.en)" + (past.map { ", was \($0.need.title.en)" } ?? ""),
          "\(name)：需求\(influencer.need.title.zh)" + (past.map { "，之前\($0.need.title.zh)" } ?? ""))
      }
      let shown = [FactKind.valueCapability, .valueBenefit, .valueDifference].filter {
        influencer.value.contains($0) && !(past?.value.contains($0) ?? false)
      }
      for kind in shown { add(.value, "\(name): \(kind.title.en)", "\(name)：讲了\(kind.title.zh)") }
      let up = influencer.trustUp.count - (past?.trustUp.count ?? 0)
      let down = influencer.trustDown.count - (past?.trustDown.count ?? 0)
      if up > 0 { add(.trust, "\(name): \(up) \(up == 1 ? "sign" : "signs") of trust", "\(name)：\(up)次表现出信任") }
      if down > 0 { add(.trust, "\(name): \(down) \(down == 1 ? "doubt" : "doubts")", "\(name)：\(down)次表现出疑虑") }
      return moves
    }
  }

  /// Promises that were made, kept or missed within the week.
  private var factMoves: [WeeklyReport.Move] {
    let facts = deal.facts.map { now.journal.facts[$0] }.filter {
      guard let day = $0.day else { return false }
      return day >= week.first && day <= now.journal.asOf && $0.isHeld
    }
    return facts.compactMap { fact -> WeeklyReport.Move? in
      let words = fact.evidence.words
      switch fact.kind {
      case .commitmentOurs: return WeeklyReport.Move(topic: .promises, text: say("we promised: ", "我方答应：") + words)
      case .commitmentTheirs: return WeeklyReport.Move(topic: .promises, text: say("they promised: ", "对方答应：") + words)
      case .commitmentDone: return WeeklyReport.Move(topic: .promises, text: say("kept: ", "兑现：") + words)
      case .commitmentBroken: return WeeklyReport.Move(topic: .promises, text: say("missed: ", "没做到：") + words)
      default: return nil
      }
    }
  }

  /// What is late, and what falls due within a week after the report's last day.
  private var due: [WeeklyReport.Due] {
    let horizon = now.journal.asOf + 7
    return standing.promises.filter { promise in
      promise.state != .open || promise.due.map { $0.last <= horizon } ?? false
    }
    .map { commitment in
      let evidence = now.journal.facts[commitment.made].evidence
      return WeeklyReport.Due(
        owner: commitment.owner, day: commitment.due?.last.iso, isLate: commitment.state != .open,
        text: evidence.words, path: evidence.path, line: evidence.line,
        label: "\(folder.name(evidence.path)):\(evidence.line)")
    }
    .sorted { ($0.day ?? "", $0.path, $0.line) < ($1.day ?? "", $1.path, $1.line) }
  }
}
