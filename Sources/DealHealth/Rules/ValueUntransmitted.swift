import DealJournal
import FactReading

extension Rule {
  /// An influencer has been shown no value.
  static let valueUntransmitted = Rule(
    code: "V401", name: "value-untransmitted", gate: .value, stages: .value ... .exchange, weight: 58,
    summary: Text(
      en: "Someone on the decision chain has been shown no value: neither that we can, nor what they gain, nor why us.",
      zh: "决策链上有人还没看到价值：我们能不能做、对他有什么好处、为什么选我们，都没讲过。"),
    why: Text(
      en: "Who does not see what they gain weighs only what they pay.",
      zh: "看不到好处的人，眼里只有价格。"),
    clears: Text(
      en: "Show them one thing: how it settles what they care about most.",
      zh: "挑他最在意的一条，讲清楚我们怎么解决。"),
    example: Example(
      fires: Text(
        en: """
          # 2026-11-05 Larkfield Mills
          Met Tom Reed, production manager. He confirmed that downtime is his top priority.
          Demo for Tom Reed: the line ran his film without a stop.
          # 2026-11-12 Larkfield Mills
          Met Helen Marsh, the CFO, who signs off on the purchase. She wants payback within two years.
          """,
        zh: """
          # 2026-11-05 长风纺织
          见了生产部王经理，王经理确认最要紧的是减少停机。
          给王经理演示了设备，用他们的膜跑，一次没停。
          # 2026-11-12 长风纺织
          见了财务总监李敏，最后由她拍板。李敏要求两年内回本。
          """),
      silent: Text(
        en: """
          # 2026-11-05 Larkfield Mills
          Met Tom Reed, production manager. He confirmed that downtime is his top priority.
          Demo for Tom Reed: the line ran his film without a stop.
          # 2026-11-12 Larkfield Mills
          Met Helen Marsh, the CFO, who signs off on the purchase. She wants payback within two years.
          Showed Helen the savings: 80,000 a year, paid back in 18 months.
          """,
        zh: """
          # 2026-11-05 长风纺织
          见了生产部王经理，王经理确认最要紧的是减少停机。
          给王经理演示了设备，用他们的膜跑，一次没停。
          # 2026-11-12 长风纺织
          见了财务总监李敏，最后由她拍板。李敏要求两年内回本。
          给李敏算了账：一年省八万，一年半回本。
          """))
  ) { context in
    context.chain.filter { context.isShownNothing($0) }.map { influencer in
      let name = context.name(influencer.person)
      return Finding.Draft(
        person: influencer.person,
        message: Text(
          en: "\(name) has not been shown what is in it for them.",
          zh: "还没让\(name)看到这事对他有什么好处。"),
        clears: Text(
          en: "Show \(name) one thing: how it settles what they care about most.",
          zh: "挑\(name)最在意的一条，讲清楚我们怎么解决。"),
        evidence: context.evidence(
          of: influencer, .needConfirmed, .needRequirement, .needDriver, otherwise: influencer.introduced),
        extraWeight: influencer.role == .economic ? 8 : 0)
    }
  }
}

extension DealContext {
  fileprivate func isShownNothing(_ influencer: Influencer) -> Bool {
    influencer.value.isEmpty && influencer.need >= .stated && influencer.role != .coach
  }
}
