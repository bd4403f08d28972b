import DealJournal
import FactReading

extension Rule {
  /// Part of the chain is known by a function alone.
  static let unnamedInfluencer = Rule(
    code: "P304", name: "unnamed-influencer", gate: .people, stages: .needs ... .exchange, silentFor: [.household],
    weight: 56,
    summary: Text(
      en: "Somebody on the decision chain is known only by a function: \"the CFO\", \"legal\".",
      zh: "决策链上有人只知道职务，不知道是谁。"),
    why: Text(
      en: "Nobody can call a function. Until there is a name, there is no need to confirm and no trust to build.",
      zh: "职务是约不出来的；不知道是谁，需求没法问，信任没法建。"),
    clears: Text(en: "Ask your contact: who exactly is that, and what matters to them?", zh: "问联系人一句：具体是哪位？他最看重什么？"),
    example: Example(
      at: .needs,
      fires: [
        .user,
        .say(en: "Their CFO has to agree #role/economic.", zh: "财务总监要点头 #角色/拍板，还没见过。"),
      ],
      silent: [
        .user,
        .say(en: "Helen Marsh, their CFO, has to agree #role/economic.", zh: "财务总监李敏要点头 #角色/拍板，还没见过。"),
      ],
      nearMiss: [
        .user,
        .say(
          en: "Met their CFO #role/economic #fact/contact: paid back in two years, he says #need/confirmed.",
          zh: "见了他们的财务总监 #角色/拍板 #事实/联系，说要两年内回本 #需求/确认。"),
      ])
  ) { context in
    let who = context.contactName
    return context.chain.filter { influencer in
      // Whoever uses the result is met in passing; whoever decides or checks has to be known.
      [.economic, .technical].contains(influencer.role) && !context.isMet(influencer)
        && context.journal.person(influencer.person)?.isNamed == false
    }
    .map { influencer in
      let function = context.name(influencer.person)
      return Finding.Draft(
        person: influencer.person,
        message: Text(
          en: "We know “\(function)” only by function, not by name.",
          zh: "“\(function)”只知道职务，还不知道是哪一位。"),
        clears: Text(
          en: "Ask \(who.en): who exactly is that, and what matters to them?",
          zh: "问\(who.zh)一句：具体是哪位？最看重什么？"),
        evidence: [influencer.introduced], extraWeight: influencer.role == .economic ? 8 : 0)
    }
  }
}
