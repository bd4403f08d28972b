import DealJournal

extension Rule {
  /// A concession while value or trust is open.
  static let earlyDiscount = Rule(
    code: "X601", name: "early-discount", gate: .exchange, stages: .needs ... .exchange, weight: 62,
    summary: Text(
      en: "A concession was given or offered while value or trust was still open.",
      zh: "价值没讲透、信用没立住，就先让步了。"),
    why: Text(
      en: "A discount answers neither a missing value nor a doubt; it only tells them that the price was not meant.",
      zh: "价值和信用的问题，让价解决不了，只会让人觉得原来的价格有水分。"),
    clears: Text(
      en:
        "Leave price out of the next meeting; settle the open point first, and give nothing without something in return.",
      zh: "下次先别谈价，把没解决的解决了；真要让，也要换点东西回来。"),
    example: Example(
      fires: Text(
        en: """
          # 2026-11-12 Larkfield Mills #stage/exchange
          Met Tom Reed, the production manager #role/user. Stops on the line cost him his bonus #need/driver, so that is what has to end first #need/confirmed.
          Ran his film on our demo line without a stop #value/capability.
          Met Helen Marsh, the CFO, who signs #role/economic. She wants it paid back in two years #need/confirmed.
          She asked for a discount, and I gave 5 % #exchange/discount.
          """,
        zh: """
          # 2026-11-12 长风纺织 #阶段/交换
          见了生产部王经理 #角色/使用。停机扣的是他的奖金 #需求/动因，他说先把停机解决了再谈别的 #需求/确认。
          用他们的膜在样机上跑了一遍，没停过 #价值/能力。
          今天见了财务李总，她说了算 #角色/拍板。她要两年内回本 #需求/确认。
          她要优惠，我让了5个点 #交换/让步。
          """),
      silent: Text(
        en: """
          # 2026-11-12 Larkfield Mills #stage/exchange
          Met Tom Reed, the production manager #role/user. Stops on the line cost him his bonus #need/driver, so that is what has to end first #need/confirmed.
          Ran his film on our demo line without a stop #value/capability.
          Met Helen Marsh, the CFO, who signs #role/economic. She wants it paid back in two years #need/confirmed.
          Showed Helen Marsh the saving: 80,000 a year, paid back in 18 months #value/benefit.
          She asked for a discount, and I gave 5 % #exchange/discount.
          """,
        zh: """
          # 2026-11-12 长风纺织 #阶段/交换
          见了生产部王经理 #角色/使用。停机扣的是他的奖金 #需求/动因，他说先把停机解决了再谈别的 #需求/确认。
          用他们的膜在样机上跑了一遍，没停过 #价值/能力。
          今天见了财务李总，她说了算 #角色/拍板。她要两年内回本 #需求/确认。
          给李总算了账：一年省八万，一年半回本 #价值/收益。
          她要优惠，我让了5个点 #交换/让步。
          """),
      nearMiss: .notes(
        at: .exchange,
        [
          .user,
          .userConvinced,
          .decider,
          .deciderConvinced,
          .say(en: "She asked for a discount, and I said no #exchange/discount.", zh: "她要优惠，我没松口 #交换/让步。"),
        ]))
  ) { context in
    let concessions = context.concessions
    let blind = context.chain.filter { context.isShownNothing($0) }
    let doubtful = context.chain.filter { context.distrusts($0) }
    guard !concessions.isEmpty, !(blind.isEmpty && doubtful.isEmpty) else { return [] }
    let named = (doubtful.isEmpty ? blind : doubtful).prefix(2)
    let has = named.count == 1 ? "has" : "have"
    let open = Text.list(named.map { context.called($0.person) })
    return [
      Finding.Draft(
        message: doubtful.isEmpty
          ? Text(
            en: "We are coming down on price already, and \(open.en) \(has) not seen the value yet.",
            zh: "\(open.zh)还没看到价值，价格就先松口了。")
          : Text(
            en: "We are coming down on price already, and \(open.en) still \(has) doubts.",
            zh: "\(open.zh)的顾虑还没消，价格就先松口了。"),
        clears: Text(
          en:
            "Leave price out of the next meeting; settle it with \(open.en) first, and give nothing without something in return.",
          zh: "下次先别谈价，先把\(open.zh)这边谈通；真要让，也要换点东西回来。"),
        evidence: concessions.reversed().map(\.evidence))
    ]
  }
}
