import DealJournal
import FactReading

extension Rule {
  /// An opportunity is open, and nobody with a part in it was met.
  static let noInfluencerReached = Rule(
    code: "A103", name: "no-influencer-reached", gate: .people, stages: .opportunity ... .needs, weight: 64,
    summary: Text(en: "An opportunity is open, and nobody with a part in it was met.", zh: "商机有了，影响决策的人一个都还没接触上。"),
    why: Text(
      en: "Whatever the way in, it leads through a person who has a say; until one is reached, everything is hearsay.",
      zh: "不管走哪条路，都要接触到说得上话的人；一个都没见到，知道的就都是听来的。"),
    clears: Text(
      en: "Choose one person who has the problem, and ask for fifteen minutes this week.", zh: "挑一个最受这个问题困扰的人，这周约一刻钟。"),
    example: Example(
      at: .opportunity,
      fires: [
        .say(
          en: "Larkfield want two packing lines, says the trade paper #need/requirement.", zh: "听说长风要上两条包装线 #需求/要求。"),
        .say(en: "Helen Marsh, the CFO, signs there #role/economic. Nobody has met her.", zh: "财务李总说了算 #角色/拍板，还没见过。"),
      ],
      silent: [
        .say(
          en: "Larkfield want two packing lines, says the trade paper #need/requirement.", zh: "听说长风要上两条包装线 #需求/要求。"),
        .user,
      ],
      nearMiss: [
        .say(en: "Larkfield want two packing lines #need/requirement.", zh: "长风要上两条包装线 #需求/要求。"),
        .say(
          en: "Spoke on the phone with Tom Reed, the production manager #role/user #fact/contact.",
          zh: "跟生产部王经理通了电话 #角色/使用 #事实/联系。"),
      ])
  ) { context in
    guard !context.has(.contact), !context.chain.contains(where: { context.isMet($0) }) else { return [] }
    let first = context.chain.first { $0.role == .user } ?? context.chain.first
    let name = first.map { context.called($0.person) }
    return [
      Finding.Draft(
        message: Text(
          en: "Nobody with a say in this has been met yet.",
          zh: "这件事上说得上话的人，还一个都没接触上。"),
        clears: name.map {
          Text(
            en: "Find a way to \($0.en) this week; fifteen minutes on the phone will do.",
            zh: "这周想办法跟\($0.zh)搭上话，电话里一刻钟也行。")
        },
        evidence: context.evidence(context.facts(.needRequirement, .needDriver, .source)))
    ]
  }
}
