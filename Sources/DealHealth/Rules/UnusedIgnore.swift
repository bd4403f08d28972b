import DealJournal
import NoteSyntax

extension Rule {
  /// A dismissal that lets nothing be.
  static let unusedIgnore = Rule(
    code: "J008", name: "unused-ignore", severity: .warning,
    summary: Text(
      en:
        "A finding was to be let be, and there is nothing to let be: it is settled, expired, misspelt or has no reason.",
      zh: "写了忽略某条提醒，却没有可忽略的：已经解决、过期、写错了，或者没写原因。"),
    why: Text(
      en: "A dismissal that is left standing hides the same thing when it comes back.",
      zh: "留着不用的忽略，下次真出问题也会被挡住。"),
    clears: Text(
      en: "Take the line out, or mend it.", zh: "删掉这一行，或者改对。"),
    example: Example(
      fires: .notes(
        at: .needs,
        [
          .user,
          .text(Text(en: "rapport: ignore P301 Helen Marsh: she is no part of it", zh: "rapport: 忽略 P301 李总：这事她不管")),
        ]),
      silent: .notes(
        at: .needs,
        [
          .user, .deciderUnmet,
          .text(
            Text(en: "rapport: ignore P301 Helen Marsh: Tom asks us to wait", zh: "rapport: 忽略 P301 李总：王经理让我们先等等")),
        ]),
      nearMiss: .notes(
        at: .needs,
        [
          .user, .deciderUnmet,
          .text(
            Text(
              en: "<!-- rapport: ignore P301: Tom asks us to wait, until 2026-12-01 -->",
              zh: "<!-- rapport: ignore P301：王经理让我们先等等，到 2026-12-01 -->")),
        ]))
  ) { dismissals in
    dismissals.compactMap { dismissal, outcome in
      guard let message = outcome.message(dismissal) else { return nil }
      return Finding.Draft(
        subject: "\(dismissal.evidence.path) \(dismissal.rule) \(dismissal.subject)", message: message,
        evidence: [dismissal.evidence])
    }
  }
}

extension Dismissal.Outcome {
  /// What there is to say about a dismissal; nil for one that does its work.
  fileprivate func message(_ dismissal: Dismissal) -> Text? {
    let what = "“" + (dismissal.subject.isEmpty ? dismissal.rule : "\(dismissal.rule) \(dismissal.subject)") + "”"
    switch self {
    case .used: return nil
    case .unused:
      return Text(
        en: "\(what) is to be ignored, and there is nothing to ignore.", zh: "写了忽略\(what)，可现在没有这条提醒。")
    case .expired(let day):
      return Text(
        en: "\(what) was to be ignored until \(day.iso); that day has passed.", zh: "忽略\(what)只写到 \(day.iso)，已经过期。")
    case .withoutReason:
      return Text(
        en: "\(what) is to be ignored without a reason; write one behind a colon, and it holds.",
        zh: "忽略\(what)没写原因；在冒号后面写上，才算数。")
    case .withoutDay:
      return Text(
        en: "\(what) is to be ignored until “\(dismissal.until ?? "")”, which is no day; write it as 2026-12-01.",
        zh: "忽略\(what)写的日子“\(dismissal.until ?? "")”看不懂；请写成 2026-12-01。")
    case .unknownRule(let suggestion):
      return Text(
        en: "No finding is called \(dismissal.rule).\(suggestion.map { " Did you mean \($0)?" } ?? "")",
        zh: "没有 \(dismissal.rule) 这条提醒。\(suggestion.map { "是不是想写 \($0)？" } ?? "")")
    }
  }
}
