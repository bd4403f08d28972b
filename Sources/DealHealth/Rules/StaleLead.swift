import DealJournal
import FactReading
import NoteSyntax

extension Rule {
  /// A lead is carried along, neither qualified nor dropped.
  static let staleLead = Rule(
    code: "A104", name: "stale-lead", gate: .momentum, stages: .lead ... .lead, weight: 36,
    waitsOn: Cause.anywhere("M804"), settings: [.leadDays],
    summary: Text(
      en: "A lead has been carried along for weeks, neither qualified nor dropped.", zh: "一条线索挂了好几周，没核实，也没放下。"),
    why: Text(
      en: "A lead has no health to speak of: it becomes an opportunity, or it takes time from those that are.",
      zh: "线索谈不上好坏：要么变成商机，要么占着别的单子的时间。"),
    clears: Text(
      en: "Ask one question that decides it: do you want to change this, yes or no?", zh: "问一句能定下来的话：这事您到底想不想动？"),
    example: Example(
      fires: .notes(
        at: .lead, from: "2026-09-20",
        [
          .say(
            en: "Called Tom Reed, the production manager. He may want a packing line one day #fact/source.",
            zh: "给生产部王经理打了电话，说不定哪天想上包装线 #事实/来源。"),
          .entry("2026-11-12"),
          .say(en: "Called Tom Reed. Maybe next year.", zh: "又给王经理打了电话，说可能明年。"),
        ]),
      silent: .notes(
        at: .lead, from: "2026-09-20",
        [
          .say(
            en: "Called Tom Reed, the production manager. He may want a packing line one day #fact/source.",
            zh: "给生产部王经理打了电话，说不定哪天想上包装线 #事实/来源。"),
          .entry("2026-11-12"),
          .say(
            en: "Called Tom Reed. Not for us: they buy second-hand only, so I let it go.",
            zh: "又给王经理打了电话，他们只买二手的，不适合我们，放弃跟进。"),
        ]),
      nearMiss: .notes(
        at: .lead, from: "2026-11-02",
        [
          .say(
            en: "Called Tom Reed, the production manager. He may want a packing line one day #fact/source.",
            zh: "给生产部王经理打了电话，说不定哪天想上包装线 #事实/来源。")
        ]))
  ) { context in
    guard let first = context.deal.days.first, context.asOf - first >= context[.leadDays],
      !context.has(.needConfirmed, .needGuided), !context.has(sign: .fit, .noFit)
    else { return [] }
    let days = context.asOf - first
    let who = context.contactName
    return [
      Finding.Draft(
        message: Text(
          en: "It has been a lead for \(days) days, and nobody has found out whether it is more.",
          zh: "这条线索挂了\(days)天，到底是不是商机，还没问清楚。"),
        clears: Text(
          en: "Ask \(who.en) one question that decides it: do you want to change this, yes or no?",
          zh: "问\(who.zh)一句能定下来的话：这事您到底想不想动？"),
        evidence: context.evidence([]))
    ]
  }
}

extension Setting {
  /// Days after which a lead has to be qualified or dropped.
  static let leadDays = Setting(
    "A104.days", standard: 45,
    summary: Text(en: "Days after which a lead has to be qualified or dropped.", zh: "一条线索最多挂多少天，就该核实或放下。"))
}
