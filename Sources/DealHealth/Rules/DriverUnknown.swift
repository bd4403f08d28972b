extension Rule {
  /// We know what they ask for and not why.
  static let driverUnknown = Rule(
    code: "N203", name: "driver-unknown", gate: .needs, stages: .opportunity ... .value, weight: 50,
    waitsOn: Cause.anywhere("N201", "N202"),
    summary: Text(
      en: "It is known what the customer asks for, not why they want it.",
      zh: "知道客户要什么，不知道为什么要。"),
    why: Text(
      en: "Whoever knows only the requirement can compete only on price; the reason behind it is where we can help.",
      zh: "只知道要求，就只能比价格；知道背后的动因，才知道怎么帮对方。"),
    clears: Text(
      en: "Ask: what happens if you leave things as they are?",
      zh: "问一句：要是先不动，会怎么样？"),
    example: Example(
      fires: Text(
        en: """
          # 2026-11-12 Larkfield Mills #stage/needs
          Met Tom Reed, the production manager #role/user. Two packing lines, he says, and those first #need/confirmed.
          """,
        zh: """
          # 2026-11-12 长风纺织 #阶段/需求
          见了生产部王经理 #角色/使用。他说就要两条包装线，先办这个 #需求/确认。
          """),
      silent: Text(
        en: """
          # 2026-11-12 Larkfield Mills #stage/needs
          Met Tom Reed, the production manager #role/user. Two packing lines, he says, and those first #need/confirmed.
          The old line stops every night, and the night shift blames Tom Reed #need/driver.
          """,
        zh: """
          # 2026-11-12 长风纺织 #阶段/需求
          见了生产部王经理 #角色/使用。他说就要两条包装线，先办这个 #需求/确认。
          老线天天夜里停机，夜班都怪王经理 #需求/动因。
          """),
      nearMiss: .notes(
        at: .needs,
        [
          .decider,
          .say(en: "The bank presses Helen Marsh for cash #need/driver.", zh: "银行在催李总还款 #需求/动因。"),
        ]))
  ) { context in
    guard !context.has(.needDriver) else { return [] }
    let asked = context.facts(.needRequirement, .needConfirmed)
    let who = context.contactName
    return [
      Finding.Draft(
        message: asked.isEmpty
          ? Text(
            en: "Nothing says why they would want this.",
            zh: "记录里看不出对方为什么要做这件事。")
          : Text(
            en: "We know what they ask for, not why they want it.",
            zh: "对方要什么是清楚的，为什么要还不清楚。"),
        clears: Text(
          en: "Ask \(who.en): what happens if you leave things as they are?",
          zh: "问\(who.zh)一句：要是先不动，会怎么样？"),
        evidence: context.evidence(asked))
    ]
  }
}
