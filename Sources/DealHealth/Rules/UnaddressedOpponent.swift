import DealJournal
import FactReading
import NoteSyntax

extension Rule {
  /// Somebody is against us, and nothing is planned.
  static let unaddressedOpponent = Rule(
    code: "P305", name: "unaddressed-opponent", gate: .people, stages: .opportunity ... .exchange, weight: 68,
    waitsOn: Cause.samePerson("T501"),
    summary: Text(en: "Somebody is against it, and nothing is planned about that.", zh: "有人反对，还没看到打算怎么办。"),
    why: Text(
      en: "Opposition has a reason; whoever is not asked for it tells it to others.", zh: "反对总有原因；我们不去问，他就跟别人说。"),
    clears: Text(
      en: "See them alone and ask: what would have to be different for you to live with it?",
      zh: "单独见一面，问一句：要怎么改，您才能接受？"),
    example: Example(
      at: .needs,
      fires: [
        .user,
        .say(en: "Ravi Patel, head of IT #role/technical, is opposed to a new system.", zh: "信息部周主任 #角色/把关 反对上新系统。"),
      ],
      silent: [
        .user,
        .say(en: "Ravi Patel, head of IT #role/technical, is opposed to a new system.", zh: "信息部周主任 #角色/把关 反对上新系统。"),
        .entry("2026-11-16"),
        .say(
          en: "Met Ravi Patel alone: it is the interface that he fears #need/confirmed.",
          zh: "单独见了周主任，他怕的是接口没人管 #需求/确认。"),
      ],
      nearMiss: [
        .user,
        .say(en: "Is Ravi Patel, head of IT #role/technical, opposed to a new system?", zh: "信息部周主任 #角色/把关 会不会反对上新系统？"),
      ])
  ) { context in
    context.chain.compactMap { influencer in
      guard let against = context.signs(.opposes).last(where: { $0.person == influencer.person }) else { return nil }
      let isAnswered = context.timeline(of: influencer).contains {
        context.moment(of: $0) > context.moment(of: against) && $0.kind != .trustDown && $0.kind != .decision
      }
      guard !isAnswered else { return nil }
      let name = context.called(influencer.person)
      return Finding.Draft(
        person: influencer.person,
        message: Text(
          en: "\(name.en) is against it, and we have no plan for that yet: “\(against.evidence.words)”.",
          zh: "\(name.zh)不赞成，我们还没想好怎么办：“\(against.evidence.words)”。"),
        clears: Text(
          en: "See \(name.en) alone and ask: what would have to be different for you to live with it?",
          zh: "单独见见\(name.zh)，问一句：要怎么改，您才能接受？"),
        evidence: [against.evidence], extraWeight: influencer.role == .economic ? 8 : 0)
    }
  }
}
