import DealJournal
import FactReading
import NoteSyntax

extension Rule {
  /// A confirmed need was withdrawn or changed since.
  static let needChanged = Rule(
    code: "N206", name: "need-changed", gate: .needs, stages: .needs ... .exchange, weight: 65,
    summary: Text(
      en: "A confirmed need was withdrawn or changed, and nothing says what holds now.", zh: "确认过的需求变了，现在要什么还没弄清。"),
    why: Text(
      en: "Everything that was shown and quoted answers a need that is no longer there.", zh: "之前讲的、报的，对的都是已经不在的需求。"),
    clears: Text(en: "Ask: what has changed, and what comes first now?", zh: "问一句：是什么变了？现在最要紧的是哪一条？"),
    example: Example(
      at: .needs, from: "2026-11-05",
      fires: [
        .user,
        .entry("2026-11-16"),
        .say(en: "Tom Reed: the stops are not the priority anymore.", zh: "王经理说停机不是重点了。"),
      ],
      silent: [
        .user,
        .entry("2026-11-16"),
        .say(en: "Tom Reed: the stops are not the priority anymore.", zh: "王经理说停机不是重点了。"),
        .entry("2026-11-18"),
        .say(
          en: "Called Tom Reed: energy comes first now, for all lines #need/confirmed.",
          zh: "给王经理打了电话：现在最要紧的是能耗，所有线都算 #需求/确认。"),
      ],
      nearMiss: [
        .user,
        .entry("2026-11-16"),
        .say(en: "Is it still the priority? Tom Reed: the stops, nothing else.", zh: "重点变了没有？王经理说还是停机，没别的。"),
      ])
  ) { context in
    guard let change = context.signs(.needChanged).last,
      let confirmed = context.facts(.needConfirmed, .needGuided).last,
      context.moment(of: confirmed) < context.moment(of: change)
    else { return [] }
    let name = change.person.map { context.name($0) }
    return [
      Finding.Draft(
        person: change.person,
        message: Text(
          en:
            "What \(name ?? "they") wanted no longer stands, and nothing says what does now: “\(change.evidence.words)”.",
          zh: "\(name ?? "对方")的需求变了，现在要什么还没弄清：“\(change.evidence.words)”。"),
        clears: Text(
          en: "Ask \(name ?? "them"): what has changed, and what comes first now?",
          zh: "问\(name ?? "对方")一句：是什么变了？现在最要紧的是哪一条？"),
        evidence: [change.evidence, confirmed.evidence])
    ]
  }
}
