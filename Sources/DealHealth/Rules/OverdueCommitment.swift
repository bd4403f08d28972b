import DealJournal
import FactReading
import NoteSyntax

extension Rule {
  /// They promised something, and it is late.
  static let overdueCommitment = Rule(
    code: "M803", name: "overdue-commitment", gate: .momentum, stages: .lead ... .care, weight: 42,
    waitsOn: Cause.anywhere("M805"), settings: [.graceDays],
    summary: Text(en: "They promised something, and its day has passed.", zh: "对方答应的事过期了，还没下文。"),
    why: Text(
      en:
        "What they do shows what they want. A promise of theirs that lapses unasked has told them that it does not matter.",
      zh: "对方做什么，就说明想不想要；过期了我们也不问，等于告诉对方不要紧。"),
    clears: Text(
      en: "Ask kindly whether the day still holds, and offer to take a part of it.", zh: "客气地问一声日子还算不算，能帮着做一点就帮一点。"),
    example: Example(
      at: .needs, from: "2026-11-05",
      fires: [
        .user,
        .say(
          en: "Tom Reed sends the stop times by 2026-11-10. #commitment/theirs", zh: "王经理2026年11月10日前把停机记录发过来。#承诺/客户"),
        .nextStep,
      ],
      silent: [
        .user,
        .say(
          en: "Tom Reed sends the stop times by 2026-11-10. #commitment/theirs", zh: "王经理2026年11月10日前把停机记录发过来。#承诺/客户"),
        .entry("2026-11-09"),
        .say(en: "Tom Reed has sent the stop times #commitment/done.", zh: "王经理把停机记录发来了 #承诺/兑现。"),
        .nextStep,
      ],
      nearMiss: [
        .user,
        .say(
          en: "Tom Reed sends the stop times by 2026-11-19. #commitment/theirs", zh: "王经理2026年11月19日前把停机记录发过来。#承诺/客户"),
        .nextStep,
      ])
  ) { context in
    let late = context.latePromises.filter { promise in
      promise.owner == .customer
        && context.isBorneOut(context.journal.facts[promise.made], by: .promises)
        && (promise.due.map { context.asOf - $0.last >= context[.graceDays] } ?? true)
    }
    guard let first = late.first else { return [] }
    let fact = context.journal.facts[first.made]
    let name = fact.person.map { context.name($0) }
    let words = fact.evidence.words
    return [
      Finding.Draft(
        person: late.count == 1 ? fact.person : nil,
        message: late.count > 1
          ? Text(
            en: "\(late.count) things that they promised are late: “\(words)” among them.",
            zh: "对方答应的\(late.count)件事过了期，其中有“\(words)”。")
          : first.due.map { due in
            Text(
              en: "\(name ?? "They") promised this by \(due.last.short.en), and nothing says that it came: “\(words)”.",
              zh: "\(name ?? "对方")答应\(due.last.short.zh)前办的事，还没下文：“\(words)”。")
          }
            ?? Text(
              en: "\(name ?? "They") did not do what was promised: “\(words)”.",
              zh: "\(name ?? "对方")答应的事没做到：“\(words)”。"),
        clears: Text(
          en: "Ask \(name ?? "them") kindly whether the day still holds, and offer to take a part of it.",
          zh: "客气地问\(name ?? "对方")一声日子还算不算，能帮着做一点就帮一点。"),
        evidence: late.map { context.journal.facts[$0.settled ?? $0.made].evidence })
    ]
  }
}

extension Setting {
  /// Days of grace after which a promise of theirs is late.
  static let graceDays = Setting(
    "M803.days", standard: 2,
    summary: Text(en: "Days of grace after which a promise of theirs is late.", zh: "对方答应的事，过了几天才算晚。"))
}
