extension Rule {
  /// Nobody on the customer's side has said that the need is theirs.
  static let needUnconfirmed = Rule(
    code: "N202", name: "need-unconfirmed", gate: .needs, stages: .lead ... .exchange, weight: 70,
    waitsOn: Cause.anywhere("N201"),
    summary: Text(
      en: "Nobody on the customer's side has confirmed the need.",
      zh: "客户那边还没有人亲口确认过需求。"),
    why: Text(
      en: "A need that only we believe in may not be theirs, and everything built on it falls with it.",
      zh: "我们以为的需求不一定是对方的需求，没确认就往下做，后面全是白做。"),
    clears: Text(
      en: "Say the need back to them in one sentence and ask: is that it, and what comes first?",
      zh: "用一句话把需求复述给对方，问一句：是不是这个意思？哪条最要紧？"),
    example: Example(
      fires: Text(
        en: """
          # 2026-11-12 Larkfield Mills #stage/needs
          Met Tom Reed, the production manager #role/user. He wants a quote for two packing lines #need/requirement.
          """,
        zh: """
          # 2026-11-12 长风纺织 #阶段/需求
          见了生产部王经理 #角色/使用。他要两条包装线的报价 #需求/要求。
          """),
      silent: Text(
        en: """
          # 2026-11-12 Larkfield Mills #stage/needs
          Met Tom Reed, the production manager #role/user. He wants a quote for two packing lines #need/requirement.
          Said it back to Tom Reed: fewer stops first, price second. Exactly that, he said #need/confirmed.
          """,
        zh: """
          # 2026-11-12 长风纺织 #阶段/需求
          见了生产部王经理 #角色/使用。他要两条包装线的报价 #需求/要求。
          我复述给王经理：先少停机，再谈价钱。他说就是这个意思 #需求/确认。
          """),
      nearMiss: .notes(
        at: .needs,
        [
          .say(
            en: "Met Tom Reed, the production manager #role/user. He asks for two packing lines #need/requirement.",
            zh: "见了生产部王经理 #角色/使用。他想要两条包装线 #需求/要求。"),
          .decider,
        ]))
  ) { context in
    guard !context.has(.needConfirmed, .needGuided) else { return [] }
    let asked = context.facts(.needRequirement, .needDriver)
    let who = context.contactName
    return [
      Finding.Draft(
        message: asked.isEmpty
          ? Text(
            en: "What they need is not on record, let alone confirmed.",
            zh: "对方到底要什么，记录里没有，更没人确认过。")
          : Text(
            en: "What they need is our reading so far; nobody there has confirmed it.",
            zh: "对方要什么，目前还是我们自己的理解，没有人点过头。"),
        clears: Text(
          en: "Say the need back to \(who.en) in one sentence and ask: is that it, and what comes first?",
          zh: "用一句话把需求复述给\(who.zh)，问一句：是不是这个意思？哪条最要紧？"),
        evidence: context.evidence(asked))
    ]
  }
}
