import DealJournal
import FactReading
import NoteSyntax

extension Rule {
  /// Somebody who trusted us trusts us less of late.
  static let trustFalling = Rule(
    code: "T502", name: "trust-falling", gate: .trust, stages: .needs ... .care, weight: 53,
    waitsOn: Cause.samePerson("T501"),
    summary: Text(en: "Somebody who trusted us has shown doubts again and again of late.", zh: "原来信任我们的人，最近接连表现出不放心。"),
    why: Text(
      en: "Trust that was there and goes has a cause that can still be found; wait, and it is gone.",
      zh: "有过的信任往下掉，原因还找得到；再等就没了。"),
    clears: Text(en: "Call and ask: did we do something that made this harder for you?", zh: "打个电话问一句：是不是我们哪儿做得让您为难了？"),
    example: Example(
      at: .needs, from: "2026-11-02",
      fires: [
        .user,
        .say(en: "Tom Reed vouched for us with his boss #trust/up.", zh: "王经理在领导面前替我们担保 #信任/升。"),
        .say(en: "He lent us his own figures #trust/up.", zh: "他把自己的账本都给我们看了 #信任/升。"),
        .entry("2026-11-09"),
        .say(en: "Tom Reed doubts the dates #trust/down.", zh: "王经理对交期没底 #信任/降。"),
        .entry("2026-11-16"),
        .say(en: "Tom Reed asks who answers for it if it stops #trust/down.", zh: "王经理问停了机谁负责 #信任/降。"),
      ],
      silent: [
        .user,
        .say(en: "Tom Reed vouched for us with his boss #trust/up.", zh: "王经理在领导面前替我们担保 #信任/升。"),
        .entry("2026-11-09"),
        .say(en: "Tom Reed doubts the dates #trust/down.", zh: "王经理对交期没底 #信任/降。"),
        .entry("2026-11-16"),
        .say(en: "Went through the plan with Tom Reed, and he is content #trust/up.", zh: "跟王经理过了计划，他放心了 #信任/升。"),
      ],
      nearMiss: [
        .user,
        .say(en: "Tom Reed vouched for us with his boss #trust/up.", zh: "王经理在领导面前替我们担保 #信任/升。"),
        .entry("2026-11-09"),
        .say(en: "Tom Reed doubts the dates #trust/down.", zh: "王经理对交期没底 #信任/降。"),
      ])
  ) { context in
    context.chain.compactMap { influencer in
      let events = context.timeline(of: influencer).filter {
        ($0.kind == .trustUp || $0.kind == .trustDown) && $0.isLikely
      }
      guard TrustRecord.Trend(of: events, asOf: context.asOf) == .falling else { return nil }
      let name = context.called(influencer.person)
      return Finding.Draft(
        person: influencer.person,
        message: Text(
          en: "\(name.en) trusted us, and has shown doubts twice in a row of late.",
          zh: "\(name.zh)原来信得过我们，最近接连两次不放心。"),
        clears: Text(
          en: "Call \(name.en) and ask: did we do something that made this harder for you?",
          zh: "给\(name.zh)打个电话问一句：是不是我们哪儿做得让您为难了？"),
        evidence: events.filter { $0.kind == .trustDown }.reversed().map(\.evidence))
    }
  }
}
