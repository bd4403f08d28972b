import DealJournal
import FactReading

extension Rule {
  /// Late, and nothing says how it gets from yes to a signature.
  static let decisionProcessUnknown = Rule(
    code: "X607", name: "decision-process-unknown", gate: .exchange, severity: .info, stages: .exchange ... .exchange,
    silentFor: [.tender, .owner, .household], weight: 15, waitsOn: Cause.anywhere("P302", "M807"),
    summary: Text(
      en: "It is late, and nothing says how it gets from a yes to a signature.", zh: "都到后期了，从点头到签字要走哪些步，还不知道。"),
    why: Text(
      en: "Board, legal, purchasing: each step that nobody asked about takes two weeks that nobody planned.",
      zh: "上会、法务、采购，每一步没问到的，都是没算进去的两个星期。"),
    clears: Text(en: "Ask: from your yes to the signature, what happens in which order?", zh: "问一句：您点头以后到签字，还要走哪几步？"),
    example: Example(
      at: .exchange,
      fires: [
        .say(
          en: "Met Helen Marsh, the CFO #role/economic. She wants it paid back in two years #need/confirmed.",
          zh: "今天见了财务李总 #role/economic。她要两年内回本 #需求/确认。"),
        .say(en: "Quoted 420,000 #exchange/price.", zh: "报价42万 #交换/价格。"),
      ],
      silent: [
        .decider,
        .say(en: "Quoted 420,000 #exchange/price.", zh: "报价42万 #交换/价格。"),
        .say(
          en: "After her it goes to legal, then to the board on 2026-12-02 #fact/decision.",
          zh: "她之后走法务，再上12月2日的办公会 #事实/决策。"),
      ],
      nearMiss: [
        .say(
          en: "Met Helen Marsh #role/economic. She wants it paid back in two years #need/confirmed.",
          zh: "今天见了财务李总 #role/economic。她要两年内回本 #需求/确认。"),
        .say(en: "We handed in the tender #exchange/terms.", zh: "标书交了 #交换/条款。"),
      ])
  ) { context in
    guard !context.has(.decision), !context.has(sign: .tender) else { return [] }
    let who = context.contactName
    return [
      Finding.Draft(
        message: Text(
          en: "Terms are on the table, and nothing says how it gets from their yes to a signature.",
          zh: "都在谈条件了，从对方点头到签字要走哪几步，还不知道。"),
        clears: Text(
          en: "Ask \(who.en): from your yes to the signature, what happens in which order?",
          zh: "问\(who.zh)一句：您点头以后到签字，还要走哪几步？"),
        evidence: context.evidence(context.facts(.exchangePrice, .exchangeTerms)))
    ]
  }
}
