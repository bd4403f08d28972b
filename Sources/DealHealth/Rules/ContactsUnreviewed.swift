import DealJournal
import FactReading
import NoteSyntax

extension Rule {
  /// Won, and nobody decided whom to stay in touch with.
  static let contactsUnreviewed = Rule(
    code: "C705", name: "contacts-unreviewed", gate: .growth, severity: .info, stages: .care ... .care, weight: 6,
    waitsOn: Cause.anywhere("C701", "C702", "C703", "C704"),
    summary: Text(en: "They bought, and nothing says with whom of them to stay in touch.", zh: "成交了，哪些人值得一直来往，还没盘点过。"),
    why: Text(
      en: "The next deal comes from people, not from the contract: often from somebody who did not buy.",
      zh: "下一单来自人，不来自合同；常常来自当初没买的那一位。"),
    clears: Text(
      en: "Go through everybody you met there, and write behind each name: stay in touch, or not.",
      zh: "把这一单见过的人过一遍，每个名字后面写上：值得维护，或者不用。"),
    example: Example(
      at: .care, from: "2026-10-01",
      fires: [
        .bought,
        .entry("2026-11-12"),
        .userCalled,
        .say(
          en: "Tom Reed: not one stop so far, just what he wanted #satisfaction/full.",
          zh: "王经理说到现在一次没停过，要的就是这个 #满意/完全。"),
      ],
      silent: [
        .bought,
        .entry("2026-11-12"),
        .userCalled,
        .say(
          en: "Tom Reed: not one stop so far, just what he wanted #satisfaction/full.",
          zh: "王经理说到现在一次没停过，要的就是这个 #满意/完全。"),
        .say(en: "Went through the contacts: Tom Reed is worth keeping.", zh: "盘点联系人：王经理值得维护。"),
      ],
      nearMiss: [
        .bought,
        .entry("2026-11-12"),
        .say(
          en: "Called Helen Marsh: not one stop so far, just what she wanted #satisfaction/full.",
          zh: "给李总打了电话：到现在一次没停过，要的就是这个 #满意/完全。"),
      ])
  ) { context in
    let met = context.chain.filter { context.isMet($0) }
    guard met.count > 1, !context.has(.repeat, .referral), !context.has(sign: .reviewsContacts),
      let first = context.deal.days.first, context.asOf - first >= context[.deliveryDays]
    else { return [] }
    let names = Text.list(met.prefix(3).map { context.called($0.person) })
    return [
      Finding.Draft(
        message: Text(
          en: "They have bought. \(names.en): which of them do we keep up with?",
          zh: "成交了。\(names.zh)，往后跟哪几位多走动，还没定。"),
        evidence: met.map(\.introduced))
    ]
  }
}
