import DealJournal
import FactReading
import NoteSyntax

extension Rule {
  /// They bought, and nobody asked whether the need is met.
  static let satisfactionUntracked = Rule(
    code: "C701", name: "satisfaction-untracked", gate: .satisfaction, stages: .care ... .care, weight: 54,
    settings: [.deliveryDays],
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
      silent: Text(
        en: """
          # 2026-09-20 Larkfield Mills #stage/care
          Met Helen Marsh, the CFO #role/economic. She signed: 420,000 #exchange/price.
          # 2026-11-12 Larkfield Mills #stage/care
          Called Tom Reed, the production manager #role/user. The line is in since last week.
          Tom Reed: not one stop so far, just what he wanted #satisfaction/full.
          """,
        zh: """
          # 2026-09-20 长风纺织 #阶段/经营
          见了财务李总 #角色/拍板，她签了，42万 #交换/价格。
          # 2026-11-12 长风纺织 #阶段/经营
          给生产部王经理打了电话 #角色/使用，设备上周装好了。
          王经理说到现在一次没停过，要的就是这个 #满意/完全。
          """),
      nearMiss: .notes(
        at: .care, from: "2026-11-02",
        [
          .bought
        ]))
  ) { context in
    let terms = context.facts(.exchangePrice, .exchangeDiscount, .exchangeTerms)
    guard let bought = terms.filter(\.isLikely).compactMap(\.day).last ?? context.deal.days.first,
      context.asOf - bought >= context[.deliveryDays]
    else { return [] }
    let sold = SoldNeed.all(of: context)
    // Whoever alone was not asked stands in the table of what was sold, and needs no reminder of their own.
    guard sold.allSatisfy({ $0.outcome == .unknown }) else { return [] }
    let delivered = terms.compactMap(\.day).first ?? bought
    guard !context.signs(.outcome).contains(where: { ($0.day ?? context.asOf) > delivered }) else { return [] }
    return [context.nobodyAsked(about: sold.first { $0.person != nil })]
  }
}

extension DealContext {
  /// Nothing at all is known of how it went.
  fileprivate func nobodyAsked(about sold: SoldNeed?) -> Finding.Draft {
    let person = sold?.person
    let who = person.map { Text(en: name($0), zh: name($0)) } ?? contactName
    return Finding.Draft(
      message: sold?.wanted.map { wanted in
        Text(
          en:
            "They have bought, and nobody has asked \(who.en) whether it is what they wanted: “\(wanted.evidence.words)”.",
          zh: "买了以后，还没问过\(who.zh)，当初要的做到了没有：“\(wanted.evidence.words)”。")
      }
        ?? Text(
          en: "They have bought, and nobody has asked whether it does what they wanted.", zh: "买了以后，还没人问过用得怎么样。"),
      clears: Text(
        en: "Call \(who.en) this week: does it do what you bought it for?",
        zh: "这周给\(who.zh)打个电话：当初想解决的问题，解决了没有？"),
      evidence: evidence([]) + (sold?.wanted.map { [$0.evidence] } ?? []))
  }
}

extension Setting {
  /// After the last word on price or terms, the customer has had what they bought long enough to be asked.
  static let deliveryDays = Setting(
    "C701.days", standard: 28,
    summary: Text(
      en:
        "Days after the last word on price or terms from which the customer has had what they bought long enough to be asked.",
      zh: "谈完价格或条款多少天以后，就该去问用得怎么样。"))
}
