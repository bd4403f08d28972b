extension Rule {
  /// Nobody is known who says the final yes.
  static let noDecisionMaker = Rule(
    code: "P302", name: "no-decision-maker", gate: .people, stages: .opportunity ... .exchange, weight: 66,
    summary: Text(
      en: "Nobody is known who can say the final yes.",
      zh: "还不知道谁能最后拍板。"),
    why: Text(
      en: "Convincing everybody but the one who decides is work for whoever finds that person first.",
      zh: "拍板的人没找到，其他人说服得再好，也是替别人铺路。"),
    clears: Text(
      en: "Ask your contact: once you are convinced, who else has to say yes?",
      zh: "问联系人一句：您这边定了以后，还要谁点头？"),
    example: Example(
      fires: Text(
        en: """
          # 2026-11-12 Larkfield Mills #stage/needs
          Met Tom Reed, the production manager #role/user. Stops on the line cost him his bonus #need/driver, so that is what has to end first #need/confirmed.
          """,
        zh: """
          # 2026-11-12 长风纺织 #阶段/需求
          见了生产部王经理 #角色/使用。停机扣的是他的奖金 #需求/动因，他说先把停机解决了再谈别的 #需求/确认。
          """),
      silent: Text(
        en: """
          # 2026-11-12 Larkfield Mills #stage/needs
          Met Tom Reed, the production manager #role/user. Stops on the line cost him his bonus #need/driver, so that is what has to end first #need/confirmed.
          Helen Marsh, the CFO, signs #role/economic. Nobody has met her.
          """,
        zh: """
          # 2026-11-12 长风纺织 #阶段/需求
          见了生产部王经理 #角色/使用。停机扣的是他的奖金 #需求/动因，他说先把停机解决了再谈别的 #需求/确认。
          财务李总说了算 #角色/拍板，还没见过。
          """),
      nearMiss: .notes(
        at: .needs,
        [
          .say(
            en:
              "Met Tom Reed, who owns the place and signs #role/economic. He wants an end to the stops #need/confirmed #need/driver.",
            zh: "见了王经理，厂是他自己的，他说了算 #角色/拍板。他要先把停机解决了 #需求/确认 #需求/动因。")
        ]))
  ) { context in
    guard !context.chain.contains(where: { $0.role == .economic }), !context.isAwarded else { return [] }
    let who = context.contactName
    return [
      Finding.Draft(
        message: Text(
          en: "We do not know yet who says the final yes.",
          zh: "谁最后拍板，还不知道。"),
        clears: Text(
          en: "Ask \(who.en): once you are convinced, who else has to say yes?",
          zh: "问\(who.zh)一句：您这边定了以后，还要谁点头？"),
        evidence: context.evidence(context.facts(.decision)))
    ]
  }
}
