extension Rule {
  /// All contact runs through one person.
  static let singleThreaded = Rule(
    code: "P303", name: "single-threaded", gate: .people, stages: .opportunity ... .care,
    silentFor: [.owner, .household], weight: 52, waitsOn: Cause.anywhere("A103"),
    summary: Text(
      en: "All contact runs through one person although more are involved.",
      zh: "参与的人不止一个，我们只跟一个人有联系。"),
    why: Text(
      en: "One person's holiday, job change or mood then decides the deal, and we hear only one side of it.",
      zh: "只靠一个人，他一休假、一调岗，单子就断了；而且听到的永远是一面之词。"),
    clears: Text(
      en: "Ask your contact whom else this touches, and for an introduction to one of them this week.",
      zh: "请联系人介绍一位会用到或会经手的同事，这周认识一下。"),
    example: Example(
      fires: Text(
        en: """
          # 2026-11-12 Larkfield Mills #stage/needs
          Met Tom Reed, the production manager #role/user. Stops on the line cost him his bonus #need/driver, so that is what has to end first #need/confirmed.
          Helen Marsh, the CFO, signs #role/economic. Nobody has met her #not/contact.
          """,
        zh: """
          # 2026-11-12 长风纺织 #阶段/需求
          见了生产部王经理 #角色/使用。停机扣的是他的奖金 #需求/动因，他说先把停机解决了再谈别的 #需求/确认。
          财务李总说了算 #角色/拍板，还没见过。
          """),
      silent: Text(
        en: """
          # 2026-11-12 Larkfield Mills #stage/needs
          Met Tom Reed, the production manager #role/user. Stops on the line cost him his bonus #need/driver, so that is what has to end first #need/confirmed.
          Met Helen Marsh, the CFO, who signs #role/economic. She wants it paid back in two years #need/confirmed.
          """,
        zh: """
          # 2026-11-12 长风纺织 #阶段/需求
          见了生产部王经理 #角色/使用。停机扣的是他的奖金 #需求/动因，他说先把停机解决了再谈别的 #需求/确认。
          今天见了财务李总，她说了算 #角色/拍板。她要两年内回本 #需求/确认。
          """),
      nearMiss: .notes(
        at: .needs,
        [
          .user
        ]))
  ) { context in
    let met = context.chain.filter { context.isMet($0) }.sorted { $0.contacts.count > $1.contacts.count }
    // While needs are being found, a second person met once in passing leaves everything with the first.
    let isThin =
      context.deal.stage <= .needs && met.dropFirst().reduce(0) { $0 + $1.contacts.count } <= 1
      && !met.contains { $0.role == .economic }
    guard let only = met.first, context.chain.count > 1, met.count == 1 || isThin else { return [] }
    let name = context.called(only.person)
    let rest = context.chain.filter { $0.person != only.person }
    let names = Text.list(rest.prefix(3).map { context.called($0.person) })
    return [
      Finding.Draft(
        message: Text(
          en:
            "We rely on \(name.en) alone, and \(names.en) \(rest.count == 1 ? "has" : "have") a part in it too.",
          zh: "全靠\(name.zh)一个人，\(names.zh)还没接上。"),
        clears: Text(
          en: "Ask \(name.en) to introduce you to one more person this week.",
          zh: "请\(name.zh)这周再引荐一位。"),
        evidence: context.evidence(of: only, .contact, otherwise: only.introduced))
    ]
  }
}
