extension Rule {
  /// Attention dropped after the signature.
  static let customerNeglected = Rule(
    code: "C703", name: "customer-neglected", gate: .attention, stages: .care ... .care, weight: 68,
    settings: [.neglectedDays],
    summary: Text(
      en: "Nobody has been in touch with the customer for four weeks or more.",
      zh: "客户四周以上没人联系了。"),
    why: Text(
      en: "Courting before the signature and silence after it is what customers remember longest.",
      zh: "签之前天天跑，签之后没人影，客户记得最清楚。"),
    clears: Text(
      en: "Call today, with nothing to sell: ask how it is going.",
      zh: "今天打个电话，不推销，就问问用得怎么样。"),
    example: Example(
      fires: Text(
        en: """
          # 2026-09-20 Larkfield Mills #stage/care
          Met Helen Marsh, the CFO #role/economic. She signed: 420,000 #exchange/price.
          """,
        zh: """
          # 2026-09-20 长风纺织 #阶段/经营
          见了财务李总 #角色/拍板，她签了，42万 #交换/价格。
          """),
      silent: Text(
        en: """
          # 2026-09-20 Larkfield Mills #stage/care
          Met Helen Marsh, the CFO #role/economic. She signed: 420,000 #exchange/price.
          # 2026-11-12 Larkfield Mills #stage/care
          Called Tom Reed, the production manager #role/user. The line is in since last week.
          """,
        zh: """
          # 2026-09-20 长风纺织 #阶段/经营
          见了财务李总 #角色/拍板，她签了，42万 #交换/价格。
          # 2026-11-12 长风纺织 #阶段/经营
          给生产部王经理打了电话 #角色/使用，设备上周装好了。
          """),
      nearMiss: .notes(
        at: .care, from: "2026-10-26",
        [
          .bought
        ]))
  ) { context in
    guard let days = context.daysWithoutContact, days >= context[.neglectedDays] else { return [] }
    let who = context.contactName
    return [
      Finding.Draft(
        message: Text(
          en: "Nobody has been in touch for \(days) days.",
          zh: "已经\(days)天没人联系了。"),
        clears: Text(
          en: "Call \(who.en) today, with nothing to sell: ask how it is going.",
          zh: "今天给\(who.zh)打个电话，不推销，就问问用得怎么样。"),
        evidence: context.evidence([]))
    ]
  }
}

extension Setting {
  /// A customer, without contact.
  static let neglectedDays = Setting(
    "C703.days", standard: 28,
    summary: Text(en: "Days without contact after which a customer is neglected.", zh: "成交以后多少天没联系算冷落。"))
}
