import DealJournal
import FactReading

extension Rule {
  /// "Too expensive", and nobody found out why.
  static let undiagnosedObjection = Rule(
    code: "X604", name: "undiagnosed-objection", gate: .exchange, stages: .needs ... .exchange, weight: 57,
    waitsOn: Cause.anywhere("X605") + Cause.samePerson("P301", "P304", "V401", "T501"),
    summary: Text(en: "They call it too expensive, and nobody has found out why.", zh: "对方说贵，还没弄清是哪一种贵。"),
    why: Text(
      en:
        "It may be value not seen, trust missing, an offer not worth it, or the same for less elsewhere; a lower price cures none of the first three.",
      zh: "贵有四种：没看到价值、信不过、东西不值、别家同样的更便宜。前三种降价都治不好。"),
    clears: Text(en: "Ask: too expensive compared with what?", zh: "问一句：跟什么比贵？"),
    example: Example(
      at: .exchange, from: "2026-11-05",
      fires: [
        .user,
        .userConvinced,
        .decider,
        .deciderConvinced,
        .entry("2026-11-16"),
        .say(en: "Helen Marsh finds it too expensive.", zh: "李总说太贵了。"),
      ],
      silent: [
        .user,
        .userConvinced,
        .decider,
        .deciderConvinced,
        .entry("2026-11-16"),
        .say(en: "Helen Marsh finds it too expensive.", zh: "李总说太贵了。"),
        .entry("2026-11-18"),
        .say(
          en:
            "Went through it with Helen Marsh: against two years of stops it is a third, and she sees it #value/benefit.",
          zh: "跟李总一起算了，跟两年停机比只要三分之一，她认 #价值/收益。"),
      ],
      nearMiss: [
        .user,
        .userConvinced,
        .decider,
        .deciderConvinced,
        .entry("2026-11-16"),
        .say(en: "Helen Marsh does not find it too expensive.", zh: "李总没说太贵了。"),
      ])
  ) { context in
    guard let diagnosis = Diagnosis(of: context), diagnosis.objection.kind == .tooExpensive, !diagnosis.isAboveRep,
      !context.isAnswered(diagnosis.objection)
    else { return [] }
    let name = diagnosis.objection.person.map { context.name($0) }
    let cause = diagnosis.first?.cause
    let words = diagnosis.objection.evidence.words
    return [
      Finding.Draft(
        person: diagnosis.objection.person,
        message: Text(
          en: "It is called too expensive (“\(words)”), and \(cause.reason.en).",
          zh: "对方嫌贵（“\(words)”），\(cause.reason.zh)。"),
        clears: cause.remedy(for: name),
        evidence: [diagnosis.objection.evidence] + (diagnosis.first?.evidence ?? []))
    ]
  }
}

extension DealContext {
  /// Whether value, trust or guidance followed the objection.
  fileprivate func isAnswered(_ objection: JournalSign) -> Bool {
    facts(.valueBenefit, .valueDifference, .trustUp, .needGuided).contains {
      moment(of: $0) > moment(of: objection) && $0.evidence != objection.evidence
        && (objection.person == nil || $0.person == nil || $0.person == objection.person)
    }
  }
}

extension Diagnosis.Cause? {
  /// What the notes say of the earliest cause.
  fileprivate var reason: Text {
    switch self {
    case .value: Text(en: "what they gain has not come across yet", zh: "可好处还没讲到位")
    case .trust: Text(en: "it is trust that is missing", zh: "其实是还信不过")
    case .offer: Text(en: "the offer does not do what they need", zh: "是东西还不够他们用")
    case .cheaperElsewhere, nil: Text(en: "nobody has found out why", zh: "是哪一种贵还没弄清")
    }
  }

  /// What to do about it; never a lower price.
  fileprivate func remedy(for name: String?) -> Text {
    let (en, zh) = (name ?? "them", name ?? "对方")
    switch self {
    case .value:
      return Text(
        en: "Leave the price as it is, and work out with \(en) what they gain, in their own numbers.",
        zh: "价格先别动，跟\(zh)用对方自己的数算一遍能得多少好处。")
    case .trust:
      return Text(
        en: "Leave the price as it is, and ask \(en) what would have to be sure before money is worth talking about.",
        zh: "价格先别动，问\(zh)一句：要先放心什么，才谈得上钱？")
    case .offer:
      return Text(
        en: "Change the offer, not the price: ask \(en) what is missing that would make it worth it.",
        zh: "该改的是方案，不是价格：问\(zh)缺了什么才觉得不值。")
    case .cheaperElsewhere, nil:
      return Text(en: "Ask \(en): too expensive compared with what?", zh: "问\(zh)一句：跟什么比贵？")
    }
  }
}
