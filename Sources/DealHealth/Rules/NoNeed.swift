import DealJournal
import FactReading

extension Rule {
  /// Work is under way for a deal of which no need is on record.
  static let noNeed = Rule(
    code: "N201", name: "no-need", gate: .needs, stages: .needs ... .exchange, weight: 72,
    summary: Text(en: "Work is under way, and no need of theirs is on record.", zh: "已经在推进了，对方要什么却一句都没记。"),
    why: Text(
      en: "A sale starts in the buyer's need; whatever is shown or quoted without one is a guess.",
      zh: "销售从需求开始；不知道需求，讲什么、报什么都是猜。"),
    clears: Text(
      en: "Ask: what should be different a year from now, and what if it is not?", zh: "问一句：一年以后您希望有什么不一样？要是没变会怎样？"),
    example: Example(
      at: .value,
      fires: [
        .say(
          en: "Met Tom Reed, the production manager #role/user. Showed him the demo line #value/capability.",
          zh: "见了生产部王经理 #角色/使用，带他看了样机 #价值/能力。")
      ],
      silent: [
        .user,
        .userConvinced,
      ],
      nearMiss: [
        .say(
          en: "Met Tom Reed, the production manager #role/user. The stops cost him a shift a week #need/driver.",
          zh: "见了生产部王经理 #角色/使用。一周停机要丢掉一个班 #需求/动因。"),
        .userConvinced,
      ])
  ) { context in
    guard !context.has(.needRequirement, .needDriver, .needConfirmed, .needGuided) else { return [] }
    let who = context.contactName
    return [
      Finding.Draft(
        message: Text(
          en: "We are well under way here, and what they need is nowhere in the notes.",
          zh: "这边已经在推进了，可对方到底要什么，一句都没记。"),
        clears: Text(
          en: "Ask \(who.en): what should be different a year from now, and what if it is not?",
          zh: "问\(who.zh)一句：一年以后您希望有什么不一样？要是没变会怎样？"),
        evidence: context.evidence(context.facts(.valueCapability, .valueBenefit, .valueDifference, .contact)))
    ]
  }
}
