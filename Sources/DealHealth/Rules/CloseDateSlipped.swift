import DealJournal
import FactReading
import NoteSyntax

extension Rule {
  /// The decision or signature was put off twice, or its day has passed.
  static let closeDateSlipped = Rule(
    code: "M806", name: "close-date-slipped", gate: .momentum, stages: .value ... .exchange, weight: 39,
    waitsOn: Cause.anywhere("M804", "M805"), settings: [.signatureGrace],
    summary: Text(
      en: "The decision or the signature was put off twice, or its day has passed.", zh: "决定或签约推了两次，或者日子已经过了。"),
    why: Text(
      en: "Once is life; twice is somebody who does not want it now. The date is not the matter, the reason is.",
      zh: "推一次是正常，推两次就是有人现在不想办；要紧的不是日子，是原因。"),
    clears: Text(
      en: "Ask: what has to happen before this can be decided, and who sees to it?", zh: "问一句：定之前还差哪件事？谁在办？"),
    example: Example(
      at: .exchange, from: "2026-11-02",
      fires: [
        .user,
        .say(en: "The decision is pushed to the week after, says Tom Reed.", zh: "王经理说定标推迟一周。"),
        .entry("2026-11-12"),
        .say(en: "The decision is pushed to December.", zh: "定标又推到12月。"),
      ],
      silent: [
        .user,
        .say(en: "The decision is pushed to the week after, says Tom Reed.", zh: "王经理说定标推迟一周。"),
        .entry("2026-11-12"),
        .say(en: "The decision stands for Friday.", zh: "定标时间没变，就是周五。"),
      ],
      nearMiss: [
        .user,
        .say(en: "The decision is pushed to the week after, says Tom Reed.", zh: "王经理说定标推迟一周。"),
        .entry("2026-11-12"),
        .say(en: "Our own review meeting is pushed to December.", zh: "我们内部的评审会推到12月。"),
      ])
  ) { context in
    let closing = Set(context.signs(.closing).map(\.evidence))
    let put = context.signs(.pushed).filter { closing.contains($0.evidence) }
    let days = Set(put.compactMap(\.day))
    let planned = context.signs(.aboutToSign).last
    let due = planned?.dates.map(\.last).max()
    let who = context.contactName
    let clears = Text(
      en: "Ask \(who.en): what has to happen before this can be decided, and who sees to it?",
      zh: "问\(who.zh)一句：定之前还差哪件事？谁在办？")
    if days.count > 1, let last = put.last {
      return [
        Finding.Draft(
          message: Text(
            en:
              "The day has been put off \(days.count == 2 ? "twice" : "\(days.count) times"): “\(last.evidence.words)”.",
            zh: "日子已经推了\(days.count)次：“\(last.evidence.words)”。"),
          clears: clears, evidence: put.reversed().map(\.evidence))
      ]
    }
    guard let planned, let due, context.asOf - due > context[.signatureGrace] else { return [] }
    return [
      Finding.Draft(
        message: Text(
          en: "It was to be signed by \(due.short.en), and nothing says that it was.",
          zh: "说好\(due.short.zh)签，到现在没看到签。"),
        clears: clears, evidence: [planned.evidence])
    ]
  }
}

extension Setting {
  /// How long after its day a signature may still be on its way.
  static let signatureGrace = Setting(
    "M806.days", standard: 3,
    summary: Text(en: "Days of grace after the day of a signature.", zh: "说好的签约日子过了几天才提醒。"))
}
