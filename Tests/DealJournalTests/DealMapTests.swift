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
