import DealJournal
import FactReading
import NoteSyntax

/// Tells how a deal stands at each gate of its phase.
struct GateReader {
  let context: DealContext
  private typealias Item = GateReading.Item

  /// The gates of the deal's phase, in order.
  func gates() -> [GateReading] {
    switch context.deal.stage {
    case .lost: []
    case .care: Gate.ofCare.map { GateReading(gate: $0, items: items(of: $0)) }
    default: Gate.ofSale.map { GateReading(gate: $0, items: items(of: $0)) }
    }
  }

  private func items(of gate: Gate) -> [GateReading.Item] {
    let stage = context.deal.stage
    return switch gate {
    case .people: stage >= .opportunity ? people() : []
    case .needs: stage >= .opportunity ? needs() : []
    case .value: stage >= .value ? value() : []
    case .trust: stage >= .needs ? trust() : []
    case .exchange: stage >= .exchange ? exchange() : []
    case .momentum: momentum()
    case .satisfaction: satisfaction()
    case .attention: attention()
    case .growth: growth()
    }
  }

  private func people() -> [GateReading.Item] {
    let decider = context.chain.first { $0.role == .economic }
    var items = [
      Item(
        text: Text(en: "somebody can say the final yes", zh: "知道谁最后拍板"), state: decider == nil ? .open : .met,
        evidence: decider.map { [$0.introduced] } ?? [])
    ]
    items += context.chain.map { influencer in
      let name = context.name(influencer.person)
      return Item(
        text: Text(en: "\(name): met or spoken to", zh: "\(name)：接触过"),
        state: context.isMet(influencer) ? .met : .open,
        evidence: context.evidence(of: influencer, .contact, otherwise: influencer.introduced))
    }
    return items
  }

  private func needs() -> [GateReading.Item] {
    let drivers = context.facts(.needDriver)
    var items = context.chain.map { influencer in
      let name = context.name(influencer.person)
      return Item(
        text: Text(en: "\(name): own need confirmed", zh: "\(name)：本人的需求确认过"),
        state: influencer.need >= .confirmed ? .met : .open,
        evidence: context.evidence(
          of: influencer, .needConfirmed, .needGuided, .needDriver, .needRequirement, otherwise: influencer.introduced))
    }
    if context.chain.isEmpty {
      items.append(
        Item(
          text: Text(en: "somebody confirmed the need", zh: "有人确认过需求"),
          state: context.has(.needConfirmed, .needGuided) ? .met : .open,
          evidence: context.facts(.needConfirmed, .needGuided).map(\.evidence)))
    }
    items.append(
      Item(
        text: Text(en: "why they want it", zh: "知道对方为什么要"), state: drivers.isEmpty ? .open : .met,
        evidence: drivers.map(\.evidence)))
    return items
  }

  private func value() -> [GateReading.Item] {
    var items = context.chain.map { influencer in
      let name = context.name(influencer.person)
      return Item(
        text: Text(en: "\(name): shown what is in it for them", zh: "\(name)：知道对自己有什么好处"),
        state: influencer.value.isEmpty ? .open : .met,
        evidence: context.evidence(
          of: influencer, .valueCapability, .valueBenefit, .valueDifference, otherwise: influencer.introduced))
    }
    let rivals = context.facts(.competitor)
    if !rivals.isEmpty {
      let differences = context.facts(.valueDifference)
      items.append(
        Item(
          text: Text(en: "why us and not another way", zh: "讲清楚为什么选我们"), state: differences.isEmpty ? .open : .met,
          evidence: (differences.isEmpty ? rivals : differences).map(\.evidence)))
    }
    return items
  }

  private func trust() -> [GateReading.Item] {
    context.chain.map { influencer in
      let name = context.name(influencer.person)
      let up = influencer.trustUp.count
      let down = influencer.trustDown.count
      return Item(
        text: Text(en: "\(name): trusts us", zh: "\(name)：信得过我们"),
        state: up + down == 0 ? .unknown : context.distrusts(influencer) ? .open : .met,
        evidence: (down >= up ? influencer.trustDown : influencer.trustUp).map { context.journal.facts[$0].evidence })
    }
  }

  private func exchange() -> [GateReading.Item] {
    [
      item(.exchangeBudget, Text(en: "their budget is known", zh: "对方的预算清楚")),
      item(.decision, Text(en: "how they decide is known", zh: "对方怎么决策清楚")),
      item(.exchangeInterest, Text(en: "what it is worth to us is known", zh: "这单对我们值不值清楚")),
    ]
  }

  private func momentum() -> [GateReading.Item] {
    [nextStep(), recent(within: context[.stalledDays]), promises()]
  }

  private func satisfaction() -> [GateReading.Item] {
    let sold = SoldNeed.all(of: context)
    let asked = sold.compactMap(\.word).map(\.evidence)
    return [
      Item(
        text: Text(en: "we know whether the need is met", zh: "知道需求有没有被满足"), state: asked.isEmpty ? .open : .met,
        evidence: asked)
    ]
      + sold.map { need in
        let name = need.person.map { context.name($0) }
        return Item(
          text: Text(
            en: "\(name.map { "\($0): " } ?? "")nothing left to be desired", zh: "\(name.map { "\($0)：" } ?? "")没有留下遗憾"),
          state: need.outcome == .unknown ? .unknown : need.outcome == .met ? .met : .open,
          evidence: [need.word ?? need.wanted].compactMap { $0?.evidence })
      }
  }

  private func attention() -> [GateReading.Item] {
    [recent(within: context[.neglectedDays]), promises(), nextStep()]
  }

  private func growth() -> [GateReading.Item] {
    let raised = context.facts(.repeat, .referral)
    return [
      Item(
        text: Text(en: "repeat business or a referral was raised", zh: "谈过复购或转介绍"),
        state: raised.isEmpty ? .open : .met, evidence: raised.map(\.evidence))
    ]
  }

  private func item(_ kind: FactKind, _ text: Text) -> GateReading.Item {
    let facts = context.facts(kind)
    return Item(text: text, state: facts.isEmpty ? .unknown : .met, evidence: facts.map(\.evidence))
  }

  private func nextStep() -> GateReading.Item {
    let promises = context.nextSteps.map { context.journal.facts[$0.made].evidence }
    let steps = promises + context.appointments.map(\.evidence).filter { !promises.contains($0) }
    return Item(
      text: Text(en: "the next step is fixed", zh: "下一步定了"), state: steps.isEmpty ? .open : .met,
      evidence: steps)
  }

  private func recent(within days: Int) -> GateReading.Item {
    Item(
      text: Text(en: "something happened in the last \(days) days", zh: "最近\(days)天有进展"),
      state: context.silentDays.map { $0 < days ? .met : .open } ?? .unknown,
      evidence: context.lastEvidence.map { [$0] } ?? [])
  }

  private func promises() -> GateReading.Item {
    let late = context.unkeptPromises
    let made = context.deal.commitments.filter { $0.owner == .ours }
    return Item(
      text: Text(en: "our promises are kept", zh: "我们答应的都做到了"),
      state: !late.isEmpty ? .open : made.isEmpty ? .unknown : .met,
      evidence: late.map { context.journal.facts[$0.made].evidence })
  }
}
