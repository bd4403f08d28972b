import DealJournal
import FactReading

extension Rule {
  /// Someone on the decision chain has never told us what they need.
  static let unconfirmedInfluencer = Rule(
    code: "P301", name: "unconfirmed-influencer", gate: .people, stages: .opportunity ... .care, weight: 60,
    waitsOn: Cause.anywhere("A103") + Cause.samePerson("P304", "P305", "P307"),
    summary: Text(
      en: "Someone on the decision chain never confirmed their own need to us.",
      zh: "决策链上有人，我们从没跟本人确认过需求。"),
    why: Text(
      en:
        "A deal is decided by several people, each with a need of their own; the one nobody asked is the one who says no.",
      zh: "一单是几个人一起定的，每个人要的都不一样；没问过的那个人，往往就是最后说不的人。"),
    clears: Text(
      en: "Meet them and ask: what would make this a success for you?",
      zh: "跟本人见一面，问一句：这件事办成什么样，您才算满意？"),
    example: Example(
      fires: Text(
        en: """
          # 2026-11-12 Larkfield Mills #stage/needs
          Met Tom Reed, the production manager #role/user. Stops on the line cost him his bonus #need/driver, so that is what has to end first #need/confirmed.
          Helen Marsh, the CFO, signs #role/economic. Nobody has met her.
          """,
        zh: """
          # 2026-11-12 长风纺织 #阶段/需求
          见了生产部王经理 #角色/使用。停机扣的是他的奖金 #需求/动因，他说先把停机解决了再谈别的 #需求/确认。
          财务李总说了算 #角色/拍板，还没见过。
          """),
      silent: Text(
        en: """
          # 2026-11-12 Larkfield Mills #stage/needs
          Met Tom Reed, the production manager #role/user. Stops on the line cost him his bonus #need/driver, so that is what has to end first #need/confirmed.
          Met Helen Marsh, the CFO, who signs #role/economic. She wants it paid back in two years #need/confirmed.
          """,
        zh: """
          # 2026-11-12 长风纺织 #阶段/需求
          见了生产部王经理 #角色/使用。停机扣的是他的奖金 #需求/动因，他说先把停机解决了再谈别的 #需求/确认。
          今天见了财务李总，她说了算 #角色/拍板。她要两年内回本 #需求/确认。
          """),
      nearMiss: .notes(
        at: .needs,
        [
          .user,
          .say(en: "Met Ravi Patel, who guides us inside #role/coach.", zh: "见了信息部周主任，他一直给我们指路 #角色/教练。"),
        ]))
  ) { context in
    let confidant = context.confidant
    return context.unasked.map { influencer in
      let name = context.called(influencer.person)
      let guide = confidant.flatMap { $0.person == influencer.person ? nil : context.called($0.person) }
      let isDecider = influencer.role == .economic
      guard !context.isLikelyMet(influencer) else {
        return Finding.Draft(
          person: influencer.person,
          message: Text(
            en: "We have met \(name.en), but never asked what they want from this themselves.",
            zh: "跟\(name.zh)接触过，但没问过本人想要什么。"),
          clears: Text(
            en: "Next time, ask \(name.en): what would make this a success for you?",
            zh: "下次见\(name.zh)，问一句：这件事办成什么样，您才算满意？"),
          evidence: [influencer.introduced], extraWeight: isDecider ? 8 : 0)
      }
      return Finding.Draft(
        person: influencer.person,
        message: isDecider
          ? context.isToldToDecide(influencer)
            ? Text(
              en: "\(name.en) has the final say, and we have not heard from them what they need.",
              zh: "\(name.zh)说了算，可我们还没听本人讲过需求。")
            : Text(
              en: "\(name.en) may well have the final say, and we have not heard from them what they need.",
              zh: "\(name.zh)多半说了算，可我们还没听本人讲过需求。")
          : context.isMet(influencer)
            ? Text(
              en: "\(name.en) has a say in this, and we have not heard from them what they need.",
              zh: "\(name.zh)说得上话，可我们还没听本人讲过需求。")
            : Text(
              en: "\(name.en) has a say in this, and nobody has met them yet.",
              zh: "\(name.zh)说得上话，我们还没接触过。"),
        clears: guide.map {
          Text(
            en: "Ask \($0.en) to bring you together with \(name.en); fifteen minutes will do.",
            zh: "请\($0.zh)牵个线，跟\(name.zh)见一面，一刻钟就够。")
        }
          ?? Text(
            en: "Ask for fifteen minutes with \(name.en) this week.",
            zh: "这周想办法跟\(name.zh)见一面，一刻钟就够。"),
        evidence: [influencer.introduced], extraWeight: isDecider ? 12 : 0)
    }
  }
}

extension DealContext {
  /// Whether nobody need doubt that we have met an influencer; "we have met" is not said of a mere possibility.
  fileprivate func isLikelyMet(_ influencer: Influencer) -> Bool {
    isMet(influencer)
      && (influencer.contacts.isEmpty || timeline(of: influencer).contains { $0.kind == .contact && $0.isLikely })
  }

  /// Whether a mark or a line about how they decide gives an influencer the final say, and no guess from habits.
  fileprivate func isToldToDecide(_ influencer: Influencer) -> Bool {
    journal.person(influencer.person)?.isPlaced == true
      || signs(.decidesAlone).contains { $0.person == influencer.person }
      || timeline(of: influencer).contains { $0.kind == .decision }
  }

  /// Those who were never asked, and whoever else is likely to be meant of those who confirmed nothing.
  fileprivate var unasked: [Influencer] {
    let plain = chain.filter { isUnasked($0) }
    guard deal.stage != .care else { return plain }
    return adding(likeliestOf: chain.filter { $0.need < .confirmed }, to: plain, for: .unconfirmedInfluencer)
  }

  /// Whether an influencer has a part in the decision and was never asked what they need.
  ///
  /// A user or coach whom we know is asked in passing; who decides, checks or stays in the dark is not. After the
  /// purchase only the one who decides still counts, and only once there is a next yes to be given.
  fileprivate func isUnasked(_ influencer: Influencer) -> Bool {
    guard influencer.need < .confirmed else { return false }
    if deal.stage == .care { return has(.repeat) && !isMet(influencer) && influencer.role == .economic }
    if !isMet(influencer) { return influencer.role != .user || influencer.need == .unknown }
    return influencer.need == .unknown && influencer.role != .user && influencer.role != .coach
  }
}
