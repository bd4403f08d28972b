import DealJournal
import FactReading
import NoteSyntax

extension Rule {
  /// Value was told, and nothing says how it was taken.
  static let valueUnacknowledged = Rule(
    code: "V402", name: "value-unacknowledged", gate: .value, severity: .info, stages: .value ... .exchange, weight: 24,
    waitsOn: Cause.samePerson("P301", "P304", "V401", "T501", "T504", "X604"), settings: [.reactionDays],
    summary: Text(
      en: "Somebody was told what is in it for them, and nothing says how they took it.", zh: "好处讲过了，对方认不认，没有下文。"),
    why: Text(
      en: "Value counts when they can repeat it in their own words; until then it was told, not transmitted.",
      zh: "对方能用自己的话说出来，价值才算传到；在那之前只是讲过。"),
    clears: Text(en: "Ask: which part of it counts for you, and which does not?", zh: "问一句：刚才讲的，哪条对您有用，哪条没用？"),
    example: Example(
      at: .value, from: "2026-11-05",
      fires: [
        .decider,
        .deciderConvinced,
      ],
      silent: [
        .decider,
        .deciderConvinced,
        .entry("2026-11-16"),
        .say(
          en: "Called Helen Marsh: she has told her board about the 80,000 #trust/up.",
          zh: "给李总打了电话，一年省八万这笔账她已经跟董事会讲了 #信任/升。"),
      ],
      nearMiss: [
        .decider,
        .say(
          en: "Showed Helen Marsh the saving: 80,000 a year, and she nodded #value/benefit.",
          zh: "给李总算了账，一年省八万，她点头了 #价值/收益。"),
      ])
  ) { context in
    zip(context.chain, ValueMatrix(of: context).rows).compactMap { influencer, row in
      guard influencer.need >= .confirmed, row.best == .told,
        let last = context.timeline(of: influencer).last(where: { ValueMatrix.kinds.contains($0.kind) }),
        context.asOf - (last.day ?? context.asOf) >= context[.reactionDays]
      else { return nil }
      let name = context.called(influencer.person)
      return Finding.Draft(
        person: influencer.person,
        message: Text(
          en: "\(name.en) was told what is in it for them, and nothing says how they took it.",
          zh: "跟\(name.zh)讲过好处了，买不买账还不知道。"),
        clears: Text(
          en: "Ask \(name.en): which part of it counts for you, and which does not?",
          zh: "问\(name.zh)一句：上次讲的，哪条对您有用，哪条没用？"),
        evidence: [last.evidence])
    }
  }
}

extension Setting {
  /// Days after which a reaction to what was told should be on record.
  static let reactionDays = Setting(
    "V402.days", standard: 7,
    summary: Text(en: "Days after which a reaction to what was told should be on record.", zh: "讲完多少天，应该有对方的反应了。"))
}
