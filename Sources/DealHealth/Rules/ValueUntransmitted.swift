import DealJournal
import FactReading

extension Rule {
  /// An influencer has been shown no value.
  static let valueUntransmitted = Rule(
    code: "V401", name: "value-untransmitted", gate: .value, stages: .value ... .exchange, weight: 58,
    waitsOn: Cause.anywhere("N201") + Cause.samePerson("P301", "P304", "P307"),
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
          # 2026-11-12 Larkfield Mills #stage/value
          Met Tom Reed, the production manager #role/user. Stops on the line cost him his bonus #need/driver, so that is what has to end first #need/confirmed.
          Ran his film on our demo line without a stop #value/capability.
          Met Helen Marsh, the CFO, who signs #role/economic. She wants it paid back in two years #need/confirmed.
          """,
        zh: """
          # 2026-11-12 长风纺织 #阶段/价值
          见了生产部王经理 #角色/使用。停机扣的是他的奖金 #需求/动因，他说先把停机解决了再谈别的 #需求/确认。
          用他们的膜在样机上跑了一遍，没停过 #价值/能力。
          今天见了财务李总，她说了算 #角色/拍板。她要两年内回本 #需求/确认。
          """),
      silent: Text(
        en: """
          # 2026-11-12 Larkfield Mills #stage/value
          Met Tom Reed, the production manager #role/user. Stops on the line cost him his bonus #need/driver, so that is what has to end first #need/confirmed.
          Ran his film on our demo line without a stop #value/capability.
          Met Helen Marsh, the CFO, who signs #role/economic. She wants it paid back in two years #need/confirmed.
          Showed Helen Marsh the saving: 80,000 a year, paid back in 18 months #value/benefit.
          """,
        zh: """
          # 2026-11-12 长风纺织 #阶段/价值
          见了生产部王经理 #角色/使用。停机扣的是他的奖金 #需求/动因，他说先把停机解决了再谈别的 #需求/确认。
          用他们的膜在样机上跑了一遍，没停过 #价值/能力。
          今天见了财务李总，她说了算 #角色/拍板。她要两年内回本 #需求/确认。
          给李总算了账：一年省八万，一年半回本 #价值/收益。
          """),
      nearMiss: .notes(
        at: .value,
        [
          .user,
          .userConvinced,
          .say(
            en: "Met Ravi Patel, who guides us inside #role/coach. He wants quiet nights #need/driver.",
            zh: "见了信息部周主任，他一直给我们指路 #角色/教练。他想夜里少接电话 #需求/动因。"),
        ]))
  ) { context in
    context.unshown.map { influencer in
      let name = context.called(influencer.person)
      return Finding.Draft(
        person: influencer.person,
        message: Text(
          en: "\(name.en) has not been shown what is in it for them.",
          zh: "这件事对\(name.zh)有什么好处，还没跟本人讲过。"),
        clears: Text(
          en: "Show \(name.en) one thing: how it settles what they care about most.",
          zh: "挑\(name.zh)最在意的一条，讲清楚我们怎么解决。"),
        evidence: context.evidence(
          of: influencer, .needConfirmed, .needRequirement, .needDriver, otherwise: influencer.introduced),
        extraWeight: influencer.role == .economic ? 8 : 0)
    }
  }
}

extension DealContext {
  /// Those who were shown nothing, and whose need is known; and whoever else is likely to be meant of those who were shown
  /// nothing.
  fileprivate var unshown: [Influencer] {
    let blind = chain.filter { isShownNothing($0) }
    return adding(likeliestOf: blind, to: blind.filter { isDue(for: $0) }, for: .valueUntransmitted)
  }

  /// Whether somebody's need is known, so that it is time to show them value.
  fileprivate func isDue(for influencer: Influencer) -> Bool {
    influencer.need >= .stated && influencer.role != .coach
  }
}
