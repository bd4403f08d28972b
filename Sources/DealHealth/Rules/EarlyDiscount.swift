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
          # 2026-11-05 Larkfield Mills
          Met Tom Reed, production manager. He confirmed that downtime is his top priority.
          Demo for Tom Reed: the line ran his film without a stop.
          # 2026-11-12 Larkfield Mills
          Met Helen Marsh, the CFO, who signs off on the purchase. Sent the quote: 420,000. She asked for a discount, I gave 5% off.
          """,
        zh: """
          # 2026-11-05 长风纺织
          见了生产部王经理，王经理确认最要紧的是减少停机。
          给王经理演示了设备，用他们的膜跑，一次没停。
          # 2026-11-12 长风纺织
          见了财务总监李敏，最后由她拍板。报价42万，她要求优惠，我让了5个点。
          """),
      silent: Text(
        en: """
          # 2026-11-05 Larkfield Mills
          Met Tom Reed, production manager. He confirmed that downtime is his top priority.
          Demo for Tom Reed: the line ran his film without a stop.
          # 2026-11-12 Larkfield Mills
          Met Helen Marsh, the CFO, who signs off on the purchase. Sent the quote: 420,000.
          Showed Helen the savings: 80,000 a year, paid back in 18 months.
          """,
        zh: """
          # 2026-11-05 长风纺织
          见了生产部王经理，王经理确认最要紧的是减少停机。
          给王经理演示了设备，用他们的膜跑，一次没停。
          # 2026-11-12 长风纺织
          见了财务总监李敏，最后由她拍板。报价42万。
          给李敏算了账：一年省八万，一年半回本。
          """))
  ) { context in
    let concessions = context.facts(.exchangeDiscount)
    let blind = context.chain.filter(\.value.isEmpty)
    let doubtful = context.chain.filter { context.distrusts($0) }
    guard !concessions.isEmpty, !(blind.isEmpty && doubtful.isEmpty) else { return [] }
    let named = (doubtful.isEmpty ? blind : doubtful).prefix(2)
    let has = named.count == 1 ? "has" : "have"
    let open = Text.list(named.map { context.name($0.person) })
    return [
      Finding.Draft(
        message: doubtful.isEmpty
          ? Text(
            en: "Price is already giving way, and \(open.en) \(has) not seen the value yet.",
            zh: "\(open.zh)还没看到价值，价格就先松口了。")
          : Text(
            en: "Price is already giving way, and \(open.en) still \(has) doubts.",
            zh: "\(open.zh)的顾虑还没消，价格就先松口了。"),
        clears: Text(
          en:
            "Leave price out of the next meeting; settle it with \(open.en) first, and give nothing without something in return.",
          zh: "下次先别谈价，先把\(open.zh)这边谈通；真要让，也要换点东西回来。"),
        evidence: concessions.reversed().map(\.evidence))
    ]
  }
}
