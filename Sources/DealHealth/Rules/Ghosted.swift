import DealJournal
import FactReading
import NoteSyntax

extension Rule {
  /// We tried again and again, and they did not answer.
  static let ghosted = Rule(
    code: "M805", name: "ghosted", gate: .momentum, stages: .opportunity ... .exchange, weight: 51,
    settings: [.vainTries],
    summary: Text(en: "We tried again and again, and nobody answered.", zh: "我们找了好几次，对方都没回。"),
    why: Text(
      en: "Silence after three tries is an answer: something has come first, or somebody has spoken against us.",
      zh: "找了三次都没回，就是回答：要么有别的事排到前面，要么有人说了我们什么。"),
    clears: Text(
      en: "Stop chasing: send one line that makes it easy to say no, and ask somebody else there what has changed.",
      zh: "别再催了：发一句让对方好拒绝的话，再找那边另一个人问问出了什么事。"),
    example: Example(
      at: .value, from: "2026-11-02",
      fires: [
        .user,
        .userConvinced,
        .entry("2026-11-06"),
        .say(en: "Rang Tom Reed, no answer.", zh: "给王经理打电话没接。"),
        .entry("2026-11-10"),
        .say(en: "Wrote to Tom Reed, no reply.", zh: "给王经理发微信没回。"),
        .entry("2026-11-16"),
        .say(en: "Left a voicemail for Tom Reed.", zh: "又打王经理电话，没人接。"),
      ],
      silent: [
        .user,
        .userConvinced,
        .entry("2026-11-06"),
        .say(en: "Rang Tom Reed, no answer.", zh: "给王经理打电话没接。"),
        .entry("2026-11-10"),
        .say(en: "Wrote to Tom Reed, no reply.", zh: "给王经理发微信没回。"),
        .entry("2026-11-16"),
        .say(en: "Met Tom Reed at the gate: he was on holiday #fact/contact.", zh: "在厂门口碰到王经理，他前阵子休假 #事实/联系。"),
      ],
      nearMiss: [
        .user,
        .userConvinced,
        .entry("2026-11-06"),
        .say(en: "Rang Tom Reed, no answer: he is on leave until 2026-12-01.", zh: "给王经理打电话没接，他休假到2026年12月1日。"),
        .entry("2026-11-10"),
        .say(en: "Wrote to Tom Reed, no reply.", zh: "给王经理发微信没回。"),
        .entry("2026-11-16"),
        .say(en: "Left a voicemail for Tom Reed.", zh: "又打王经理电话，没人接。"),
      ])
  ) { context in
    let vain = context.signs(.noAnswer)
    let last = context.facts(.contact).last { contact in
      // A call and that nobody took it are often two sentences of one line.
      !vain.contains { $0.evidence.path == contact.evidence.path && $0.evidence.line == contact.evidence.line }
    }
    let since = vain.filter { sign in last.map { context.moment(of: $0) < context.moment(of: sign) } ?? true }
    let days = Set(since.compactMap(\.day))
    guard context.wait == nil, days.count >= context[.vainTries] else { return [] }
    let name = since.last?.person.map { context.name($0) }
    return [
      Finding.Draft(
        message: Text(
          en:
            "We tried on \(days.count) days, and \(name.map { "\($0) has not" } ?? "nobody there has") answered.",
          zh: "\(days.count)天里找了好几回，\(name ?? "对方")都没回。"),
        clears: Text(
          en: "Stop chasing: send one line that makes it easy to say no, and ask somebody else there what has changed.",
          zh: "别再催了：发一句让对方好拒绝的话，再找那边另一个人问问出了什么事。"),
        evidence: since.reversed().map(\.evidence))
    ]
  }
}

extension Setting {
  /// Days on which we tried in vain, without a word in between.
  static let vainTries = Setting(
    "M805.tries", standard: 3,
    summary: Text(en: "Days on which we tried in vain, without a word in between.", zh: "中间没回过音、白找了几天算被晾着。"))
}
