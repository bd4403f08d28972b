import FactReading
import NoteSyntax
import SourceText
import TestSupport
import Testing

@testable import DealJournal

@Suite struct DealMapTests {
  private static let notes = [
    "2026-09-03 宏泰精密-首次拜访.md": "# 宏泰精密\n见了陈工。宏泰想换系统。",
    "2026-09-10 宏泰-报价.md": "# 宏泰\n报价给了陈工。\n宏泰那边说贵。",
    "2026-09-12 佳禾回访.md": "# 佳禾\n佳禾说用得不错。",
    "2026-10-01 佳禾包装.md": "# 佳禾包装\n去佳禾包装。\n宏泰来电话。",
  ]

  private func journal(_ order: [String]) throws -> Journal {
    let readings = try order.map { path in
      NoteReading(of: Note(parsing: SourceFile(path: path, text: try #require(Self.notes[path]))))
    }
    return Journal(folding: readings, asOf: try #require(Day(iso: "2026-11-20")))
  }

  @Test func formsOfOneNameAreOneDeal() throws {
    let journal = try journal(Self.notes.keys.sorted())
    #expect(journal.deals.map(\.name) == ["佳禾包装", "宏泰精密"])
    #expect(journal.deals.first?.surfaces == ["佳禾", "佳禾包装"])
  }

  @Test func aTownBeforeANameIsNoPartOfIt() throws {
    let journal = Journal(ofNotes: [
      ("2026-09-03 中山永兴塑胶.md", "# 中山永兴塑胶\n第一次去中山永兴塑胶，采购小谢想换供应商。"),
      ("2026-09-10 永兴.md", "# 永兴\n永兴小谢来电话，要报价。"),
      ("2026-09-12 中山宏泰.md", "# 中山宏泰\n去中山宏泰，陈工带我看了车间。"),
    ])
    #expect(journal.deals.map(\.surfaces) == [["中山宏泰"], ["中山永兴塑胶", "永兴"]])
  }

  /// A town that one name tells as such is none that others share.
  @Test func aTownThatIsToldIsNoPartOfANameEither() {
    let journal = Journal(ofNotes: [
      (
        "a.txt",
        "临浦区第二小学\n9/20 见了冯科长，想换食堂系统。\n9/27 汤主任带我看了食堂。\n\n临浦文旅集团\n9/15 办公室梅主任要票务方案。\n9/22 给梅主任演示。\n"
      )
    ])
    #expect(journal.deals.map(\.surfaces) == [["临浦区第二小学"], ["临浦文旅集团"]])
  }

  /// One file, several customers, and nothing but lines over dated ones to tell them apart.
  @Test(arguments: [
    (
      "Ferry Road Primary\n8 Oct. Met Joan Frame, she wants face recognition.\n2 Nov Peter Lamb says the budget is 20k.\n\n"
        + "Borough Leisure - tickets\n20 Sep met Dee Fowler. The budget is 40k.\n12 Oct Dee says to wait.\n",
      ["Borough Leisure", "Ferry Road Primary"]
    ),
    (
      "Customer: Ferry Road Primary\nContact: Joan Frame, bursar\n\n8 Oct. Met Joan Frame.\n2 Nov the budget is 20k.\n",
      ["Ferry Road Primary"]
    ),
    (
      "项目：临浦二小食堂\n10/8 见了王主任，他想要刷脸。\n11/2 李校长说预算20万。\n\n项目：文旅集团票务\n9/20 拜访冯科长。\n10/12 冯科长说预算40万。\n",
      ["临浦二小食堂", "文旅集团票务"]
    ),
  ])
  func linesOverDatedOnesAreCustomers(_ text: String, _ names: [String]) {
    let journal = Journal(ofNotes: [("notes.txt", text)])
    #expect(journal.deals.map(\.name) == names)
    let budgets = journal.facts.filter { $0.kind == .exchangeBudget }
    #expect(Set(budgets.compactMap(\.deal)) == Set(names))
    #expect(journal.facts.allSatisfy { $0.deal != nil })
  }

  /// A label tells a customer though the line goes on.
  @Test func aLabelNamesACustomerThoughItsLineGoesOn() {
    let journal = Journal(ofNotes: [
      ("2026-11-12.md", "欣茂食品 曹厂长说要比三家。\n老客户：丰泽包装 10.30 回访，机器用了三个月，梁主任还要再加一条线，培训也一直没安排。"),
      ("2026-11-15.md", "欣茂食品 报价发过去了。"),
    ])
    #expect(journal.deals.map(\.name) == ["丰泽包装", "欣茂食品"])
  }

  /// Conversations that were copied name their customer in the file's name, and hardly anywhere else.
  @Test func whatFilesBeginWithAreCustomers() {
    let journal = Journal(ofNotes: [
      ("2026-08-06 锦程建材.txt", "【微信聊天 锦程建材】\n孔会计：你好，你们能管往来账的\n我：能，按项目挂"),
      ("2026-08-08 锦程建材 演示.txt", "孔会计：进去了\n孔会计：我发给冀总看了"),
      ("2026-08-19 闻记.txt", "群聊 闻记\n闻先生：我手上 260 户，人走账乱\n我：多账套，按人授权"),
      ("2026-08-27 闻记 回访.txt", "闻先生：上月走的那个把盘都带走了"),
      ("2026-09-04 周会.txt", "说了说下个月的安排。"),
    ])
    #expect(journal.deals.map(\.name) == ["锦程建材", "闻记"])
  }

  @Test func oneFileOfTwoCustomersDoesNotMakeThemOne() {
    let journal = Journal(ofNotes: [
      ("0805华浔.txt", "去华浔，采购缑部长在办公室见的我。华浔这回要八套。"),
      ("0812滨屿.txt", "滨屿的四台，茅经理陪我上去看。滨屿说拖力够。"),
      ("0911华浔.txt", "华浔来电话，缑部长要交期表。"),
      ("0918滨屿.txt", "滨屿的刹车片换了。"),
      ("1119华浔滨屿.txt", "华浔签了。滨屿还没付尾款。"),
      ("1121三中与靖岚.md", "三中问月考，靖岚要演示。"),
    ])
    #expect(journal.deals.map(\.surfaces).filter { $0.contains("华浔") } == [["华浔"]])
    #expect(journal.deals.map(\.surfaces).filter { $0.contains("滨屿") } == [["滨屿"]])
    #expect(!journal.deals.contains { $0.surfaces.contains { $0.contains("与") } })
  }

  @Test func lettersBeforeHanTextAreOfTheName() {
    let journal = Journal(ofNotes: [
      ("0925 L家.md", "L家的信托，L太问受托人能不能换。去L家坐了一个钟头。"),
      ("1119 L家.md", "L家签了意向。"),
      ("1015 Z家.md", "Z家两位老人问养老。"),
      ("1022 Z家.md", "去Z家，儿子也在。"),
      ("1030.md", "整理材料。"),
    ])
    #expect(journal.deals.map(\.name) == ["L家", "Z家"])
  }

  /// A month's calls in one block: a line says whom it is about, whatever stands above it.
  @Test func linesOfALogAreAboutWhomTheyName() {
    let calls = [
      "话单 八月.txt": [
        "0803-0931 犬咪 总机，没人接", "0803-1522 犬咪 施施要 54 平，双开口", "0804-1110 安爪 史科长问摊位", "0805-0900 毛球 薛经理要改电",
        "0806-1655 安爪 提议改成小摊位", "0810-0920 鲜岛 Kelly 说再看看", "0811-1000 犬咪 阿芬问发票", "0812-1130 鲜岛 Kelly 要平面图",
      ],
      "话单 九月.txt": [
        "0913-0930 毛球 薛经理说图纸收到", "0917-1010 犬咪 施施说龙总在看厂", "0918-1400 鲜岛 Kelly 休假", "0919-1500 安爪 余总签字前要过一遍词",
        "0921-1000 毛球 薛经理催展位图", "0922-1100 犬咪 施施问定金", "0924-1600 安爪 史科长说下周回", "0925-0930 鲜岛 Kelly 说总部批了",
      ],
      "话单 十月.txt": [
        "1008-0900 犬咪 施施签了", "1009-1000 鲜岛 Kelly 要合同", "1010-1500 毛球 薛经理来看场地", "1012-1100 安爪 余总签了",
      ],
      "话单 十一月.txt": ["1103-0900 犬咪 施施问布展", "1104-1000 毛球 薛经理付了尾款"],
    ]
    let journal = Journal(ofNotes: calls.mapValues { $0.joined(separator: "\n") })
    #expect(Set(journal.deals.flatMap(\.surfaces)).isSuperset(of: ["犬咪", "安爪", "鲜岛", "毛球"]))
  }

  @Test func orderOfFilesChangesNothing() throws {
    let paths = Self.notes.keys.sorted()
    let first = try journal(paths)
    let second = try journal(paths.reversed())
    #expect(first.deals.map(\.surfaces) == second.deals.map(\.surfaces))
    #expect(first.entries.map(\.deals) == second.entries.map(\.deals))
    #expect(first.entries.map(\.evidence) == second.entries.map(\.evidence))
  }
}

@Suite struct MarkedDealTests {
  private func journal(_ notes: [(String, String)]) -> Journal {
    Journal(ofNotes: notes)
  }

  @Test func aMarkOverrulesTheReadingOfItsLine() throws {
    let journal = journal([
      ("2026-11-03 宏泰.md", "# 宏泰\n宏泰的陈工要看演示。\n报价给了，先放着。 #deal/宏泰二期"),
      ("2026-11-05 宏泰.md", "# 宏泰\n又见了陈工。"),
    ])
    #expect(journal.deals.map(\.id) == ["宏泰", "宏泰二期"])
    #expect(journal.entries.map(\.deals) == [["宏泰", "宏泰二期"], ["宏泰"]])
  }

  @Test func aStageMarkIsAClaim() throws {
    let journal = journal([
      ("2026-11-03 宏泰.md", "---\naccount: 宏泰\nstage: value\n---\n见了陈工。"),
      ("2026-11-09 宏泰.md", "---\naccount: 宏泰\nstage: exchange\n---\n陈工要报价。"),
    ])
    #expect(journal.deals.map(\.claimedStage?.stage) == [.exchange])
  }

  @Test func anUndatedEntryWithoutFactsIsNoMatter() throws {
    let journal = journal([("a.md", "Hello."), ("b.md", "\n")])
    #expect(journal.unchecked.isEmpty)
  }
}
