extension Rule {
  /// Nothing definite is agreed.
  static let noNextStep = Rule(
    code: "M801", name: "no-next-step", gate: .momentum, stages: .lead ... .care, weight: 48,
    waitsOn: Cause.anywhere("M804", "M805", "C703"), settings: [.undatedStepDays],
    summary: Text(
      en: "No dated or definite next step is open.",
      zh: "没有定下一步。"),
    why: Text(
      en: "A deal without a next step stands still, however good the last meeting was.",
      zh: "上次谈得再好，没定下一步，单子就停在那里了。"),
    clears: Text(
      en: "Agree on one step today, with a date.",
      zh: "今天敲定一件事，带上日期。"),
    example: Example(
      fires: Text(
        en: """
          # 2026-11-12 Larkfield Mills #stage/needs
          Met Tom Reed, the production manager #role/user. Stops on the line cost him his bonus #need/driver, so that is what has to end first #need/confirmed.
          A good talk.
          """,
        zh: """
          # 2026-11-12 长风纺织 #阶段/需求
          见了生产部王经理 #角色/使用。停机扣的是他的奖金 #需求/动因，他说先把停机解决了再谈别的 #需求/确认。
          聊得不错。
          """),
      silent: Text(
        en: """
          # 2026-11-12 Larkfield Mills #stage/needs
          Met Tom Reed, the production manager #role/user. Stops on the line cost him his bonus #need/driver, so that is what has to end first #need/confirmed.
          A good talk.
          Next step: I send the proposal by 2026-11-27. #commitment/ours
          """,
        zh: """
          # 2026-11-12 长风纺织 #阶段/需求
          见了生产部王经理 #角色/使用。停机扣的是他的奖金 #需求/动因，他说先把停机解决了再谈别的 #需求/确认。
          聊得不错。
          下一步：2026年11月27日前我把方案发过去。#承诺/我方
          """),
      nearMiss: .notes(
        at: .needs, from: "2026-11-18",
        [
          .user,
          .say(en: "I send Tom Reed the proposal. #commitment/ours", zh: "我把方案发给王经理。#承诺/我方"),
        ]))
  ) { context in
    guard context.nextSteps.isEmpty, context.appointments.isEmpty else { return [] }
    let who = context.contactName
    return [
      Finding.Draft(
        message: Text(
          en: "No next step is agreed.",
          zh: "还没定下一步。"),
        clears: Text(
          en: "Agree on one step with \(who.en) today, with a date.",
          zh: "今天跟\(who.zh)敲定一件事，带上日期。"),
        evidence: context.evidence([]))
    ]
  }
}

extension Setting {
  /// A step without a date is still meant this long after it was noted.
  static let undatedStepDays = Setting(
    "M801.days", standard: 14,
    summary: Text(en: "Days for which a step without a date is still meant.", zh: "没写日期的下一步，多少天之内还算数。"))
}
