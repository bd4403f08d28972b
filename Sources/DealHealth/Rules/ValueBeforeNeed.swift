import DealJournal
import FactReading

extension Rule {
  /// Somebody was pitched to before their need was known.
  static let valueBeforeNeed = Rule(
    code: "V404", name: "value-before-need", gate: .value, severity: .info, stages: .opportunity ... .exchange,
    weight: 22, waitsOn: Cause.anywhere("N201") + Cause.samePerson("P301", "P304", "P307"),
    summary: Text(en: "Somebody was shown value before anybody knew what they need.", zh: "还不知道对方要什么，就先讲了好处。"),
    why: Text(
      en: "Value answers a need. Told before it, it is a brochure: polite nods, and no reason to act.",
      zh: "价值要对着需求讲；没有需求，讲的就是宣传册，对方点点头就完了。"),
    clears: Text(en: "Next time ask first: what would make this worth it for you?", zh: "下次先问一句：这件事对您来说怎样才算值？"),
    example: Example(
      at: .value,
      fires: [
        .user,
        .say(
          en: "Ravi Patel, the shift leader #role/user, saw the demo: not one stop #value/capability.",
          zh: "见了带班长周强 #角色/使用，带他看了样机 #价值/能力。"),
      ],
      silent: [
        .user,
        .say(
          en:
            "Ravi Patel, the shift leader #role/user, wants to be home by six #need/driver. He saw the demo: not one stop #value/capability.",
          zh: "见了带班长周强 #角色/使用，他想准点下班 #需求/动因。带他看了样机 #价值/能力。"),
      ],
      nearMiss: [
        .user,
        .userConvinced,
      ])
  ) { context in
    context.chain.compactMap { influencer in
      let told = context.timeline(of: influencer).filter { ValueMatrix.kinds.contains($0.kind) && $0.isLikely }
      guard influencer.need == .unknown, let first = told.first else { return nil }
      let name = context.called(influencer.person)
      return Finding.Draft(
        person: influencer.person,
        message: Text(
          en: "\(name.en) has been shown what we can do, and we do not know what they need.",
          zh: "给\(name.zh)讲过我们能做什么，可本人要什么还不知道。"),
        clears: Text(
          en: "Next time ask \(name.en) first: what would make this worth it for you?",
          zh: "下次先问\(name.zh)一句：这件事对您来说怎样才算值？"),
        evidence: [first.evidence])
    }
  }
}
