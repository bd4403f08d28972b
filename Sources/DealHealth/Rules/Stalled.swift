extension Rule {
  /// No entry for too long.
  static let stalled = Rule(
    code: "M804", name: "stalled", gate: .momentum, stages: .lead ... .exchange, weight: 46,
    waitsOn: Cause.anywhere("M805"), settings: [.stalledDays, .publicityDays],
    summary: Text(
      en: "Nothing has happened for three weeks or more.",
      zh: "三周以上没动静了。"),
    why: Text(
      en: "Who wants something moves; three weeks of silence mean that something else has come first.",
      zh: "真要办的事会往前走；三周没动静，就是有别的事排到前面了。"),
    clears: Text(
      en: "Call and ask plainly: is this still on, and if so, when?",
      zh: "打个电话直接问：这事还做不做？做的话什么时候？"),
    example: Example(
      fires: Text(
        en: """
          # 2026-10-12 Larkfield Mills #stage/needs
          Met Tom Reed, the production manager #role/user. Stops on the line cost him his bonus #need/driver, so that is what has to end first #need/confirmed.
          """,
        zh: """
          # 2026-10-12 长风纺织 #阶段/需求
          见了生产部王经理 #角色/使用。停机扣的是他的奖金 #需求/动因，他说先把停机解决了再谈别的 #需求/确认。
          """),
      silent: Text(
        en: """
          # 2026-11-12 Larkfield Mills #stage/needs
          Met Tom Reed, the production manager #role/user. Stops on the line cost him his bonus #need/driver, so that is what has to end first #need/confirmed.
          """,
        zh: """
          # 2026-11-12 长风纺织 #阶段/需求
          见了生产部王经理 #角色/使用。停机扣的是他的奖金 #需求/动因，他说先把停机解决了再谈别的 #需求/确认。
          """),
      nearMiss: .notes(
        at: .needs, from: "2026-10-12",
        [
          .user,
          .say(en: "Legal until 2026-12-01.", zh: "法务审到2026年12月1日。"),
        ]))
  ) { context in
    guard let days = context.silentDays, days >= context[.stalledDays], context.wait == nil else { return [] }
    let who = context.contactName
    return [
      Finding.Draft(
        message: Text(
          en: "Nothing has happened for \(days) days.",
          zh: "已经\(days)天没动静了。"),
        clears: Text(
          en: "Call \(who.en) and ask plainly: is this still on, and if so, when?",
          zh: "给\(who.zh)打个电话直接问：这事还做不做？做的话什么时候？"),
        evidence: context.evidence([]))
    ]
  }
}

extension Setting {
  /// A deal that is still to be won, without an entry.
  static let stalledDays = Setting(
    "M804.days", standard: 21,
    summary: Text(
      en: "Days without an entry after which a deal that is still to be won has stalled.", zh: "还没成交的单子，多少天没有记录算停滞。"))
}
