import FactReading
import NoteSyntax
import SourceText
import Testing

@testable import DealJournal

/// The stage of a deal, from notes to answer. Weights may be learnt anew; these stories are plain enough to hold.
@Suite struct StageReaderTests {
  /// A journal of one deal: one note per day of 2026.
  private func stage(_ entries: [(String, String)], customer: String) throws -> Stage {
    let readings = entries.map { day, text in
      NoteReading(
        of: Note(parsing: SourceFile(path: "2026-\(day).md", text: "---\naccount: \(customer)\n---\n\(text)\n")))
    }
    let journal = Journal(folding: readings, asOf: try #require(Day(iso: "2026-11-20")))
    return try #require(journal.deals.first { $0.surfaces.contains(customer) }).stage
  }

  /// What happened in the one language and the other, and the stage that it comes to.
  struct Story: Sendable, CustomTestStringConvertible {
    let stage: Stage
    let english: [(String, String)]
    let chinese: [(String, String)]
    var testDescription: String { stage.rawValue }
  }

  static let stories = [
    Story(
      stage: .lead,
      english: [("11-16", "Ferro Metals left a card at our stand, they may be looking for a new saw.")],
      chinese: [("11-16", "展会上宏泰精密留了张名片，说不定明年要换锯床。")]),
    Story(
      stage: .opportunity,
      english: [
        (
          "11-10",
          "Ferro Metals found us through the fair. Tom Ruiz rang, the production manager: they have two saws that stop."
        ),
        ("11-14", "Spoke with Tom Ruiz again. It is what our line does. He is open to a visit next week."),
      ],
      chinese: [
        ("11-10", "宏泰精密在展会上看到我们，生产部王经理打来电话，说两台锯床老停机。"), ("11-14", "又和王经理通了电话，正好是我们能做的，他愿意让我们下周去看看。"),
      ]),
    Story(
      stage: .needs,
      english: [
        ("10-20", "First visit at Ferro Metals. Tom Ruiz, production manager, wants fewer stops on line two."),
        (
          "10-28",
          "Walked the line with Tom Ruiz. He asked for a shorter change-over, because every stop costs him his bonus #need/driver."
        ),
        (
          "11-12",
          "Asked Dana Cole from finance what matters to her: she asked for a payback within two years #need/requirement. Tom Ruiz confirmed that stops come first #need/confirmed."
        ),
      ],
      chinese: [
        ("10-20", "第一次去宏泰精密，生产部王经理要求二号线少停机。"), ("10-28", "王经理带我走了一遍产线梳理需求，他要求换型时间短一点，因为停机扣的是他的奖金 #需求/动因。"),
        ("11-12", "问了财务李总的需求，她要求两年回本 #需求/要求。王经理确认，停机这件事排第一，需求就按这个定 #需求/确认。"),
        ("11-16", "和王经理、两个班长过了一遍需求清单，他们还要求一号线加护罩 #需求/要求。他私下跟我讲了厂长最在意什么。"),
        ("11-18", "王经理说一月由厂长和李总一起定 #事实/决策，停机才是最疼的，也是最要紧的需求 #需求/动因。"),
      ]),
    Story(
      stage: .value,
      english: [
        ("10-10", "Visited Ferro Metals. Tom Ruiz wants fewer stops on line two."),
        ("10-28", "Demo at Ferro Metals: Tom Ruiz saw the saw run for an hour without a stop and nodded."),
        (
          "11-12",
          "The trial on line two started. First results of the pilot are good, Tom Ruiz showed them to his team. Presented the solution to Dana Cole."
        ),
      ],
      chinese: [
        ("10-10", "去了宏泰精密，王经理要求二号线少停机。"), ("10-28", "给宏泰精密做了演示，连续跑了一个小时没停，王经理点头。"),
        ("11-12", "二号线的试用开始了，第一周数据不错，王经理拿给班组看。给李总讲了方案，算了一遍能省多少。"),
      ]),
    Story(
      stage: .exchange,
      english: [
        ("09-20", "Visited Ferro Metals. Tom Ruiz wants fewer stops on line two."),
        ("10-10", "Demo and trial at Ferro Metals went well."),
        ("11-03", "Sent the quote: 420,000, 30 % down. Dana Cole says the price is too high."),
        (
          "11-14",
          "Dana Cole asked for 8 % off and 60 days. Their legal has the contract, we talked payment terms and warranty."
        ),
      ],
      chinese: [
        ("09-20", "去了宏泰精密，王经理要求二号线少停机。"), ("10-10", "宏泰精密的演示和试用都顺利。"), ("11-03", "报价发了，42万，首付三成。李总说价格太高。"),
        ("11-14", "李总要求再让8个点，账期60天。合同在他们法务手里，谈了付款方式和质保。"),
      ]),
    Story(
      stage: .care,
      english: [
        ("08-10", "Sent the quote to Ferro Metals, 420,000."),
        ("08-25", "Ferro Metals signed the contract, the order is in. Deposit paid."),
        ("10-05", "The saw was delivered and is in use at Ferro Metals, the operators were trained."),
        ("11-10", "Tom Ruiz says it runs well since the installation, no stop in four weeks, he is very satisfied."),
      ],
      chinese: [
        ("08-10", "给宏泰精密报价42万。"), ("08-25", "宏泰精密签约了，合同签完，定金到账。"), ("10-05", "锯床已经交付，宏泰精密在用了，操作工也培训过。"),
        ("11-10", "王经理说装好以后用得很好，四周没停过，很满意。"),
      ]),
    Story(
      stage: .lost,
      english: [
        ("09-10", "Visited Ferro Metals, Tom Ruiz wants fewer stops."),
        ("10-02", "Sent the quote to Ferro Metals, 420,000."),
        ("11-05", "Ferro Metals went with Rexon. We lost it. The deal is dead."),
      ],
      chinese: [
        ("09-10", "去了宏泰精密，王经理要求少停机。"), ("10-02", "给宏泰精密报价42万。"), ("11-05", "宏泰精密选了别家，这单丢了，不做了。"),
      ]),
  ]

  @Test(arguments: stories) func tellsTheStage(story: Story) throws {
    let english = try stage(story.english, customer: "Ferro Metals")
    let chinese = try stage(story.chinese, customer: "宏泰精密")
    // Early stages differ in shades: what matters is that none is taken for more than it is.
    switch story.stage {
    case .lead, .opportunity:
      #expect(english <= .opportunity)
      #expect(chinese <= .opportunity)
    case .needs:
      #expect([.opportunity, .needs].contains(english))
      #expect([.opportunity, .needs].contains(chinese))
    default:
      #expect(english == story.stage)
      #expect(chinese == story.stage)
    }
  }

  // MARK: Guards

  /// No weighing of habits tells a rep that a live deal is won or lost: something has to say so.
  @Test func nothingSaidIsNeitherWonNorLost() throws {
    let english = (1...9).map { ("10-0\($0)", "Ferro Metals again, Tom Ruiz showed me around. Nice coffee.") }
    let chinese = (1...9).map { ("10-0\($0)", "又去了宏泰精密，王经理陪着走了一圈。") }
    #expect(try stage(english, customer: "Ferro Metals").isOpen)
    #expect(try stage(chinese, customer: "宏泰精密").isOpen)
  }

  static let unreal: [(String, String)] = [
    ("Ferro Metals", "If Ferro Metals signs in spring, we deliver in June."),
    ("Ferro Metals", "Will they sign? Did we lose it?"),
    ("宏泰精密", "要是宏泰精密明年签约，六月就能交付。"), ("宏泰精密", "会不会丢单？能不能中标？"),
  ]

  @Test(arguments: unreal) func plansAndQuestionsEndNothing(customer: String, text: String) throws {
    let first = ("10-01", customer == "宏泰精密" ? "去了宏泰精密，王经理要求少停机。" : "Visited Ferro Metals, Tom Ruiz wants fewer stops.")
    #expect(try stage([first, ("11-10", text)], customer: customer).isOpen)
  }

  @Test func whatComesAfterAsOfHasNoPart() throws {
    let readings = [
      "2026-10-01": "Visited Ferro Metals, Tom Ruiz wants fewer stops.",
      "2026-12-01": "Ferro Metals signed, order is in.",
    ]
    .map {
      NoteReading(
        of: Note(parsing: SourceFile(path: "\($0.key).md", text: "---\naccount: Ferro Metals\n---\n\($0.value)")))
    }
    let before = Journal(folding: readings, asOf: try #require(Day(iso: "2026-11-20")))
    let after = Journal(folding: readings, asOf: try #require(Day(iso: "2026-12-10")))
    #expect(before.deals.map(\.stage.isOpen) == [true])
    #expect(after.deals.map(\.stage) == [.care])
  }

  /// What notes of weeks later leave out is no step back; that a deal was called lost is no step further.
  @Test(arguments: [
    (Stage.value, 30, Stage.value), (.exchange, 30, .exchange), (.lost, 30, .lead), (.care, 30, .lead),
    (.lost, 3, .lost),
    (.value, 3, .value),
  ])
  func anOldClaim(claimed: Stage, days: Int, expected: Stage) throws {
    let day = try #require(Day(iso: "2026-10-10"))
    let evidence = StageEvidence(signs: [], facts: [], days: [day, day + days], sentenceCount: 2, asOf: day + days)
    let place = Evidence(path: "a.md", span: Span(0, 1), line: 1, column: 1, quote: "x")
    let claim = Deal.Claim(stage: claimed, day: day, evidence: place)
    // Without a model nothing is shown but that there is a lead.
    let told = StageReader.stage(by: evidence, claim: claim, model: nil)
    #expect(told.shown == .lead)
    #expect(told.stage == expected)
  }

  // MARK: Evidence

  @Test func featuresAreThoseOfTheWeights() throws {
    let evidence = StageEvidence(
      signs: [], facts: [], days: [], sentenceCount: 0, asOf: try #require(Day(iso: "2026-11-20")))
    let model = try #require(LinearModel.stages)
    #expect(model.rows.map(\.weights.count) == Stage.allCases.map { _ in evidence.features.count })
    #expect(evidence.features.allSatisfy { $0.isFinite })
  }

  @Test func anEndIsBorneOutByAStatedSignOnly() throws {
    let day = try #require(Day(iso: "2026-11-10"))
    func evidence(_ kind: StageSign.Kind, isStated: Bool) -> StageEvidence {
      StageEvidence(
        signs: [.init(kind: kind, isStated: isStated, day: day)], facts: [], days: [day], sentenceCount: 1,
        asOf: day + 10)
    }
    #expect(evidence(.lost, isStated: true).bearsOut(.lost))
    #expect(!evidence(.lost, isStated: false).bearsOut(.lost))
    #expect(evidence(.won, isStated: true).bearsOut(.care))
    #expect(!evidence(.won, isStated: false).bearsOut(.care))
    #expect(!evidence(.exchange, isStated: true).bearsOut(.care))
    #expect(evidence(.exchange, isStated: false).bearsOut(.exchange))
    #expect(evidence(.lost, isStated: true).statesEnd(.lost, after: day - 1))
    #expect(!evidence(.lost, isStated: true).statesEnd(.lost, after: day))
  }
}
