import DealJournal
import FactReading
import NoteSyntax

extension Rule {
  /// A doubt was stated, and nothing answered it.
  static let unansweredDoubt = Rule(
    code: "T504", name: "unanswered-doubt", gate: .trust, stages: .needs ... .exchange, weight: 46,
    waitsOn: Cause.samePerson("T501", "T502", "P305"), settings: [.doubtDays],
    summary: Text(en: "Somebody stated a doubt, and nothing has answered it since.", zh: "有人提过顾虑，之后一直没有回应。"),
    why: Text(
      en: "A doubt that is heard and left alone grows; on the whole they may trust us, and still not sign over it.",
      zh: "听到了却没回应的顾虑会长大；整体上信得过我们，也可能就卡在这一条。"),
    clears: Text(
      en: "Bring one piece of proof for exactly this doubt: a reference, a trial, a name to call.",
      zh: "就这一条顾虑拿一个证据：一个案例、一次试用，或者一个可以打电话去问的人。"),
    example: Example(
      at: .needs, from: "2026-11-05",
      fires: [
        .user,
        .say(en: "Tom Reed vouched for us with his boss #trust/up.", zh: "王经理在领导面前替我们担保 #信任/升。"),
        .entry("2026-11-12"),
        .say(en: "Tom Reed doubts that we come at night #trust/down.", zh: "王经理怀疑我们夜里能不能上门 #信任/降。"),
      ],
      silent: [
        .user,
        .say(en: "Tom Reed vouched for us with his boss #trust/up.", zh: "王经理在领导面前替我们担保 #信任/升。"),
        .entry("2026-11-12"),
        .say(en: "Tom Reed doubts that we come at night #trust/down.", zh: "王经理怀疑我们夜里能不能上门 #信任/降。"),
        .entry("2026-11-16"),
        .say(en: "Showed Tom Reed the duty roster of two customers #value/capability.", zh: "给王经理看了两家客户的夜间值班表 #价值/能力。"),
      ],
      nearMiss: [
        .user,
        .say(en: "Tom Reed vouched for us with his boss #trust/up.", zh: "王经理在领导面前替我们担保 #信任/升。"),
        .entry("2026-11-19"),
        .say(en: "Tom Reed doubts that we come at night #trust/down.", zh: "王经理怀疑我们夜里能不能上门 #信任/降。"),
      ])
  ) { context in
    let ours = context.facts(.commitmentOurs, .commitmentDone).last.map(context.moment(of:))
    return context.chain.compactMap { influencer in
      let story = context.timeline(of: influencer)
      guard let doubt = story.last(where: { $0.kind == .trustDown }), context.isBorneOut(doubt, by: .doubts),
        context.asOf - (doubt.day ?? context.asOf) >= context[.doubtDays],
        ours.map({ $0 > context.moment(of: doubt) }) != true, !context.isAnswered(doubt, in: story)
      else { return nil }
      let name = context.called(influencer.person)
      return Finding.Draft(
        person: influencer.person,
        message: Text(
          en: "\(name.en) voiced a doubt, and nobody has answered it yet: “\(doubt.evidence.words)”.",
          zh: "\(name.zh)提过顾虑，还没人回应：“\(doubt.evidence.words)”。"),
        clears: Text(
          en: "Bring \(name.en) one piece of proof for exactly this: a reference, a trial, a name to call.",
          zh: "就这一条，给\(name.zh)拿一个证据：一个案例、一次试用，或者一个可以打电话去问的人。"),
        evidence: [doubt.evidence])
    }
  }
}

extension DealContext {
  /// Whether anything since a doubt, not in the same breath, speaks to it: trust, proof, a promise, a kept one.
  fileprivate func isAnswered(_ doubt: JournalFact, in story: [JournalFact]) -> Bool {
    let answers: [FactKind] = [
      .trustUp, .valueCapability, .valueBenefit, .valueDifference, .commitmentDone, .commitmentOurs, .needGuided,
      .satisfactionFull,
    ]
    return story.contains {
      answers.contains($0.kind) && $0.evidence != doubt.evidence && moment(of: $0) > moment(of: doubt)
    }
  }
}

extension Setting {
  /// Days after which a stated doubt should have had an answer.
  static let doubtDays = Setting(
    "T504.days", standard: 3,
    summary: Text(en: "Days after which a stated doubt should have had an answer.", zh: "顾虑提出来多少天以后，应该有回应了。"))
}
