import DealJournal
import FactReading

extension Rule {
  /// Late, and no sign either way of trust.
  static let trustUnknown = Rule(
    code: "T505", name: "trust-unknown", gate: .trust, severity: .info, stages: .exchange ... .exchange, weight: 10,
    waitsOn: Cause.anywhere("M807"),
    summary: Text(
      en: "It is late, and no sign either way says whether they trust the company or the rep.",
      zh: "都到谈价了，对方信不信得过公司和销售本人，一点迹象都没记。"),
    why: Text(
      en: "Trust below its threshold stops a deal without a word; unknown is not fine.",
      zh: "信任不够，单子会一声不响地停下；不知道不等于没问题。"),
    clears: Text(
      en: "Ask for something that only trust gives: a look at their numbers, a word with their boss.",
      zh: "提一个要有信任才会答应的请求：看看他们的数，跟领导说句话。"),
    example: Example(
      at: .exchange,
      fires: [
        .user,
        .userConvinced,
        .say(en: "Quoted 420,000 #exchange/price.", zh: "报价42万 #交换/价格。"),
      ],
      silent: [
        .user,
        .userConvinced,
        .say(en: "Quoted 420,000 #exchange/price.", zh: "报价42万 #交换/价格。"),
        .say(en: "Tom Reed told me in private what the other side quoted #trust/up.", zh: "王经理私下把对手的报价告诉了我 #信任/升。"),
      ],
      nearMiss: [
        .user,
        .userConvinced,
        .say(en: "Quoted 420,000 #exchange/price.", zh: "报价42万 #交换/价格。"),
        .say(en: "Tom Reed doubts that we come at night #trust/down.", zh: "王经理怀疑我们夜里能不能上门 #信任/降。"),
      ])
  ) { context in
    guard !context.chain.isEmpty, !context.has(.trustUp, .trustDown) else { return [] }
    let who = context.contactName
    // Whoever decides for themselves has no boss.
    let isOwn = [.household, .owner].contains(context.profile)
    return [
      Finding.Draft(
        message: Text(
          en: "Terms are on the table, and nothing shows whether they trust us, the company or you.",
          zh: "都在谈条件了，对方信不信得过公司、信不信得过你，还看不出来。"),
        clears: Text(
          en:
            "Ask \(who.en) for something that only trust gives: a look at their numbers, \(isOwn ? "the name of a friend whom you should see" : "a word with their boss").",
          zh: "跟\(who.zh)提一个要有信任才会答应的请求：看看他们的\(isOwn ? "账，引荐一位朋友" : "数，跟领导说句话")。"),
        evidence: context.evidence(context.facts(.exchangePrice, .exchangeTerms)))
    ]
  }
}
