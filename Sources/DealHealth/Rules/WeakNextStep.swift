import DealJournal
import FactReading

extension Rule {
  /// The only next step costs the customer nothing.
  static let weakNextStep = Rule(
    code: "M802", name: "weak-next-step", gate: .momentum, stages: .needs ... .exchange, weight: 41,
    summary: Text(
      en: "The only next step is to talk again: it costs the customer nothing.", zh: "唯一的下一步就是“再联系”，对方什么都不用付出。"),
    why: Text(
      en:
        "An advance costs the customer something: time, data, a colleague, a signature. Talking again is a continuation, and they know it.",
      zh: "真往前走，对方要付出点什么：时间、数据、一位同事、一个签字；“再联系”只是拖着，对方心里也清楚。"),
    clears: Text(
      en: "Ask for one small thing that they do: send the data, bring a colleague, name a day.",
      zh: "请对方做一件小事：给数据、拉上一位同事，或者定个日子。"),
    example: Example(
      at: .needs, from: "2026-11-16",
      fires: [
        .user,
        .say(en: "Will touch base with Tom Reed on 2026-11-27. #commitment/ours", zh: "下周再联系王经理。#承诺/我方"),
      ],
      silent: [
        .user,
        .say(
          en: "Tom Reed sends the stop times by 2026-11-27. #commitment/theirs", zh: "王经理2026年11月27日前把停机记录发过来。#承诺/客户"),
      ],
      nearMiss: [
        .user,
        .nextStep,
      ])
  ) { context in
    let loose = Set(context.signs(.continuation).map(\.evidence))
    let steps = context.nextSteps.map { (owner: $0.owner, evidence: context.journal.facts[$0.made].evidence) }
    guard let first = steps.first, steps.allSatisfy({ loose.contains($0.evidence) }) else { return [] }
    // 邹矿长27号前把记录发过来，之后再联系: where one sentence holds a step of either side, theirs is the advance.
    let theirs = Set(steps.filter { $0.owner == .customer }.map(\.evidence))
    guard !steps.contains(where: { $0.owner == .ours && theirs.contains($0.evidence) }) else { return [] }
    let who = context.contactName
    return [
      Finding.Draft(
        message: Text(
          en: "The only next step is to talk again: “\(first.evidence.words)”.",
          zh: "唯一的下一步就是再联系：“\(first.evidence.words)”。"),
        clears: Text(
          en: "Ask \(who.en) for one small thing that they do: send the data, bring a colleague, name a day.",
          zh: "请\(who.zh)做一件小事：给数据、拉上一位同事，或者定个日子。"),
        evidence: steps.map(\.evidence))
    ]
  }
}
