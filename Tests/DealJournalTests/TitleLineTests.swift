import FactReading
import NoteSyntax
import SourceText
import TestSupport
import Testing

@testable import DealJournal

/// Lines that only title what stands below them.
@Suite struct TitleLineTests {
  private func journal(_ notes: [(String, String)]) -> Journal {
    Journal(ofNotes: notes)
  }

  @Test func aCustomersNameOnItsLineTitlesWhatFollows() throws {
    let english = journal([
      (
        "2026-11-02.md",
        "Corvane:\n- Met Jess Park, their CIO.\n- Budget is 40k.\n\nHalden:\n- Budget is 90k, says Tom Weiss."
      ), ("2026-11-09.md", "Rang Jess at Corvane. Halden wants the quote."),
    ])
    let budgets = english.facts.filter { $0.kind == .exchangeBudget }
    #expect(budgets.map(\.evidence.line) == [3, 6])
    #expect(budgets.map(\.deal) == ["Corvane", "Halden"])

    let chinese = journal([
      ("2026-11-02.txt", "宏泰精密：\n见了张总。\n预算大概40万。\n\n【恒达阀门】\n李工说预算90万。"),
      ("2026-11-09.txt", "宏泰精密张总来电。恒达阀门要报价。"),
    ])
    let amounts = chinese.facts.filter { $0.kind == .exchangeBudget }
    #expect(amounts.map(\.evidence.line) == [3, 6])
    #expect(amounts.map(\.deal) == ["宏泰精密", "恒达阀门"])
  }

  /// A heading holds for all days below it, up to the next of its level.
  @Test(arguments: [
    (
      "# Halden Foods\n\n## 2026-11-02\nMet Tom Weiss, budget is 90k.\n\n## 2026-11-09\nThe budget is 80k now.\n\n"
        + "# Corvane Packaging\n\n## 2026-11-10\nThe budget is 40k.",
      ["Halden Foods", "Halden Foods", "Corvane Packaging"]
    ),
    (
      "# 宏泰精密\n\n## 2026-11-02\n见了张总，预算大概40万。\n\n## 2026-11-09\n预算只有30万了。\n\n"
        + "# 恒达阀门\n\n## 2026-11-10\n李工说预算90万。", ["宏泰精密", "宏泰精密", "恒达阀门"]
    ),
  ])
  func aHeadingHoldsForTheDaysBelow(text: String, deals: [String]) {
    #expect(journal([("a.md", text)]).facts.filter { $0.kind == .exchangeBudget }.map(\.deal) == deals)
  }

  /// Nothing but a deal has a stage; what is named only below is none.
  @Test(arguments: [
    ("# The Hollands\nStage: discovery\n\nMet Anna Holland. Halden Foods recommended us.", ["Hollands"]),
    ("# Zarquon\n\n## 2026-11-02\nStage: discovery\nMet Tom Weiss.\n\n## 2026-11-09\nRang Tom Weiss.", ["Zarquon"]),
    ("# 盐滩轮渡\n阶段：线索\n\n机务的戴工在船展上问过岛上的备件。", ["盐滩轮渡"]),
    ("# 盐滩轮渡 #阶段/线索\n机务的戴工在船展上问过岛上的备件。", ["盐滩轮渡"]),
  ])
  func aHeadingWithAStageNamesADeal(text: String, deals: [String]) {
    #expect(journal([("a.md", text)]).deals.map(\.name) == deals)
  }

  /// What titles every note is the customer when there is no other, and a word of the template when there is.
  @Test func aFolderOfOneCustomerHasThatCustomer() {
    let days = ["2026-11-02", "2026-11-05", "2026-11-09", "2026-11-12"]
    let one = journal(days.map { ("\($0) 汀洲三院.md", "# 汀洲三院 信息平台\n\n见了信息科贺科长，他要把报数打通。") })
    #expect(one.deals.map(\.name) == ["汀洲三院"])
    let minutes = journal(days.map { ("\($0) 拜访纪要.md", "# 拜访纪要\n\n见了信息科贺科长，他要把报数打通。") })
    #expect(!minutes.deals.contains { $0.name.contains("拜访") })
  }

  @Test(arguments: [
    ("Next steps:\n- send the quote\n- book a demo", [2, 3]), ("下一步：\n- 发报价\n- 约演示", [2, 3]),
    ("下一步：\n发报价\n约演示", [2, 3]),
  ])
  func whatStandsUnderNextStepsIsPromised(text: String, lines: [Int]) throws {
    let promises = journal([("2026-11-02 a.md", text)]).facts.filter { $0.kind == .commitmentOurs }
    #expect(promises.map(\.evidence.line) == lines)
  }

  @Test(arguments: ["预算：\n\n竞争对手：\n", "Budget:\n\nCompetitors:\n", "客户：{{名称}}\n预算：____\n"])
  func aFieldThatNobodyFilledInSaysNothing(text: String) throws {
    let journal = journal([("2026-11-02 a.md", text)])
    #expect(journal.facts.isEmpty)
    #expect(journal.people.isEmpty)
  }
}
