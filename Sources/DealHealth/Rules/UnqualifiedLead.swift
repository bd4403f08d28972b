import DealJournal
import FactReading

extension Rule {
  /// A need that we may not be able to meet is treated as an opportunity.
  static let unqualifiedLead = Rule(
    code: "A101", name: "unqualified-lead", gate: .needs, stages: .opportunity ... .opportunity, weight: 38,
    summary: Text(en: "A need is on record, and nothing says that we can meet it.", zh: "需求记下来了，我们能不能满足，还没写。"),
    why: Text(
      en:
        "An opportunity is a need that we are able to meet; until that is clear it is a lead, and time spent on it is a bet.",
      zh: "能满足的需求才叫商机；没弄清之前只是线索，花的时间都是在赌。"),
    clears: Text(
      en: "Ask whoever delivers whether we can meet it, write down the answer, and let it go in good time if not.",
      zh: "问问交付的同事做不做得了，把答案记下来；做不了就早点放下。"),
    example: Example(
      at: .opportunity,
      fires: [
        .say(
          en: "Met Tom Reed, the production manager #role/user. He asks for two packing lines #need/requirement.",
          zh: "见了生产部王经理 #角色/使用。他想要两条包装线 #需求/要求。")
      ],
      silent: [
        .say(
          en: "Met Tom Reed, the production manager #role/user. He asks for two packing lines #need/requirement.",
          zh: "见了生产部王经理 #角色/使用。他想要两条包装线 #需求/要求。"),
        .say(en: "Our engineers say we can meet that.", zh: "问了工程师，我们能满足。"),
      ],
      nearMiss: [
        .say(
          en: "Met Tom Reed, the production manager #role/user. He asks for two packing lines #need/requirement.",
          zh: "见了生产部王经理 #角色/使用。他想要两条包装线 #需求/要求。"),
        .userConvinced,
      ])
  ) { context in
    let needs = context.facts(.needRequirement, .needDriver, .needConfirmed, .needGuided)
    let isKnownToFit =
      context.has(.valueCapability, .valueDifference, .exchangePrice) || context.has(sign: .fit, .noFit)
    guard !needs.isEmpty, !isKnownToFit else { return [] }
    return [
      Finding.Draft(
        message: Text(
          en: "They need something, and nothing says yet that we can meet it.",
          zh: "对方有需求，可我们能不能满足，记录里还没有。"),
        evidence: context.evidence(needs))
    ]
  }
}
