import DealJournal
import FactReading

extension Rule {
  /// The three questions about a need are open, or were taken out of order.
  static let threeQuestionsOpen = Rule(
    code: "N204", name: "three-questions-open", gate: .needs, severity: .info, stages: .needs ... .value, weight: 12,
    waitsOn: Cause.anywhere("N201", "N202", "N203", "N205", "N206"),
    summary: Text(
      en: "Does it meet the real want, is there a better idea, can we win: not asked, or not in this order.",
      zh: "能不能满足真正的需要、有没有更好的思路、有没有胜算：没问过，或者顺序反了。"),
    why: Text(
      en:
        "A requirement is one answer to a want and often not the best; whoever asks only whether we can win competes before understanding.",
      zh: "要求只是满足需要的一种办法，常常不是最好的；只问能不能赢，就是还没弄懂就开始比。"),
    clears: Text(en: "Ask: if you had exactly this, would the problem be gone?", zh: "问一句：真按这个做了，问题就解决了吗？"),
    example: Example(
      at: .value,
      fires: [
        .user,
        .userConvinced,
      ],
      silent: [
        .user,
        .userConvinced,
        .say(
          en: "We went through it again with Tom Reed: this would solve the stops, and he agreed #need/guided.",
          zh: "跟王经理又理了一遍，这样做能解决问题，他认 #需求/引导。"),
      ],
      nearMiss: [
        .user,
        .userConvinced,
        .say(
          en: "Is there a better idea? We rather start with one line, which is best for them.",
          zh: "有没有更好的办法？不如先上一条线，对他们最划算。"),
      ])
  ) { context in
    guard context.has(.needConfirmed, .needGuided) else { return [] }
    let open = context.openQuestions
    let isOutOfOrder = open.contains(.meetsWant) && context.has(sign: .chance, .noChance)
    guard isOutOfOrder || context.deal.stage == .value && open.count == NeedLayers.Question.allCases.count else {
      return []
    }
    let who = context.contactName
    return [
      Finding.Draft(
        message: isOutOfOrder
          ? Text(
            en: "We have asked whether we can win, and not yet whether what they ask for is what they need.",
            zh: "我们算过能不能赢，还没问过对方要的是不是真正需要的。")
          : Text(
            en: "Nobody has asked yet whether what they ask for is the best way to what they want.",
            zh: "对方提的要求是不是最好的办法，还没跟对方一起想过。"),
        clears: Text(
          en: "Ask \(who.en): if you had exactly this, would the problem be gone?",
          zh: "问\(who.zh)一句：真按这个做了，问题就解决了吗？"),
        evidence: context.evidence(
          isOutOfOrder ? [] : context.facts(.needRequirement, .needConfirmed)))
    ]
  }
}

extension DealContext {
  /// The questions that nothing in the notes answers, in their order.
  fileprivate var openQuestions: [NeedLayers.Question] {
    NeedLayers.Question.allCases.filter { answer(to: $0, of: nil).isYes == nil }
  }
}
