import DealJournal
import FactReading

extension Rule {
  /// The notes call the deal further than anything in them bears out.
  static let stageUnsupported = Rule(
    code: "M807", name: "stage-unsupported", gate: .momentum, severity: .info, stages: .needs ... .lost, weight: 20,
    summary: Text(
      en: "The stage that the notes name is not borne out by what they tell.",
      zh: "记录里写的阶段，从记录的内容看不出来。"),
    why: Text(
      en: "A stage is what has happened with the customer, not where we should like to be.",
      zh: "阶段是和客户之间已经发生的事，不是我们希望到的地方。"),
    clears: Text(
      en: "Write down what was agreed with whom, or put the stage back.",
      zh: "把和谁谈定了什么写下来，或者把阶段改回去。"),
    example: Example(
      fires: Text(
        en: """
          # 2026-11-12 Larkfield Mills
          Stage: Negotiation
          Met Tom Reed, production manager. He showed me the hall.
          """,
        zh: """
          # 2026-11-12 长风纺织
          阶段：商务谈判
          见了生产部王经理，他带我看了车间。
          """),
      silent: Text(
        en: """
          # 2026-11-12 Larkfield Mills
          Stage: Negotiation
          Met Tom Reed, production manager. Quoted 420,000, 30 % down #exchange/price.
          """,
        zh: """
          # 2026-11-12 长风纺织
          阶段：商务谈判
          见了生产部王经理，报价42万，首付三成 #交换/价格。
          """),
      nearMiss: Text(
        en: """
          # 2026-11-12 Larkfield Mills
          Stage: Negotiation
          Met Tom Reed, production manager. There are 400,000 in the budget #exchange/budget.
          """,
        zh: """
          # 2026-11-12 长风纺织
          阶段：商务谈判
          见了生产部王经理，预算有40万 #交换/预算。
          """))
  ) { context in
    guard let claim = context.deal.claimedStage, let missing = context.missing(at: claim.stage) else { return [] }
    let named = claim.evidence.quote
    return [
      Finding.Draft(
        message: Text(
          en: "The notes say “\(named)”, but \(missing.en).",
          zh: "记录里写的是“\(named)”，可是\(missing.zh)。"),
        evidence: [claim.evidence])
    ]
  }
}

extension DealContext {
  /// What the least that a stage asks for would be, when the notes have nothing of it.
  fileprivate func missing(at stage: Stage) -> Text? {
    switch stage {
    case .lead, .opportunity: return nil
    case .needs:
      guard !has(.contact, .needRequirement, .needDriver, .needConfirmed, .needGuided) else { return nil }
      return Text(en: "nobody was met and no need is on record", zh: "没见过谁，也没记过需求")
    case .value:
      guard !has(.needRequirement, .needDriver, .needConfirmed, .needGuided) else { return nil }
      return Text(en: "no need of theirs is on record", zh: "还没记过他们要什么")
    case .exchange:
      guard !has(.exchangeBudget, .exchangePrice, .exchangeDiscount, .exchangeTerms) else { return nil }
      return Text(en: "no price, budget or terms are on record", zh: "价格、预算、条款都还没记过")
    case .care:
      guard deal.shownStage != .care,
        !has(
          .satisfactionFull, .satisfactionPartial, .satisfactionNone, .repeat, .referral, .exchangePrice, .exchangeTerms
        )
      else { return nil }
      return Text(en: "nothing says that they bought", zh: "没看到他们买了")
    case .lost: return nil
    }
  }
}
