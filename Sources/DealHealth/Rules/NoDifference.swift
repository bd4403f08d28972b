extension Rule {
  /// Another way is in play and nothing says why us.
  static let noDifference = Rule(
    code: "V403", name: "no-difference", gate: .value, stages: .needs ... .exchange, weight: 56,
    waitsOn: Cause.anywhere("N201", "N202"),
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
          # 2026-11-12 Larkfield Mills #stage/value
          Met Tom Reed, the production manager #role/user. Stops on the line cost him his bonus #need/driver, so that is what has to end first #need/confirmed.
          Ran his film on our demo line without a stop #value/capability.
          They also talk to Bosch #fact/competitor.
          """,
        zh: """
          # 2026-11-12 长风纺织 #阶段/价值
          见了生产部王经理 #角色/使用。停机扣的是他的奖金 #需求/动因，他说先把停机解决了再谈别的 #需求/确认。
          用他们的膜在样机上跑了一遍，没停过 #价值/能力。
          博世也在跟他们谈 #事实/竞争。
          """),
      silent: Text(
        en: """
          # 2026-11-12 Larkfield Mills #stage/value
          Met Tom Reed, the production manager #role/user. Stops on the line cost him his bonus #need/driver, so that is what has to end first #need/confirmed.
          Ran his film on our demo line without a stop #value/capability.
          They also talk to Bosch #fact/competitor.
          Nobody but us comes at night, and Tom Reed says that this is the point #value/difference.
          """,
        zh: """
          # 2026-11-12 长风纺织 #阶段/价值
          见了生产部王经理 #角色/使用。停机扣的是他的奖金 #需求/动因，他说先把停机解决了再谈别的 #需求/确认。
          用他们的膜在样机上跑了一遍，没停过 #价值/能力。
          博世也在跟他们谈 #事实/竞争。
          夜里肯上门的只有我们，王经理说他看中的就是这个 #价值/差异。
          """),
      nearMiss: .notes(
        at: .value,
        [
          .user,
          .userConvinced,
          .say(en: "Bosch is out since September #not/competitor.", zh: "博世九月就出局了 #不是/竞争。"),
        ]))
  ) { context in
    let rivals = context.facts(.competitor)
    guard context.isBacked(.competitor), !context.has(.valueDifference), !context.isAwarded else { return [] }
    let who = context.contactName
    return [
      Finding.Draft(
        message: Text(
          en: "They have other options, and nobody there has heard why it should be us.",
          zh: "对方手上还有别的选择，我们还没讲过凭什么选我们。"),
        clears: Text(
          en: "Ask \(who.en) how they compare, then answer with the one thing the other cannot do.",
          zh: "先问\(who.zh)拿什么来比，再讲一条别人做不到的。"),
        evidence: rivals.reversed().map(\.evidence))
    ]
  }
}
