import FactReading
import NoteSyntax

extension Rule {
  /// They bought, and nobody asked whether the need is met.
  static let satisfactionUntracked = Rule(
    code: "C701", name: "satisfaction-untracked", gate: .satisfaction, stages: .care ... .care, weight: 54,
    summary: Text(
      en: "They bought, and nobody has asked whether their need is met.",
      zh: "买了以后，还没人问过需求满足了没有。"),
    why: Text(
      en:
        "A sale ends when the need is met, not when the contract is signed; who is disappointed leaves without a word.",
      zh: "签了字不算完，需求满足了才算完；失望的客户不会说，只会走。"),
    clears: Text(
      en: "Call this week and ask: does it do what you bought it for?",
      zh: "这周打个电话，问一句：当初想解决的问题，解决了没有？"),
    example: Example(
      fires: Text(
        en: """
          # 2026-10-01 Larkfield Mills
          Met Helen Marsh, the CFO. Contract signed, we won the deal.
          # 2026-11-12 Larkfield Mills
          Installation finished at Larkfield Mills. Tom Reed, production manager, was there.
          """,
        zh: """
          # 2026-10-01 长风纺织
          见了财务总监李敏，合同签了，拿下。
          # 2026-11-12 长风纺织
          设备装完了，生产部王经理在现场。
          """),
      silent: Text(
        en: """
          # 2026-10-01 Larkfield Mills
          Met Helen Marsh, the CFO. Contract signed, we won the deal.
          # 2026-11-12 Larkfield Mills
          Installation finished at Larkfield Mills. Tom Reed, production manager, is very happy: the line runs without a stop.
          """,
        zh: """
          # 2026-10-01 长风纺织
          见了财务总监李敏，合同签了，拿下。
          # 2026-11-12 长风纺织
          设备装完了，生产部王经理很满意，说一次都没停过。
          """))
  ) { context in
    guard !context.has(.satisfactionFull, .satisfactionPartial, .satisfactionNone),
      let bought = context.facts(.exchangePrice, .exchangeDiscount, .exchangeTerms).compactMap(\.day).last
        ?? context.deal.days.first,
      context.asOf - bought >= Threshold.deliveryDays
    else { return [] }
    let who = context.contactName
    return [
      Finding.Draft(
        message: Text(
          en: "\(context.account) has bought, and nobody has asked whether it does what they wanted.",
          zh: "\(context.account)买了以后，还没人问过用得怎么样。"),
        clears: Text(
          en: "Call \(who.en) this week: does it do what you bought it for?",
          zh: "这周给\(who.zh)打个电话：当初想解决的问题，解决了没有？"),
        evidence: context.evidence([]))
    ]
  }
}
