extension Rule {
  /// Nobody on the customer's side has said that the need is theirs.
  static let needUnconfirmed = Rule(
    code: "N202", name: "need-unconfirmed", gate: .needs, stages: .lead ... .exchange, weight: 70,
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
          # 2026-11-12 Larkfield Mills
          Met Tom Reed, production manager. He asked for a quote for two packing lines.
          """,
        zh: """
          # 2026-11-12 长风纺织
          见了生产部王经理，要两条包装线的报价。
          """),
      silent: Text(
        en: """
          # 2026-11-12 Larkfield Mills
          Met Tom Reed, production manager. He asked for a quote for two packing lines.
          Tom confirmed that the packing bottleneck is his top priority this year.
          """,
        zh: """
          # 2026-11-12 长风纺织
          见了生产部王经理，要两条包装线的报价。
          王经理确认今年最要紧的就是解决包装瓶颈。
          """))
  ) { context in
    guard !context.has(.needConfirmed, .needGuided) else { return [] }
    let asked = context.facts(.needRequirement, .needDriver)
    let who = context.contactName
    return [
      Finding.Draft(
        message: asked.isEmpty
          ? Text(
            en: "What \(context.account) needs is not on record, let alone confirmed.",
            zh: "\(context.account)到底要什么，记录里没有，更没人确认过。")
          : Text(
            en: "What \(context.account) needs is our reading so far; nobody there has confirmed it.",
            zh: "\(context.account)要什么，目前还是我们自己的理解，对方没有人点过头。"),
        clears: Text(
          en: "Say the need back to \(who.en) in one sentence and ask: is that it, and what comes first?",
          zh: "用一句话把需求复述给\(who.zh)，问一句：是不是这个意思？哪条最要紧？"),
        evidence: context.evidence(asked))
    ]
  }
}
