import FactReading
import NoteSyntax
import SourceText
import TestSupport
import Testing

@testable import DealJournal

/// A customer and a deal named side by side by labels are one deal, not two.
@Suite struct LabelledDealTests {
  private func deals(_ notes: [String: String]) -> [String] {
    let journal = Journal(ofNotes: notes)
    return journal.deals.map { deal in
      "\(deal.name) of \(deal.account): \(deal.days.map { String($0.iso.suffix(5)) }.joined(separator: " "))"
    }
  }

  static let english = [
    "---\naccount: Ferro Metals\nproject: Plant 2 retrofit\n---\nMet Dana Cole. She wants a trial.",
    "---\ncustomer: Ferro Metals\ndeal: Plant 2 retrofit\n---\nMet Dana Cole at Ferro.",
    "Account: Ferro Metals\nDeal: Plant 2 retrofit\n\nMet Dana Cole. She wants a trial.",
    "**Client:** Ferro Metals  **Opportunity:** Plant 2 retrofit\n\nMet Dana Cole. She wants a trial.",
    "| Account | Project | Next |\n|---|---|---|\n| Ferro Metals | Plant 2 retrofit | Dana Cole wants a trial |",
  ]
  static let chinese = [
    "---\n客户: 宏泰精密\n项目: 二期扩产\n---\n见了李总，李总要方案。", "---\naccount: 宏泰精密\n商机: 二期扩产\n---\n宏泰的李总要方案。",
    "客户：宏泰精密\n项目：二期扩产\n\n见了李总，李总要方案。", "**客户：**宏泰精密　　**商机：**二期扩产\n\n李总要方案。",
    "| 客户名称 | 项目名称 | 下一步 |\n|---|---|---|\n| 宏泰精密 | 二期扩产 | 李总要方案 |",
  ]

  @Test(arguments: english) func oneDealInEnglish(text: String) throws {
    #expect(deals(["2026-10-09 a.md": text]) == ["Plant 2 retrofit of Ferro Metals: 10-09"])
  }

  @Test(arguments: chinese) func oneDealInChinese(text: String) throws {
    #expect(deals(["2026-10-09 a.md": text]) == ["二期扩产 of 宏泰精密: 10-09"])
  }

  @Test func aNoteOfTheCustomerIsOfItsOnlyDeal() throws {
    #expect(
      deals(["2026-10-09 a.md": Self.chinese[0], "2026-10-12 宏泰.md": "# 宏泰精密\n李总来电话。"])
        == ["二期扩产 of 宏泰精密: 10-09 10-12"])
  }

  /// Of two deals of one customer, labels tell whose all is that stands below them, a row whose all that stands in it.
  @Test(arguments: [
    "Account: Ferro Metals\nDeal: Plant 2 retrofit\n\nTom Ruiz wants a price #need/requirement.",
    "客户：Ferro Metals\n项目：Plant 2 retrofit\n\n王经理要报价 #需求/要求。",
    "| Account | Project | Next |\n|---|---|---|\n| Ferro Metals | Plant 3 build | call |\n| Ferro Metals | Plant 2 retrofit | Tom Ruiz wants a price #need/requirement |\n| Ferro Metals | Plant 3 build | wait |",
  ])
  func labelsTellOfWhatStandsBelow(text: String) {
    let journal = Journal(ofNotes: [
      "2026-10-09 a.md": text,
      "2026-10-12 b.md": "---\naccount: Ferro Metals\nproject: Plant 3 build\n---\nAnn Cole wants a trial.",
    ])
    #expect(journal.facts.filter { $0.basis == .marked }.map(\.deal) == ["Plant 2 retrofit"])
  }

  @Test func aPartOfTheNameIsTheDeal() throws {
    #expect(
      deals([
        "2026-10-09 a.md": "---\naccount: 华驰新能源\nproject: H3 八通阀\n---\n见了李总。",
        "2026-10-12 b.md": "---\nproject: H3\n---\nH3 的样件给了李总。",
      ]) == ["H3 八通阀 of 华驰新能源: 10-09 10-12"])
  }

  @Test func twoDealsOfOneCustomerAreTwo() throws {
    #expect(
      deals([
        "2026-10-09 a.md": Self.english[0],
        "2026-10-12 b.md":
          "---\naccount: Ferro Metals\nproject: Plant 3 build\n---\nFerro is growing. Tom Ruiz wants a price.",
      ]) == ["Plant 2 retrofit of Ferro Metals: 10-09", "Plant 3 build of Ferro Metals: 10-12"])
  }

  @Test func twoCustomersDealsOfOneNameAreTwo() throws {
    #expect(
      deals([
        "2026-10-09 a.md": "---\naccount: Ferro Metals\nproject: Renewal\n---\nMet Dana Cole.",
        "2026-10-12 b.md": "---\naccount: Harrow Mills\nproject: Renewal\n---\nMet Tom Ruiz.",
      ]) == ["Ferro Metals Renewal of Ferro Metals: 10-09", "Harrow Mills Renewal of Harrow Mills: 10-12"])
  }

  @Test func eachCustomerOfADayHasItsOwn() throws {
    #expect(
      deals([
        "2026-10-09 a.md": "# 周五\n客户：宏泰精密\n项目：二期扩产\n李总要方案。\n\n客户：佳禾包装\n项目：仓储改造\n王科要报价。"
      ]) == ["二期扩产 of 宏泰精密: 10-09", "仓储改造 of 佳禾包装: 10-09"])
  }

  @Test func customersThatAreCalledEachOthersDealDoNoHarm() throws {
    let told = deals([
      "2026-10-01 a.md": "---\naccount: Ferro\nproject: Harrow\n---\nMet Dana Cole.",
      "2026-10-02 b.md": "---\naccount: Harrow\nproject: Ferro\n---\nMet Tom Ruiz.",
    ])
    #expect(!told.isEmpty)
  }

  @Test func wordsThatRunIntoAMarkedNameAreNoPartOfIt() throws {
    #expect(
      deals([
        "2026-10-01 a.md": "---\naccount: 宏泰精密\n---\n去了宏泰精密，王经理要求少停机。",
        "2026-10-02 b.md": "---\naccount: 宏泰精密\n---\n要是宏泰精密明年签约，六月就能交付。",
      ]) == ["宏泰精密 of 宏泰精密: 10-01 10-02"])
    #expect(
      deals([
        "2026-10-01 a.md": "---\naccount: Ferro Metals\n---\nVisited Ferro Metals, Tom Ruiz wants fewer stops."
      ])
        == ["Ferro Metals of Ferro Metals: 10-01"])
  }

  @Test func aProjectAloneIsNoDealForCertain() throws {
    #expect(deals(["2026-10-09 a.md": "---\nproject: Notes\n---\nRead about pumps."]).isEmpty)
    #expect(deals(["2026-10-09 a.md": "项目：下周启动，李总负责。"]).isEmpty)
  }
}
