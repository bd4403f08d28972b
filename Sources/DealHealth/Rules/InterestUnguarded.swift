extension Rule {
  /// Nothing says what the deal is worth to us.
  static let interestUnguarded = Rule(
    code: "X602", name: "interest-unguarded", gate: .exchange, stages: .exchange ... .exchange, weight: 40,
    waitsOn: Cause.anywhere("M807"),
    summary: Text(
      en: "Price is being talked about, and nothing says what the deal is worth to us: margin, floor, approval.",
      zh: "在谈价了，这单对我们值不值还没写：毛利、底价、审批，都没有。"),
    why: Text(
      en: "An exchange is fair only when it serves both sides; without a floor of our own we follow theirs.",
      zh: "交换要双方都划算才长久；自己没有底线，就只能跟着对方走。"),
    clears: Text(
      en: "Before the next price talk, write down margin, floor price and who has to approve.",
      zh: "下次谈价之前，先把毛利、底价和审批人写下来。"),
    example: Example(
      fires: Text(
        en: """
          # 2026-11-12 Larkfield Mills #stage/exchange
          Met Helen Marsh, the CFO, who signs #role/economic. She wants it paid back in two years #need/confirmed.
          Showed Helen Marsh the saving: 80,000 a year, paid back in 18 months #value/benefit.
          Quoted 420,000, 30 % down #exchange/price #exchange/terms.
          """,
        zh: """
          # 2026-11-12 长风纺织 #阶段/交换
          今天见了财务李总，她说了算 #角色/拍板。她要两年内回本 #需求/确认。
          给李总算了账：一年省八万，一年半回本 #价值/收益。
          报价42万，首付三成 #交换/价格 #交换/条款。
          """),
      silent: Text(
        en: """
          # 2026-11-12 Larkfield Mills #stage/exchange
          Met Helen Marsh, the CFO, who signs #role/economic. She wants it paid back in two years #need/confirmed.
          Showed Helen Marsh the saving: 80,000 a year, paid back in 18 months #value/benefit.
          Quoted 420,000, 30 % down #exchange/price #exchange/terms.
          Our margin is 22 %, our floor 395,000 #exchange/interest.
          """,
        zh: """
          # 2026-11-12 长风纺织 #阶段/交换
          今天见了财务李总，她说了算 #角色/拍板。她要两年内回本 #需求/确认。
          给李总算了账：一年省八万，一年半回本 #价值/收益。
          报价42万，首付三成 #交换/价格 #交换/条款。
          我们毛利22%，底价39万5 #交换/利益。
          """),
      nearMiss: .notes(
        at: .value,
        [
          .decider,
          .deciderConvinced,
          .say(en: "She asked for a rough figure: 420,000 #exchange/price.", zh: "她要个大概数，我说42万左右 #交换/价格。"),
        ]))
  ) { context in
    guard !context.has(.exchangeInterest) else { return [] }
    let talks = context.facts(.exchangePrice, .exchangeDiscount, .exchangeTerms)
    guard !talks.isEmpty else { return [] }
    return [
      Finding.Draft(
        message: Text(
          en: "We are talking price, and nothing says what the deal is worth to us.",
          zh: "已经在谈价了，我们自己的毛利和底价还没写。"),
        evidence: context.evidence(talks))
    ]
  }
}
