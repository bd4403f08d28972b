import DealJournal
import FactReading

extension Rule {
  /// What was bought does not meet the need at all.
  static let needUnmet = Rule(
    code: "C704", name: "need-unmet", gate: .satisfaction, stages: .care ... .care, weight: 93,
    summary: Text(en: "What they bought does not meet their need at all.", zh: "买的东西完全没满足需要。"),
    why: Text(
      en:
        "Not met at all is rare, and it is no matter of expectations: it looks like disregard or deceit until somebody senior shows otherwise.",
      zh: "完全没满足很少见，不是预期的问题；没有领导出面，对方只会觉得被骗。"),
    clears: Text(
      en: "Take it to your boss today, and go there with somebody who can mend it.", zh: "今天就报给领导，带上能解决的人一起过去。"),
    example: Example(
      at: .care, from: "2026-10-20",
      fires: [
        .bought,
        .entry("2026-11-16"),
        .userCalled,
        .say(en: "Tom Reed: it does not run at all #satisfaction/none.", zh: "王经理说根本跑不起来 #满意/没有。"),
      ],
      silent: [
        .bought,
        .entry("2026-11-16"),
        .userCalled,
        .say(en: "Tom Reed: it does not run at all #satisfaction/none.", zh: "王经理说根本跑不起来 #满意/没有。"),
        .entry("2026-11-18"),
        .say(
          en: "Our director went there with the senior engineer, and Tom Reed is content #satisfaction/full.",
          zh: "领导带着总工去了，王经理满意了 #满意/完全。"),
      ],
      nearMiss: [
        .bought,
        .entry("2026-11-16"),
        .userCalled,
        .say(en: "Tom Reed: it runs, only the labels are crooked #satisfaction/partial.", zh: "王经理说能跑，就是标签贴得歪 #满意/部分。"),
      ])
  ) { context in
    SoldNeed.all(of: context).compactMap { sold in
      guard let word = sold.word, sold.outcome == .unmet, context.isBorneOut(word, by: .unmet),
        !context.signs(.escalates).contains(where: { context.moment(of: $0) >= context.moment(of: word) })
      else { return nil }
      let name = sold.person.map { context.name($0) }
      let wanted = sold.wanted?.evidence
      return Finding.Draft(
        person: sold.person,
        message: wanted.map { wanted in
          Text(
            en:
              "\(name ?? "They") bought it for “\(wanted.words)”, and it does nothing of that: “\(word.evidence.words)”.",
            zh: "\(name ?? "客户")当初图的是“\(wanted.words)”，现在完全没做到：“\(word.evidence.words)”。")
        }
          ?? Text(
            en:
              "\(name.map { "\($0) says" } ?? "They say") it does nothing of what it was bought for: “\(word.evidence.words)”.",
            zh: "\(name ?? "客户")当初买它要办的事，完全没办成：“\(word.evidence.words)”。"),
        evidence: [word.evidence] + (wanted.map { [$0] } ?? []))
    }
  }
}
