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
          # 2026-10-01 Larkfield Mills
          Met Helen Marsh, the CFO. Contract signed, we won the deal.
          # 2026-11-12 Larkfield Mills
          Called Helen Marsh. She is very satisfied with the line and praised our service.
          """,
        zh: """
          # 2026-10-01 长风纺织
          见了财务总监李敏，合同签了，拿下。
          # 2026-11-12 长风纺织
          给李敏打了电话，她对设备很满意，夸我们服务好。
          """),
      silent: Text(
        en: """
          # 2026-10-01 Larkfield Mills
          Met Helen Marsh, the CFO. Contract signed, we won the deal.
          # 2026-11-12 Larkfield Mills
          Called Helen Marsh. She is very satisfied with the line and praised our service.
          She introduced us to her colleague at Brook Foods, who has the same problem.
          """,
        zh: """
          # 2026-10-01 长风纺织
          见了财务总监李敏，合同签了，拿下。
          # 2026-11-12 长风纺织
          给李敏打了电话，她对设备很满意，夸我们服务好。
          她把隔壁清溪食品的周总介绍给我们。
          """))
  ) { context in
    let trust = context.facts(.trustUp).count - context.facts(.trustDown).count
    let isContent =
      context.facts(.satisfactionFull, .satisfactionPartial, .satisfactionNone).last?.kind == .satisfactionFull
    guard !context.has(.repeat, .referral), isContent && trust > 0 else { return [] }
    let friend =
      context.chain.max { $0.trustUp.count < $1.trustUp.count }.map { context.name($0.person) } ?? context.account
    return [
      Finding.Draft(
        message: Text(
          en: "\(context.account) is content with us, and neither repeat business nor a referral was raised.",
          zh: "\(context.account)对我们挺认可，复购和转介绍都还没提过。"),
        clears: Text(
          en: "Ask \(friend): who else do you know with the same problem?",
          zh: "问问\(friend)：身边还有谁也碰到同样的问题？"),
        evidence: context.evidence(context.facts(.satisfactionFull, .trustUp)))
    ]
  }
}
