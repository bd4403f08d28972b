import DealJournal

extension Rule {
  /// A promise of ours is late or forgotten.
  static let brokenPromise = Rule(
    code: "T503", name: "broken-promise", gate: .trust, stages: .lead ... .care, weight: 80,
    summary: Text(
      en: "A promise of ours is late or was missed, and not made good.",
      zh: "我们答应的事到期没做，也没补上。"),
    why: Text(
      en: "Trust is lost in small promises first, and nobody sends a bill for it.",
      zh: "信用都是从小事上丢的，而且没人会提醒你。"),
    clears: Text(
      en: "Do it today; if you cannot, call and give a new date before they ask.",
      zh: "今天就补上；补不上就主动打电话，给个新日子，别等对方来催。"),
    example: Example(
      fires: Text(
        en: """
          # 2026-11-05 Larkfield Mills #stage/value
          Met Tom Reed, the production manager #role/user. Stops on the line cost him his bonus #need/driver, so that is what has to end first #need/confirmed.
          I promised Tom Reed the service plan by 2026-11-10. #commitment/ours
          """,
        zh: """
          # 2026-11-05 长风纺织 #阶段/价值
          见了生产部王经理 #角色/使用。停机扣的是他的奖金 #需求/动因，他说先把停机解决了再谈别的 #需求/确认。
          答应王经理2026年11月10日前发服务方案。#承诺/我方
          """),
      silent: Text(
        en: """
          # 2026-11-05 Larkfield Mills #stage/value
          Met Tom Reed, the production manager #role/user. Stops on the line cost him his bonus #need/driver, so that is what has to end first #need/confirmed.
          I promised Tom Reed the service plan by 2026-11-10. #commitment/ours
          # 2026-11-09 Larkfield Mills #stage/value
          Sent Tom Reed the service plan. #commitment/done
          """,
        zh: """
          # 2026-11-05 长风纺织 #阶段/价值
          见了生产部王经理 #角色/使用。停机扣的是他的奖金 #需求/动因，他说先把停机解决了再谈别的 #需求/确认。
          答应王经理2026年11月10日前发服务方案。#承诺/我方
          # 2026-11-09 长风纺织 #阶段/价值
          服务方案发给王经理了。#承诺/兑现
          """),
      nearMiss: .notes(
        at: .value,
        [
          .user,
          .say(
            en: "Tom Reed sends us the stop times by 2026-11-10. #commitment/theirs",
            zh: "王经理2026年11月10日前把停机记录发过来。#承诺/客户"),
        ]))
  ) { context in
    let late = context.unkeptPromises
    guard let first = late.first else { return [] }
    let words = context.journal.facts[first.made].evidence.promise
    let message =
      late.count > 1
      ? Text(
        en:
          "\(late.count) promises of ours are late, and nothing says they were kept: “\(words)” among them.",
        zh: "答应客户的\(late.count)件事都过了期，没看到兑现，其中有“\(words)”。")
      : first.due.map { due in
        Text(
          en: "We have owed them this since \(due.last.short.en), and nothing says it was done: “\(words)”.",
          zh: "答应在\(due.last.short.zh)前办的事，没看到兑现：“\(words)”。")
      }
        ?? Text(
          en: "We did not keep our word, and nothing says it was made good: “\(words)”.",
          zh: "答应客户的事没做到，也没看到补上：“\(words)”。")
    return [
      Finding.Draft(message: message, evidence: late.map { context.journal.facts[$0.settled ?? $0.made].evidence })
    ]
  }
}

extension Evidence {
  /// The first words of a promise for a message: without the mark of its due day and the stop at its end.
  fileprivate var promise: String {
    var promise = words[...]
    for mark in ["📅", "[due::", "(due::", "[截止::"] {
      if let start = promise.firstRange(of: mark)?.lowerBound { promise = promise[..<start] }
    }
    while let last = promise.last, last.isWhitespace || "。.!！;；,，".contains(last) { promise.removeLast() }
    return promise.isEmpty ? words : String(promise)
  }
}
