import FactReading
import TestSupport
import Testing

@testable import DealJournal

/// Whom the structure of notes is about: headings, lines over lists, file names.
struct TitledSectionTests {
  private func deals(_ notes: [String: String]) -> [String] {
    Journal(ofNotes: notes).deals.map(\.name).sorted()
  }

  @Test(arguments: [
    (
      "# Week of 5 Oct 2026\n## Ashby School\nSaw Anna Leith, she wants a swing.\n## Pellgate Logistics\nSaw Tom Park, he wants a slide.",
      ["Ashby School", "Pellgate Logistics"]
    ),
    (
      "# 5 Oct 2026\n## Zelvora\nSaw Anna Leith, she wants a swing.\n## Internal\nCraig wants the numbers.", ["Zelvora"]
    ),
    ("# W37 (9/7-9/11)\n**恒岳钢构**\n- 9/8 贺主任说想换混合气\n- 下周给他报价\n\n**永昶重工**\n- 9/10 见了邢工，要氦气", ["恒岳钢构", "永昶重工"]),
    ("一、恒岳钢构\n- 贺主任说想换混合气\n- 下周给他报价\n\n二、永昶重工\n- 见了邢工，要氦气\n- 要样品", ["恒岳钢构", "永昶重工"]),
    (
      "# Zollnitz Gears\n## 2026-10-19\nMet Ada Voss, she wants a logger.\n## 2026-10-26\nAda Voss called.",
      ["Zollnitz Gears"]
    ),
    (
      "# 2026-10-05 Zollnitz Gears\n**Pain Points**\n- Ada Voss says the line stops.\n\n**Competitors**\n- Ada saw one.",
      ["Zollnitz Gears"]
    ),
    ("# 骏岳\n2026-10-19 见了孙经理，他想换一条线。\n2026-10-26 孙经理来电。", ["骏岳"]),
    (
      "# Bramwell's Hotel\n2026-09-28 Met Tom Oakes. He wants an oven.\n2026-10-28 Tom Oakes rang.",
      ["Bramwell's Hotel"]
    ),
    ("# Ballymore Co-op\n2026-09-28 Met Tom Oakes. He wants an oven.\n2026-10-28 Tom Oakes rang.", ["Ballymore Co-op"]),
  ])
  func headingsAndLinesOverLists(_ text: String, _ names: [String]) { #expect(deals(["2026-10-30.md": text]) == names) }

  @Test func linesWithADashAreOfOneKind() {
    let text = """
      Mon 19 Oct 2026
      Copper Kettle - Sarah wants oat milk
      Riverside Golf Club - Karen wants cost per plate
      The Crumb - Jess likes the cups
      """
    #expect(deals(["calls.txt": text]) == ["Copper Kettle", "Riverside Golf Club", "The Crumb"])
  }

  @Test func whoHasMostNotesIsNoTemplate() {
    let large = "# Meridale Dental\nMet Kelsey Duran. She wants a quote."
    #expect(
      deals([
        "2026-09-11.md": large, "2026-09-13.md": large, "2026-09-14.md": large,
        "2026-09-22.md": "# Pinegate Outdoor\nMet Dana Whitlock. She wants a quote.",
      ]) == ["Meridale Dental", "Pinegate Outdoor"])
  }

  @Test func whatOnlyFilesAreCalled() {
    #expect(
      deals([
        "2026-09-02 恒悦公司.md": "李经理说想换新系统，他最头疼对账。", "2026-09-12 恒悦公司.md": "李经理看了报价，说太贵。",
      ]) == ["恒悦公司"])
    #expect(
      deals([
        "2026-09-02 Halden Soap.md": "Bob Miller wants a second line.",
        "2026-09-12 Halden Soap.md": "Bob Miller saw the quote.",
        "2026-09-14 Corrie Mill.md": "Fiona Hay wants a sifter.",
      ]) == ["Corrie Mill", "Halden Soap"])
  }

  /// Topics, parts of an organisation, what is called after a person, and a fair are no customers.
  @Test(arguments: [
    ("# 宏岭精密\n## 现状痛点\n- 王总说停线多\n## 竞争情况\n- 王总看过样机", ["宏岭精密"]),
    ("# 华晟医院\n2026-08-20 信息科陶主任说用得好。\n2026-09-10 药剂科季主任抱怨断货。\n2026-09-11 计量中心的小汤来电。", ["华晟医院"]),
    ("# Acrefield Ltd\n2026-05-12 Called Moira about mesh.\n2026-05-14 Sent Moira the proposal.", ["Acrefield Ltd"]),
    ("# 试用反馈\n2026-08-20 孙经理说还可以。\n# 出差见闻\n2026-08-21 路上遇到李工。", [] as [String]),
  ])
  func otherTitles(_ text: String, _ names: [String]) { #expect(deals(["notes.md": text]) == names) }

  @Test func organisationsOfOneBrandAreTwo() {
    let text = "# 客户往来\n## 远岱物流\n2026-09-02 见了陈总,他要留人。\n## 远岱置业\n2026-09-29 见了雷总,他不同意。"
    #expect(deals(["notes.md": text]) == ["远岱物流", "远岱置业"])
  }
}
