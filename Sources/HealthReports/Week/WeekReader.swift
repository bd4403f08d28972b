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
  let period: Period
  let folder: SharedFolder
  let language: Language

  /// The deal as it stood before; nil when no note spoke of it yet.
  private var old: Deal? {
    before.journal.deal(deal.id).flatMap { $0.days.contains { $0 < period.first } ? $0 : nil }
  }

  func read(reps: [String]) -> WeeklyReport.DealWeek {
    let old = old
    // What is only worth knowing moves no week.
    let findings = now.findings(ofDeal: deal.id).filter { $0.severity > .info }
    let oldFindings = old == nil ? [] : before.findings(ofDeal: deal.id).filter { $0.severity > .info }
    // What waited is no news when it speaks, and what waits now or is let be is not cleared.
    let known = Set(oldFindings.map(\.identity) + (old == nil ? [] : before.waiting(ofDeal: deal.id).map(\.identity)))
    let current = Set(
      findings.map(\.identity) + now.waiting(ofDeal: deal.id).map(\.identity)
        + now.dismissed.lazy.filter { $0.finding.deal == deal.id }.map(\.finding.identity))
    let opened = isKnown ? findings.filter { !known.contains($0.identity) } : []
    let moves = isKnown ? stageMoves(old) + peopleMoves(old) + amountMoves : []
    let news = promises
    return WeeklyReport.DealWeek(
      id: deal.id, name: deal.name, account: deal.account, reps: reps, stage: deal.stage,
      stageBefore: old.flatMap { $0.stage == deal.stage ? nil : $0.stage }, isNew: old == nil && isKnown,
      moved: moves.filter(\.isForward).map(\.move),
      slipped: moves.filter { !$0.isForward }.map(\.move) + (isKnown ? slips(opened) : []), gate: gateShift(old),
      opened: opened.enumerated().sorted { (-$0.element.weight, $0.offset) < (-$1.element.weight, $1.offset) }
        .map { row($0.element) },
      cleared: oldFindings.filter { !current.contains($0.identity) }.map(row), kept: news.kept, broken: news.broken,
      steps: steps,
      disappointments: findings.filter { Self.disappointments.contains($0.code) }.map(row),
      ask: standing.action.map { action in
        HealthReport.ActionRow(text: action.text.in(language), reasons: action.reasons.prefix(1).map(row))
      })
  }

  /// Rules about a customer whose need is not, or not wholly, met.
  private static let disappointments: Set<String> = ["C702", "C704"]

  /// A move, and whether it goes forward.
  private typealias Directed = (move: WeeklyReport.Move, isForward: Bool)

  private func say(_ en: String, _ zh: String) -> String { Text(en: en, zh: zh).spaced.in(language) }
  private func row(_ finding: Finding) -> HealthReport.FindingRow {
    HealthReport.FindingRow(finding, folder, language)
  }
  private func place(_ evidence: Evidence) -> HealthReport.Place { HealthReport.Place(evidence, in: folder) }

  private func move(
    _ topic: WeeklyReport.Topic, _ text: String, _ evidence: Evidence?, isForward: Bool = true
  ) -> Directed {
    (WeeklyReport.Move(topic: topic, text: text, evidence: evidence.map(place)), isForward)
  }

  /// Whether any note has spoken of it by the end of the period.
  private var isKnown: Bool { deal.days.contains { $0 <= now.journal.asOf } }

  private func name(_ person: String) -> String { now.journal.person(person)?.name ?? person }

  private func isNew(_ fact: JournalFact) -> Bool {
    guard let day = fact.day else { return false }
    return day >= period.first && day <= now.journal.asOf && fact.isHeld
  }

  /// What the period says of the deal, in order of day.
  private var newFacts: [JournalFact] { deal.facts.map { now.journal.facts[$0] }.filter(isNew) }

  private func stageMoves(_ old: Deal?) -> [Directed] {
    let evidence = deal.claimedStage.flatMap { $0.stage == deal.stage ? $0.evidence : nil } ?? newFacts.first?.evidence
    guard let old else {
      let stage = deal.stage.title
      return [move(.stage, say("new, in \(stage.en)", "新单子，处在\(stage.zh)"), evidence)]
    }
    guard old.stage != deal.stage else { return [] }
    // A customer who is being sold to again has not gone back.
    let isBack = deal.stage == .lost || (old.stage < .care && deal.stage < old.stage)
    return [
      move(
        .stage,
        say("\(old.stage.title.en) → \(deal.stage.title.en)", "\(old.stage.title.zh) → \(deal.stage.title.zh)"),
        evidence, isForward: !isBack)
    ]
  }

  private func peopleMoves(_ old: Deal?) -> [Directed] {
    deal.influencers.filter { $0.role != .none }.flatMap { influencer -> [Directed] in
      let name = name(influencer.person)
      let past = old?.influencers.first { $0.person == influencer.person }
      let news = influencer.facts.map { now.journal.facts[$0] }.filter(isNew)
      func evidence(_ kinds: FactKind...) -> Evidence? { news.last { kinds.contains($0.kind) }?.evidence }
      var moves: [Directed] = []
      if influencer.contacts.first.map({ $0 >= period.first && $0 <= now.journal.asOf }) ?? false {
        moves.append(move(.people, say("met \(name) for the first time", "第一次接触\(name)"), evidence(.contact)))
      } else if past == nil, old != nil {
        moves.append(move(.people, say("\(name) came into it", "新出现\(name)"), influencer.introduced))
      }
      let oldNeed = past?.need ?? .unknown
      if influencer.need > oldNeed {
        moves.append(
          move(
            .needs, say("\(name)'s need \(influencer.need.title.en)", "\(name)的需求\(influencer.need.title.zh)"),
            evidence(.needConfirmed, .needGuided, .needDriver, .needRequirement)))
      } else if influencer.need < oldNeed {
        moves.append(
          move(
            .needs,
            say(
              "\(name)'s need only \(influencer.need.title.en), was \(oldNeed.title.en)",
              "\(name)的需求退回到\(influencer.need.title.zh)，之前\(oldNeed.title.zh)"), influencer.introduced,
            isForward: false))
      }
      for kind in [FactKind.valueCapability, .valueBenefit, .valueDifference]
      where influencer.value.contains(kind) && !(past?.value.contains(kind) ?? false) {
        moves.append(move(.value, say("\(name) \(kind.title.en)", "\(name)听到了\(kind.title.zh)"), evidence(kind)))
      }
      // Signs of one sentence are one sign; the same week's trust and doubt are told side by side.
      let up = Set(news.filter { $0.kind == .trustUp }.map(\.evidence)).count
      let down = Set(news.filter { $0.kind == .trustDown }.map(\.evidence)).count
      if up > 0 {
        moves.append(
          move(.trust, say("\(name)'s trust +\(up)", "\(name)的信任 +\(up)"), evidence(.trustUp)))
      }
      if down > 0 {
        moves.append(
          move(
            .trust, say("\(name)'s trust −\(down)", "\(name)的信任 −\(down)"), evidence(.trustDown), isForward: false))
      }
      return moves
    }
  }

  /// A price of ours that is another than before.
  private var amountMoves: [Directed] {
    func prices(_ facts: [JournalFact]) -> [(amount: Amount, evidence: Evidence)] {
      facts.filter { $0.kind == .exchangePrice && $0.isHeld }
        .compactMap { fact in Amount(only: fact.evidence.quote).map { ($0, fact.evidence) } }
    }
    let all = deal.facts.map { now.journal.facts[$0] }.filter { ($0.day ?? now.journal.asOf) <= now.journal.asOf }
    guard let latest = prices(all.filter(isNew)).last else { return [] }
    guard let past = prices(all.filter { $0.day.map { $0 < period.first } ?? false }).last else {
      return [move(.amount, say("first price \(latest.amount.words)", "第一次报价\(latest.amount.words)"), latest.evidence)]
    }
    // Two sums of different size are about different things (a part, a year, an option), and no change of one.
    let ratio = latest.amount.value / past.amount.value
    guard ratio != 1, ratio > 0.5, ratio < 2 else { return [] }
    return [
      move(
        .amount,
        say(
          "price \(past.amount.words) → \(latest.amount.words)", "报价\(past.amount.words) → \(latest.amount.words)"),
        latest.evidence, isForward: ratio > 1)
    ]
  }

  /// What did not happen: what these rules find since this week.
  private func slips(_ opened: [Finding]) -> [WeeklyReport.Move] {
    opened.filter { ["M801", "M803", "M804", "M805", "M806", "N206"].contains($0.code) }.map { finding in
      WeeklyReport.Move(
        topic: finding.code == "N206" ? .needs : .promises, text: finding.message.in(language),
        evidence: finding.evidence.first.map(place))
    }
  }

  /// The lowest gate of both ends of the period, when it is another or stands otherwise.
  private func gateShift(_ old: Deal?) -> WeeklyReport.GateShift? {
    func lowest(_ standing: Standing) -> WeeklyReport.GateScore? {
      standing.gates.first { $0.gate == standing.governing && $0.open > 0 }.map {
        WeeklyReport.GateScore(gate: $0.gate, met: $0.met, asked: $0.met + $0.open)
      }
    }
    guard old != nil, let now = lowest(standing),
      let index = before.journal.deals.firstIndex(where: { $0.id == deal.id })
    else { return nil }
    let past = lowest(before.standings[index])
    return past?.gate == now.gate ? nil : WeeklyReport.GateShift(before: past, now: now)
  }

  /// Promises that were kept or missed within the period; what was done late was kept.
  private var promises: (kept: [WeeklyReport.Promise], broken: [WeeklyReport.Promise]) {
    func told(_ fact: JournalFact) -> WeeklyReport.Promise {
      let own = deal.commitments.first { $0.settled.map { now.journal.facts[$0] === fact } ?? false }
      return WeeklyReport.Promise(
        owner: own?.owner ?? .ours, day: own?.due?.last.iso, isLate: fact.kind == .commitmentBroken,
        evidence: place(fact.evidence))
    }
    var known: Set<Evidence> = []
    let facts = newFacts
    let kept = facts.filter { $0.kind == .commitmentDone && known.insert($0.evidence).inserted }
    let broken = facts.filter { $0.kind == .commitmentBroken && known.insert($0.evidence).inserted }
    return (kept.map(told), broken.map(told))
  }

  private func promise(_ commitment: Commitment) -> WeeklyReport.Promise {
    WeeklyReport.Promise(
      owner: commitment.owner, day: commitment.due?.last.iso, isLate: commitment.state != .open,
      evidence: place(now.journal.facts[commitment.made].evidence))
  }

  /// What is late or to come, by day; a sentence that binds both sides is told once.
  private var steps: [WeeklyReport.Promise] {
    var told: Set<Evidence> = []
    return standing.promises.filter { told.insert(now.journal.facts[$0.made].evidence).inserted }.map(promise)
      .sorted {
        ($0.day ?? "9", $0.evidence.path, $0.evidence.line) < ($1.day ?? "9", $1.evidence.path, $1.evidence.line)
      }
  }
}
