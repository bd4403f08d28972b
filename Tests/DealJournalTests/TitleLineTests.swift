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
