import DealJournal
import FactReading

extension Rule {
  /// A complaint without an answer.
  static let disappointmentUnhandled = Rule(
    code: "C702", name: "disappointment-unhandled", gate: .satisfaction, stages: .care ... .care, weight: 90,
    waitsOn: Cause.samePerson("C704"),
    summary: Text(
      en: "A customer is disappointed, and nobody seems to have answered.",
      zh: "客户有不满，没看到有人回应。"),
    why: Text(
      en: "Disappointment is common and forgiven when it is met at once; left alone it costs the customer.",
      zh: "有不满很正常，马上处理，对方会谅解；晾着不管，客户就没了。"),
    clears: Text(
      en: "Call today: say what you heard, what happens next, and by when.",
      zh: "今天就回电话：听到了什么、怎么处理、哪天给答复。"),
    example: Example(
      fires: Text(
        en: """
          # 2026-09-20 Larkfield Mills #stage/care
          Met Helen Marsh, the CFO #role/economic. She signed: 420,000 #exchange/price.
          # 2026-11-12 Larkfield Mills #stage/care
          Called Tom Reed, the production manager #role/user. The line is in since last week.
          Tom Reed is not happy: it still stops twice a night #satisfaction/partial.
          """,
        zh: """
          # 2026-09-20 长风纺织 #阶段/经营
          见了财务李总 #角色/拍板，她签了，42万 #交换/价格。
          # 2026-11-12 长风纺织 #阶段/经营
          给生产部王经理打了电话 #角色/使用，设备上周装好了。
          王经理不满意，说一晚上还要停两次 #满意/部分。
          """),
      silent: Text(
        en: """
          # 2026-09-20 Larkfield Mills #stage/care
          Met Helen Marsh, the CFO #role/economic. She signed: 420,000 #exchange/price.
          # 2026-11-12 Larkfield Mills #stage/care
          Called Tom Reed, the production manager #role/user. The line is in since last week.
          Tom Reed is not happy: it still stops twice a night #satisfaction/partial.
          # 2026-11-16 Larkfield Mills #stage/care
          Changed the sensor, and no stop since: Tom Reed is content #satisfaction/full.
          """,
        zh: """
          # 2026-09-20 长风纺织 #阶段/经营
          见了财务李总 #角色/拍板，她签了，42万 #交换/价格。
          # 2026-11-12 长风纺织 #阶段/经营
          给生产部王经理打了电话 #角色/使用，设备上周装好了。
          王经理不满意，说一晚上还要停两次 #满意/部分。
          # 2026-11-16 长风纺织 #阶段/经营
          换了传感器，之后没再停，王经理满意了 #满意/完全。
          """),
      nearMiss: .notes(
        at: .care, from: "2026-10-26",
        [
          .bought,
          .entry("2026-11-12"),
          .userCalled,
          .say(en: "Tom Reed asks whether it could also do cartons #need/requirement.", zh: "王经理问能不能也包纸箱 #需求/要求。"),
        ]))
  ) { context in
    SoldNeed.all(of: context).compactMap { sold in
      guard let complaint = sold.word, sold.outcome == .partly || sold.outcome == .unmet,
        complaint.isLikely || context.likelihood.isLikely(.disappointmentUnhandled),
        sold.answer.isEmpty
      else { return nil }
      let name = sold.person.map { context.name($0) }
      return Finding.Draft(
        person: sold.person,
        message: sold.wanted.map { wanted in
          Text(
            en:
              "\(name ?? "They") wanted “\(wanted.evidence.words)”, and \(name == nil ? "say" : "says") now “\(complaint.evidence.words)”; nobody seems to have answered.",
            zh: "\(name ?? "客户")当初要的是“\(wanted.evidence.words)”，现在说“\(complaint.evidence.words)”，没看到后来怎么处理的。")
        }
          ?? Text(
            en: "\(name.map { "\($0) is" } ?? "They are") not satisfied, and nobody seems to have answered.",
            zh: "\(name ?? "客户")有不满，没看到后来怎么处理的。"),
        clears: Text(
          en: "Call \(name ?? "them") today: say what you heard, what happens next, and by when.",
          zh: "今天就给\(name ?? "对方")回电话：听到了什么、怎么处理、哪天给答复。"),
        evidence: [complaint.evidence] + (sold.wanted.map { [$0.evidence] } ?? []),
        extraWeight: sold.outcome == .unmet ? 5 : 0)
    }
  }
}
