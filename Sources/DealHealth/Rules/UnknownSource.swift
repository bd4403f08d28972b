import DealJournal
import FactReading

extension Rule {
  /// Nothing says how the deal came about.
  static let unknownSource = Rule(
    code: "A102", name: "unknown-source", gate: .people, severity: .info, stages: .lead ... .opportunity, weight: 10,
    summary: Text(en: "Nothing says how the deal came about.", zh: "看不出这个单子是怎么来的。"),
    why: Text(
      en:
        "Whoever came by themselves brings a need; whom we went to may have to be brought to one. The first step differs.",
      zh: "自己找来的带着需求来；我们找上门的，需求可能还要诱发。第一步就不一样。"),
    clears: Text(en: "Write one line: who found whom, and where.", zh: "补一句：谁找的谁，从哪儿认识的。"),
    example: Example(
      at: .lead,
      fires: [
        .say(en: "Called Tom Reed, the production manager. He may want a packing line.", zh: "给生产部王经理打了电话，可能想上一条包装线。")
      ],
      silent: [
        .say(en: "Called Tom Reed, the production manager. He may want a packing line.", zh: "给生产部王经理打了电话，可能想上一条包装线。"),
        .say(en: "He found us at the trade show #fact/source.", zh: "他是在展会上找到我们的 #事实/来源。"),
      ],
      nearMiss: [
        .say(
          en: "Cold call to Tom Reed, the production manager. He may want a packing line.", zh: "陌拜认识了生产部王经理，可能想上一条包装线。"
        )
      ])
  ) { context in
    guard !context.has(.source), !context.has(sign: .theyCame, .weWent, .knownAlready) else { return [] }
    return [
      Finding.Draft(
        message: Text(
          en: "Nothing says how this came about: did they find us, did we find them, did somebody send us?",
          zh: "没写这个单子是怎么来的：对方找来的、我们找去的，还是别人介绍的？"),
        evidence: context.evidence([]))
    ]
  }
}
