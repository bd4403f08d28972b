import FactReading
import TestSupport
import Testing

@testable import DealJournal

/// Customers of whom no single place says that they are: what lines begin with, files and headings that agree, households.
struct LeadingNamesTests {
  private func deals(_ notes: [String: String]) -> [String] {
    Journal(ofNotes: notes).deals.map(\.name).sorted()
  }

  /// One customer has files, another only lines in the notes of each week.
  @Test func whatLineAfterLineBeginsWith() {
    var notes: [String: String] = [:]
    for (index, told) in [
      "QUORNE. Tess Dale's sheet has the hours on all loaders.",
      "QUORNE: a tyre let go at the pit, the operator is fine.",
      "QUORNE other: the office says Gord is in on Thursdays.",
      "QUORNE. The lab report landed, it ran at half pressure.",
      "QUORNE: Tess Dale ordered the kits, freight on us.", "Quorne lorries are fine, says the yard.",
    ].enumerated() {
      notes["wk\(30 + index) july \(10 + index).md"] = """
        Bellhaven Dairy. Saw Tom Park, he wants the price by Friday.

        \(told)

        Office day, did the expenses.
        """
    }
    #expect(deals(notes) == ["Bellhaven Dairy", "QUORNE"])
  }

  @Test func fieldsOfAFormAreNone() {
    var notes: [String: String] = [:]
    for day in 10...17 {
      notes["2026-09-\(day).md"] =
        "# Bellhaven Dairy\nMoodline: good\nBlockerz: none\nSaw Tom Park, he wants the price."
    }
    #expect(deals(notes) == ["Bellhaven Dairy"])
  }

  @Test(arguments: [
    (["云禾畜牧所.md": "# 云禾畜牧所\n## 9.24\n农老师说十月底有个项目批下来再说。\n## 10.30\n加了微信，没下文。"], ["云禾畜牧所"]),
    // The town may be a name by its first character.
    (["宁岭县人民医院.md": "# 宁岭（县医院）\n## 7.23\n冉主任说现有机器都十年往上。\n## 8.6\n设备科卜科说预算还没下来。"], ["宁岭县人民医院"]),
    (
      ["拜访记录 2026-09-03.md": "# Visit report Wexmann Federn, Hagen\nMet Herr Lohr, he wants fewer rejects."],
      ["Wexmann Federn"]
    ),
    (
      ["2026-09-21.md": "# Telephone note 2026-09-21, Grell Armaturen\nHerr Lohr wants a second tester."],
      ["Grell Armaturen"]
    ),
    (
      [
        "Sanvira Nashik (220 bed).txt":
          "SANVIRA MULTISPECIALITY, NASHIK (220 bed, new wing)\n2 Sep Matron Thomas wants 60 beds.",
        "Corrie Mill.txt": "Corrie Mill, Leith\n3 Sep Fiona Hay wants a sifter.",
      ], ["Corrie Mill", "SANVIRA MULTISPECIALITY"]
    ),
  ])
  func filesAndHeadings(_ notes: [String: String], _ names: [String]) { #expect(deals(notes) == names) }

  @Test func aTownIsNoPerson() {
    let journal = Journal(ofNotes: ["宁川县人民医院.md": "# 宁川（县医院）\n## 7.23\n冉主任说要换机器。\n## 8.6\n卜科长说预算没下来。"])
    #expect(journal.people.map(\.name).sorted() == ["冉主任", "卜科长"])
    let person = Journal(ofNotes: ["8月.md": "# 宏泰\n8.6 见了宁川，采购经理宁川说要换机器。"])
    #expect(person.people.map(\.name) == ["宁川"])
  }

  @Test(arguments: [
    ("八月.txt", "8/4 吳家到貨安裝。吳媽媽試吊。\n8/9 吳家，帶移位機過去，吳媽媽說好用。", ["吳家"]),
    ("八月.txt", "8月30日 柏家周岁，12桌。\n9月2日 柏家的菜单改到第四稿，柏鸣说奶奶又加一道。", ["柏家"]),
    ("八月.txt", "8月30日 那家周岁店很远。\n9月2日 大家都说菜单好。", [] as [String]),
  ])
  func households(_ file: String, _ text: String, _ names: [String]) { #expect(deals([file: text]) == names) }

  /// Somebody leads us to an organisation of which no more is told yet.
  @Test(arguments: [
    (
      "a.md",
      "# 2026-10-12 周一\n去了华兴机械，见采购廖经理，他要下周报价。\n廖经理把他同学 北郊水务的鲁科长 推给我，说那边也要换泵，微信加上了。\n# 2026-10-19 周一\n华兴机械报价发给廖经理了。",
      ["北郊水务", "华兴机械"]
    ),
    (
      "b.md",
      "# 2026-10-12 周一\n去了华兴机械，见采购廖经理，他要下周报价。\n廖经理说北郊水务的鲁科长今天也在，没说上话。\n# 2026-10-19 周一\n华兴机械报价发给廖经理了。",
      ["华兴机械"]
    ),
  ])
  func whomSomebodyLeadsTo(_ file: String, _ text: String, _ names: [String]) { #expect(deals([file: text]) == names) }

  /// `康顺堂` may be somebody's name; a file called so among others called by customers, and its heading, say that it is none.
  @Test func fileAndHeadingThatMayBeAPerson() {
    let notes = [
      "惠民门诊.md": "# 惠民门诊\n7.21 见了曹院长，系统月底卡。\n8.2 曹院长要报价。",
      "仁济药房.md": "# 仁济药房\n7.22 汤董在，问价。\n8.3 汤董没说话。",
      "康顺堂.md": "# 康顺堂（46家店，穆总）\n7.23 穆总说结算一到月底就卡，上个月堵了三家店。\n8.5 穆总要演示。",
    ]
    #expect(deals(notes) == ["仁济药房", "康顺堂", "惠民门诊"])
  }

  /// No name goes on where emphasis ends.
  @Test func emphasisEndsNames() {
    let journal = Journal(ofNotes: [
      "2026-07-20.md": "**Teck Huat** Ivan Lau rang me himself. Quiet man.\n\n**Lumora** Priyanka wants a trial.",
      "2026-07-27.md": "**Teck Huat** Ivan Lau again, he signs.\n\n**Lumora** Priyanka got the report.",
    ])
    #expect(journal.people.map(\.name).sorted() == ["Ivan Lau", "Priyanka"])
    #expect(journal.deals.map(\.name).sorted() == ["Lumora", "Teck Huat"])
  }

  /// Organisations are known by their ends in Traditional characters too, and are no people for how they begin.
  @Test(arguments: [
    ("宏彬五金", true), ("聖彌書院", true), ("好味茶餐廳", true), ("金澎藥局", true), ("王總", false), ("書院", false),
  ])
  func endsOfOrganisations(_ name: String, _ hasKind: Bool) { #expect(AccountMention.hasKind(name) == hasKind) }

  @Test(arguments: [
    ("浦塘化工", nil as Bool?, false), ("宁川", true, false), ("宁川县人民医院", nil, false), ("宁川那边", nil, true),
    ("宁川公司", nil, true),
    ("Tom Mills", true, false),
  ])
  func peopleAndOrganisations(_ name: String, _ isPerson: Bool?, _ begins: Bool) {
    let people = PeopleNames(["浦塘化工", "宁川", "Tom Mills"].map { ($0, true) })
    let key = name.utf8.map { $0 &- 0x41 < 26 ? $0 | 0x20 : $0 }
    #expect(people.isPerson(key) == isPerson)
    #expect(people.beginsName(key) == begins)
  }
}
