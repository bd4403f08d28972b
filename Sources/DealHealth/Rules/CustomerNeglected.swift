extension Rule {
  /// Attention dropped after the signature.
  static let customerNeglected = Rule(
    code: "C703", name: "customer-neglected", gate: .attention, stages: .care ... .care, weight: 68,
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
          # 2026-09-10 Larkfield Mills
          Met Helen Marsh, the CFO. Contract signed, we won the deal.
          """,
        zh: """
          # 2026-09-10 长风纺织
          见了财务总监李敏，合同签了，拿下。
          """),
      silent: Text(
        en: """
          # 2026-09-10 Larkfield Mills
          Met Helen Marsh, the CFO. Contract signed, we won the deal.
          # 2026-11-12 Larkfield Mills
          Called Helen Marsh, she is satisfied with the line.
          """,
        zh: """
          # 2026-09-10 长风纺织
          见了财务总监李敏，合同签了，拿下。
          # 2026-11-12 长风纺织
          给李敏打了电话，她对设备很满意。
          """))
  ) { context in
    guard let days = context.daysWithoutContact, days >= Threshold.neglectedDays else { return [] }
    let who = context.contactName
    return [
      Finding.Draft(
        message: Text(
          en: "Nobody has been in touch with \(context.account) for \(days) days.",
          zh: "\(context.account)已经\(days)天没人联系了。"),
        clears: Text(
          en: "Call \(who.en) today, with nothing to sell: ask how it is going.",
          zh: "今天给\(who.zh)打个电话，不推销，就问问用得怎么样。"),
        evidence: context.evidence([]))
    ]
  }
}
