extension Rule {
  /// Trust is good, and neither repeat business nor a referral was raised.
  static let referralUnasked = Rule(
    code: "C706", name: "referral-unasked", gate: .growth, severity: .info, stages: .care ... .care, weight: 20,
    summary: Text(
      en: "The customer trusts us, and neither repeat business nor a referral was raised.",
      zh: "客户信得过我们，复购和转介绍都还没提过。"),
    why: Text(
      en: "Where trust stands already, the next sale costs least.",
      zh: "信用已经在了，再做一单的成本最低。"),
    clears: Text(
      en: "Ask: who else do you know with the same problem?",
      zh: "问一句：身边还有谁也碰到同样的问题？"),
    example: Example(
      fires: Text(
        en: """
          # 2026-09-20 Larkfield Mills #stage/care
          Met Helen Marsh, the CFO #role/economic. She signed: 420,000 #exchange/price.
          # 2026-11-12 Larkfield Mills #stage/care
          Called Helen Marsh. Just what she bought it for #satisfaction/full, and she wished all suppliers were like us #trust/up.
          """,
        zh: """
          # 2026-09-20 长风纺织 #阶段/经营
          见了财务李总 #角色/拍板，她签了，42万 #交换/价格。
          # 2026-11-12 长风纺织 #阶段/经营
          给李总打了电话，她说钱花得值 #满意/完全，还说供应商要都像我们这样就好了 #信任/升。
          """),
      silent: Text(
        en: """
          # 2026-09-20 Larkfield Mills #stage/care
          Met Helen Marsh, the CFO #role/economic. She signed: 420,000 #exchange/price.
          # 2026-11-12 Larkfield Mills #stage/care
          Called Helen Marsh. Just what she bought it for #satisfaction/full, and she wished all suppliers were like us #trust/up.
          She gave me the number of her cousin, whose plant has the same trouble #fact/referral.
          """,
        zh: """
          # 2026-09-20 长风纺织 #阶段/经营
          见了财务李总 #角色/拍板，她签了，42万 #交换/价格。
          # 2026-11-12 长风纺织 #阶段/经营
          给李总打了电话，她说钱花得值 #满意/完全，还说供应商要都像我们这样就好了 #信任/升。
          她把表哥的电话给了我，说他厂里也是这个毛病 #事实/转介绍。
          """),
      nearMiss: .notes(
        at: .care, from: "2026-10-26",
        [
          .bought,
          .entry("2026-11-12"),
          .userCalled,
          .say(
            en: "Tom Reed likes it, only the labels are crooked #satisfaction/partial #trust/up.",
            zh: "王经理挺喜欢，就是标签贴得歪 #满意/部分 #信任/升。"),
        ]))
  ) { context in
    let trust = context.facts(.trustUp).count - context.facts(.trustDown).count
    let outcomes = SoldNeed.all(of: context).map(\.outcome)
    // Whoever is still disappointed is asked for nothing.
    let isContent = outcomes.contains(.met) && !outcomes.contains(.partly) && !outcomes.contains(.unmet)
    guard !context.has(.repeat, .referral), isContent && trust > 0 else { return [] }
    let friend = context.chain.max { $0.trustUp.count < $1.trustUp.count }.map { context.name($0.person) }
    return [
      Finding.Draft(
        message: Text(
          en: "They are content with us, and neither repeat business nor a referral was raised.",
          zh: "对方对我们挺认可，复购和转介绍都还没提过。"),
        clears: Text(
          en: "Ask \(friend ?? "them"): who else do you know with the same problem?",
          zh: "问问\(friend ?? "对方")：身边还有谁也碰到同样的问题？"),
        evidence: context.evidence(context.facts(.satisfactionFull, .trustUp)))
    ]
  }
}
