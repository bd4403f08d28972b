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
    var last: [String: JournalFact] = [:]
    for fact in context.facts(.satisfactionFull, .satisfactionPartial, .satisfactionNone) {
      last[fact.person ?? ""] = fact
    }
    return last.sorted { $0.key < $1.key }.map(\.value).filter { complaint in
      complaint.kind == .satisfactionNone && context.isBorneOut(complaint, by: .unmet)
        && !context.signs(.escalates).contains { context.moment(of: $0) >= context.moment(of: complaint) }
    }.map { complaint in
      let name = complaint.person.map { context.name($0) }
      return Finding.Draft(
        person: complaint.person,
        message: Text(
          en: "For \(name ?? "them") it does not do what it was bought for at all: “\(complaint.evidence.words)”.",
          zh: "\(name ?? "客户")那边完全没达到当初买的目的：“\(complaint.evidence.words)”。"),
        evidence: [complaint.evidence])
    }
  }
}
