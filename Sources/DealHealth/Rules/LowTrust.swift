import DealJournal
import FactReading

extension Rule {
  /// Doubts outweigh trust.
  static let lowTrust = Rule(
    code: "T501", name: "low-trust", gate: .trust, stages: .opportunity ... .care, weight: 64,
    summary: Text(
      en: "Someone's doubts outweigh their signs of trust, or a doubt stands unanswered.",
      zh: "有人对我们的疑虑多过信任，或者提了顾虑一直没化解。"),
    why: Text(
      en: "Below a threshold of trust no offer is good enough, and nobody tells you so.",
      zh: "信用过不了线，方案再好也没用，而且对方不会明说。"),
    clears: Text(
      en: "Call them today, name the doubt yourself, and ask what would settle it.",
      zh: "今天打个电话，把对方的顾虑先说出来，问怎样才放心。"),
    example: Example(
      fires: Text(
        en: """
          # 2026-11-12 Larkfield Mills #stage/value
          Met Tom Reed, the production manager #role/user. Stops on the line cost him his bonus #need/driver, so that is what has to end first #need/confirmed.
          Tom Reed doubts that we come at night #trust/down.
          # 2026-11-18 Larkfield Mills #stage/value
          Called Tom Reed. Our answer took a week, he says, and that tells him enough #trust/down.
          """,
        zh: """
          # 2026-11-12 长风纺织 #阶段/价值
          见了生产部王经理 #角色/使用。停机扣的是他的奖金 #需求/动因，他说先把停机解决了再谈别的 #需求/确认。
          王经理怀疑我们夜里能不能上门 #信任/降。
          # 2026-11-18 长风纺织 #阶段/价值
          跟王经理通了电话，他说等回复等了一个星期，心里有数了 #信任/降。
          """),
      silent: Text(
        en: """
          # 2026-11-12 Larkfield Mills #stage/value
          Met Tom Reed, the production manager #role/user. Stops on the line cost him his bonus #need/driver, so that is what has to end first #need/confirmed.
          Tom Reed doubts that we come at night #trust/down.
          # 2026-11-18 Larkfield Mills #stage/value
          Called Tom Reed. He has asked our customer in Leeds and is content with the night service #trust/up.
          """,
        zh: """
          # 2026-11-12 长风纺织 #阶段/价值
          见了生产部王经理 #角色/使用。停机扣的是他的奖金 #需求/动因，他说先把停机解决了再谈别的 #需求/确认。
          王经理怀疑我们夜里能不能上门 #信任/降。
          # 2026-11-18 长风纺织 #阶段/价值
          跟王经理通了电话，他问过我们无锡的客户，说夜里上门这事放心了 #信任/升。
          """),
      nearMiss: .notes(
        at: .value,
        [
          .user,
          .say(en: "Tom Reed doubts that we come at night #trust/down.", zh: "王经理怀疑我们夜里能不能上门 #信任/降。"),
          .entry("2026-11-16"),
          .say(
            en: "Showed Tom Reed the duty roster of two customers #value/capability.", zh: "给王经理看了两家客户的夜间值班表 #价值/能力。"),
        ]))
  ) { context in
    let doubtful = context.doubtful
    guard !doubtful.isEmpty else { return context.isDoubted ? [.lowTrust(in: context)] : [] }
    return doubtful.map { influencer in
      let name = context.called(influencer.person)
      let doubts = context.doubts[influencer.person].map(\.evidence)
      return Finding.Draft(
        person: influencer.person,
        message: doubts.count > 1
          ? Text(
            en:
              "\(name.en) has shown doubts \(doubts.count == 2 ? "twice" : "\(doubts.count) times"), and nothing says they are settled.",
            zh: "\(name.zh)前后\(doubts.count)次表现出不放心，还没看到化解。")
          : Text(
            en: "\(name.en) has a doubt, and nothing says it is settled.",
            zh: "\(name.zh)心里有顾虑，还没看到化解。"),
        clears: Text(
          en: "Call \(name.en) today, name the doubt yourself, and ask what would settle it.",
          zh: "今天给\(name.zh)打个电话，把对方的顾虑先说出来，问怎样才放心。"),
        evidence: doubts.reversed(), extraWeight: influencer.role == .economic ? 8 : 0)
    }
  }
}

extension Finding.Draft {
  /// Doubts of which the notes don't say whose they are.
  fileprivate static func lowTrust(in context: DealContext) -> Finding.Draft {
    let who = context.contactName
    return Finding.Draft(
      message: Text(
        en: "There are doubts about us, and nothing says they are settled.",
        zh: "对方对我们有顾虑，还没看到化解。"),
      clears: Text(
        en: "Ask \(who.en) today who has the doubt and what would settle it.",
        zh: "今天就问\(who.zh)：谁不放心，怎样才放心？"),
      evidence: context.doubts.all.reversed().map(\.evidence))
  }
}

extension DealContext {
  /// Those whose doubts outweigh their trust, and whoever else is likely to be meant of those who doubted.
  fileprivate var doubtful: [Influencer] {
    adding(
      likeliestOf: chain.filter { !doubts[$0.person].isEmpty }, to: chain.filter { distrusts($0) }, for: .lowTrust)
  }

  /// Whether doubts in the deal outweigh signs of trust by more than one, whoever's they are; or there are some, and the deal as a
  /// whole makes it likely.
  fileprivate var isDoubted: Bool {
    surplus(of: doubts.all, over: facts(.trustUp)) > 1.5 || likelihood.isLikely(.lowTrust) && !doubts.all.isEmpty
  }

  /// Whether an influencer's doubts outweigh their signs of trust. From `value` on, a single doubt more counts while
  /// nothing has answered it: no sign of trust since, nothing shown to them, no promise kept.
  func distrusts(_ influencer: Influencer) -> Bool {
    let surplus = surplus(of: doubts[influencer.person], over: influencer.trustUp.map { journal.facts[$0] })
    guard surplus <= 1.5 else { return true }
    guard surplus > 0.4, deal.stage >= .value else { return false }
    let story = timeline(of: influencer)
    guard let doubt = story.lastIndex(where: { $0.kind == .trustDown }) else { return false }
    return !story[doubt...].contains {
      // An answer in the same breath as the doubt is none.
      $0.isLikely && $0.evidence != story[doubt].evidence
        && [.trustUp, .valueCapability, .valueBenefit, .valueDifference, .commitmentDone, .satisfactionFull].contains(
          $0.kind)
    }
  }

  /// By how much the ones outweigh the others, each counted as far as its reading is sure. A doubt that is merely possible, and
  /// said in no word for doubting, is held against nobody.
  private func surplus(of doubts: [JournalFact], over signs: [JournalFact]) -> Double {
    func weight(_ facts: [JournalFact]) -> Double {
      facts.reduce(0) { $0 + ($1.basis > .inferred ? 1 : $1.confidence) }
    }
    return weight(doubts.filter { isBorneOut($0, by: .doubts) || $0.confidence >= Threshold.possible }) - weight(signs)
  }
}
