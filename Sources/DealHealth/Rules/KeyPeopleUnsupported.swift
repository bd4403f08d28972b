import DealJournal
import FactReading
import NoteSyntax

extension Rule {
  /// We have supporters, but not the one who decides, or not enough of them.
  static let keyPeopleUnsupported = Rule(
    code: "P309", name: "key-people-unsupported", gate: .people, severity: .info, stages: .value ... .exchange,
    silentFor: [.owner, .household], weight: 14, waitsOn: Cause.samePerson("P301", "P304", "P307", "V401", "T501"),
    summary: Text(
      en: "We have supporters, but not the one who decides, or not the majority.", zh: "有人支持我们，但拍板的不在里面，或者只是少数。"),
    why: Text(en: "Warm users do not sign. Support counts where the decision is made.", zh: "用的人再喜欢也签不了字；支持要落在做决定的地方。"),
    clears: Text(
      en: "Ask a supporter: what would it take for the others to see it as you do?", zh: "问支持我们的人：要怎样，其他人才会跟您想的一样？"),
    example: Example(
      at: .value,
      fires: [
        .user,
        .userConvinced,
        .say(en: "Tom Reed spoke up for us with his people #trust/up.", zh: "王经理在会上替我们说话 #信任/升。"),
        .decider,
        .deciderConvinced,
        .say(
          en:
            "Met Ravi Patel, head of IT #role/technical. He wants a standard interface #need/confirmed, and we showed it to him #value/capability.",
          zh: "今天见了信息部周主任 #角色/把关。周主任要标准接口 #需求/确认，我们给他看了 #价值/能力。"),
      ],
      silent: [
        .user,
        .userConvinced,
        .say(en: "Tom Reed spoke up for us with his people #trust/up.", zh: "王经理在会上替我们说话 #信任/升。"),
        .decider,
        .deciderConvinced,
        .say(en: "Helen Marsh asked my advice in private #trust/up.", zh: "李总私下问我的意见 #信任/升。"),
        .say(
          en:
            "Met Ravi Patel, head of IT #role/technical. He wants a standard interface #need/confirmed, and we showed it to him #value/capability.",
          zh: "今天见了信息部周主任 #角色/把关。周主任要标准接口 #需求/确认，我们给他看了 #价值/能力。"),
      ],
      nearMiss: [
        .user,
        .userConvinced,
        .decider,
        .deciderConvinced,
      ])
  ) { context in
    let met = context.chain.filter { context.isMet($0) }
    let supporters = met.filter { $0.trustUp.count > $0.trustDown.count }
    guard met.count > 2, let friend = supporters.first else { return [] }
    let decider = context.chain.first { $0.role == .economic && context.isMet($0) && $0.trustUp.isEmpty }
    guard decider != nil || supporters.count * 2 < met.count else { return [] }
    let names = Text.list(supporters.prefix(3).map { context.called($0.person) })
    let has = supporters.count == 1 ? "is" : "are"
    let guide = context.called(friend.person)
    let other = decider.map { context.called($0.person) }
    return [
      Finding.Draft(
        person: decider?.person,
        message: other.map {
          Text(
            en: "\(names.en) \(has) for us; where \($0.en) stands, who decides, we do not know.",
            zh: "\(names.zh)是支持我们的，拍板的\($0.zh)什么态度还不知道。")
        }
          ?? Text(
            en: "\(names.en) \(has) for us; the others we met, \(met.count - supporters.count) of them, have not said.",
            zh: "\(names.zh)是支持我们的，见过的另外\(met.count - supporters.count)位还没表过态。"),
        clears: Text(
          en:
            "Ask \(guide.en): what would it take for \(other?.en ?? "the others") to see it as you do?",
          zh: "问问\(guide.zh)：要怎样，\(other?.zh ?? "其他人")才会跟您想的一样？"),
        evidence: supporters.compactMap { $0.trustUp.last }.map { context.journal.facts[$0].evidence })
    ]
  }
}
