import DealJournal
import FactReading
import NoteSyntax

extension Rule {
  /// The same is to be had for less elsewhere, and it is neither value nor trust nor the offer.
  static let cheaperElsewhere = Rule(
    code: "X605", name: "cheaper-elsewhere", gate: .exchange, stages: .value ... .exchange, weight: 59,
    summary: Text(
      en: "The same is to be had for less elsewhere; value, trust and the offer are settled.",
      zh: "同样的东西别家更便宜；价值、信任、产品都没问题。"),
    why: Text(
      en:
        "If it really is the same for less, no rep can close that gap: it is for those who set prices, or for another customer.",
      zh: "真是同样的东西更便宜，销售一个人补不上：要么往上报，要么换客户。"),
    clears: Text(
      en: "Make sure that it is the same; then take it to your boss, or let the deal go in good time.",
      zh: "先核实是不是真的一样；是，就往上报，或者早点放下。"),
    example: Example(
      at: .exchange,
      fires: [
        .user,
        .userConvinced,
        .say(
          en: "Showed Tom Reed the saving: 80,000 a year #value/benefit. Tom Reed vouched for us #trust/up.",
          zh: "给王经理算了账，一年省8万 #价值/收益。他替我们说话 #信任/升。"),
        .say(
          en: "Tom Reed: the other side has the same thing for less #fact/competitor.", zh: "王经理说一样的东西博世更便宜 #事实/竞争。"),
      ],
      silent: [
        .user,
        .userConvinced,
        .say(
          en: "Showed Tom Reed the saving: 80,000 a year #value/benefit. Tom Reed vouched for us #trust/up.",
          zh: "给王经理算了账，一年省8万 #价值/收益。他替我们说话 #信任/升。"),
        .say(
          en: "Tom Reed: the other side is cheaper, but nobody comes at night #fact/competitor.",
          zh: "王经理说博世便宜，可夜里没人上门 #事实/竞争。"),
      ],
      nearMiss: [
        .user,
        .userConvinced,
        .say(
          en:
            "Tom Reed: the other side has the same thing for less #fact/competitor, and he doubts that we come at night #trust/down.",
          zh: "王经理说一样的东西博世更便宜 #事实/竞争，还怀疑我们夜里能不能上门 #信任/降。"),
      ])
  ) { context in
    guard let diagnosis = Diagnosis(of: context), diagnosis.isAboveRep,
      let place = diagnosis.steps.last?.evidence.last
    else { return [] }
    return [
      Finding.Draft(
        message: Text(
          en:
            "The same is to be had for less elsewhere, and it is neither value nor trust nor the offer: “\(place.words)”.",
          zh: "同样的东西别家更便宜，价值、信任、产品都不是问题：“\(place.words)”。"),
        evidence: diagnosis.steps.last?.evidence.reversed() ?? [])
    ]
  }
}
