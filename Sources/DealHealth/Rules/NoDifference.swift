extension Rule {
  /// Another way is in play and nothing says why us.
  static let noDifference = Rule(
    code: "V403", name: "no-difference", gate: .value, stages: .needs ... .exchange, weight: 56,
    summary: Text(
      en: "A competitor or another way is in play, and nothing says why us.",
      zh: "客户手上有别的选择，我们还没讲清楚为什么选我们。"),
    why: Text(
      en: "Where the difference is not seen, the cheaper one wins, and doing nothing is the cheapest.",
      zh: "看不出差别，就只剩比价；最便宜的，往往是什么都不做。"),
    clears: Text(
      en: "Ask how they compare, then answer with the one thing the other cannot do.",
      zh: "先问对方拿什么来比，再讲一条别人做不到的。"),
    example: Example(
      fires: Text(
        en: """
          # 2026-11-05 Larkfield Mills
          Met Tom Reed, production manager. He confirmed that downtime is his top priority.
          Demo for Tom Reed: the line ran his film without a stop.
          They are also talking to Bosch, our competitor.
          """,
        zh: """
          # 2026-11-05 长风纺织
          见了生产部王经理，王经理确认最要紧的是减少停机。
          给王经理演示了设备，用他们的膜跑，一次没停。
          竞争对手博世也在跟他们谈。
          """),
      silent: Text(
        en: """
          # 2026-11-05 Larkfield Mills
          Met Tom Reed, production manager. He confirmed that downtime is his top priority.
          Demo for Tom Reed: the line ran his film without a stop.
          They are also talking to Bosch, our competitor.
          Tom said that unlike Bosch we are the only ones who service at night.
          """,
        zh: """
          # 2026-11-05 长风纺织
          见了生产部王经理，王经理确认最要紧的是减少停机。
          给王经理演示了设备，用他们的膜跑，一次没停。
          竞争对手博世也在跟他们谈。
          王经理说，跟博世比，只有我们夜里也有人上门。
          """))
  ) { context in
    let rivals = context.facts(.competitor)
    guard !rivals.isEmpty, !context.has(.valueDifference) else { return [] }
    let who = context.contactName
    return [
      Finding.Draft(
        message: Text(
          en: "\(context.account) has another way in hand, and nobody there has heard why us.",
          zh: "\(context.account)手上还有别的选择，我们还没讲过凭什么选我们。"),
        clears: Text(
          en: "Ask \(who.en) how they compare, then answer with the one thing the other cannot do.",
          zh: "先问\(who.zh)拿什么来比，再讲一条别人做不到的。"),
        evidence: rivals.reversed().map(\.evidence))
    ]
  }
}
