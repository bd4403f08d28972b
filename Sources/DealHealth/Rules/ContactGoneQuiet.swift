import DealJournal
import FactReading
import NoteSyntax

extension Rule {
  /// A contact worth keeping has gone quiet.
  static let contactGoneQuiet = Rule(
    code: "C707", name: "contact-gone-quiet", gate: .growth, severity: .info, stages: .care ... .care, weight: 7,
    waitsOn: Cause.anywhere("C703") + Cause.samePerson("C702", "C704"), settings: [.quietDays],
    summary: Text(en: "Somebody who trusts us has not heard from us for a long time.", zh: "信得过我们的人，好久没联系了。"),
    why: Text(en: "Where trust is there, the next deal costs least; unused, it fades.", zh: "有信任的地方，下一单最省力；不走动，就淡了。"),
    clears: Text(en: "Send a line that asks for nothing.", zh: "发条消息问候一下，什么都不求。"),
    example: Example(
      at: .care, from: "2026-09-01",
      fires: [
        .say(
          en:
            "Met Helen Marsh, the CFO #role/economic. She signed #exchange/price, and thanked me for never pushing #trust/up.",
          zh: "见了财务李总 #角色/拍板，她签了 #交换/价格，还谢我从没催过她 #信任/升。"),
        .entry("2026-11-12"),
        .userCalled,
      ],
      silent: [
        .say(
          en:
            "Met Helen Marsh, the CFO #role/economic. She signed #exchange/price, and thanked me for never pushing #trust/up.",
          zh: "见了财务李总 #角色/拍板，她签了 #交换/价格，还谢我从没催过她 #信任/升。"),
        .entry("2026-11-12"),
        .say(en: "Called Helen Marsh. All is well.", zh: "给李总打了电话，一切都好。"),
      ],
      nearMiss: [
        .bought,
        .entry("2026-11-12"),
        .userCalled,
      ])
  ) { context in
    context.chain.compactMap { influencer in
      guard influencer.trustUp.count > influencer.trustDown.count, let last = influencer.contacts.last,
        context.asOf - last >= context[.quietDays]
      else { return nil }
      let name = context.called(influencer.person)
      return Finding.Draft(
        person: influencer.person,
        message: Text(
          en: "\(name.en) trusts us, and has not heard from us for \(context.asOf - last) days.",
          zh: "\(name.zh)信得过我们，已经\(context.asOf - last)天没联系了。"),
        clears: Text(
          en: "Send \(name.en) a line that asks for nothing.", zh: "给\(name.zh)发条消息问候一下，什么都不求。"),
        evidence: context.evidence(of: influencer, .contact, otherwise: influencer.introduced))
    }
  }
}

extension Setting {
  /// Days without contact after which a contact worth keeping has gone quiet.
  static let quietDays = Setting(
    "C707.days", standard: 60,
    summary: Text(
      en: "Days without contact after which a contact worth keeping has gone quiet.", zh: "值得维护的人，多少天没联系算断了来往。"))
}
