import FactReading
import NoteSyntax
import SourceText
import TestSupport
import Testing

@testable import DealJournal

/// A note that was started and not filled in says nothing: no deal, no entry, no day.
@Suite struct UnfilledNoteTests {
  private func deals(_ notes: [String: String]) -> [String] {
    let journal = Journal(ofNotes: notes)
    return journal.deals.map { deal in
      "\(deal.name): \(deal.days.map { String($0.iso.suffix(5)) }.joined(separator: " "))"
    }
  }

  static let filled = [
    "2026-09-01 Acme.md":
      "# Acme Foods\n\nMet Dana Reed, plant manager of Acme Foods. She wants faster packing, loses 3 hours a day.",
    "2026-09-02 宏泰.md": "# 宏泰精密\n\n见了宏泰精密的李总，李总要方案，宏泰精密月底要上线。",
  ]
  static let known = ["Acme Foods: 09-01", "宏泰精密: 09-02"]

  static let unfilled = [
    "# Acme Foods 2026-10-20\n", "# Acme Foods 2026-10-20\n\nNeeds:\n\nNext steps:\n",
    "## 2026-10-20 宏泰精密\n\n需求：\n下一步：\n",
    "客户：宏泰精密\n日期：2026-10-20\n参会人：\n预算：{{金额}}\n决策人：____\n竞争对手：待定\n痛点：（写一句话）\n",
    "**Customer:** Acme Foods  **Date:** 2026-10-20\n\n- Budget: TBD\n- Next step: <who does what by when>\n",
    "---\ndeal: Acme Foods\ndate: 2026-10-20\nstage:\n---\n# Visit\n", "---\ndeal: UNKNOWN\ndate: 2026-10-20\n---\n",
    "2026-10-20\n\n## 待办\n\n## Acme Foods\n",
    "# Acme Foods\n\n<!-- Still open:\n- Ask Dana Reed what she loses.\n\n- 问李总要什么\n-->\n",
  ]

  @Test(arguments: unfilled) func saysNothing(text: String) throws {
    for path in ["2026-10-20 Acme Foods.md", "new.md", "2026-10-20 Halden Works.md"] {
      var notes = Self.filled
      notes[path] = text
      #expect(deals(notes) == Self.known, "\(path)")
    }
  }

  @Test func anEmptySectionIsNoEntryOfADealThatOthersOfTheNoteSpeakOf() throws {
    var notes = Self.filled
    notes["2026-10-20.md"] = "# Monday\n\n## Acme Foods\n\n## 宏泰精密\n\n李总说方案不错。\n\n## Next week\n"
    #expect(deals(notes) == ["Acme Foods: 09-01", "宏泰精密: 09-02 10-20"])
  }

  @Test(arguments: [
    "# 2026-10-20 Acme Foods: Dana Reed approved the budget of 20k\n",
    "# Acme Foods 2026-10-20\n\n- [ ] send Dana the sheet\n",
    "# Acme Foods 2026-10-20\n\nNext step: call Dana\n",
    "---\ndeal: Acme Foods\ndate: 2026-10-20\nstage: exchange\n---\n# Visit\n",
    "# Acme Foods 2026-10-20\n\nNothing new.\n",
  ])
  func oneFilledLineIsAnEntry(text: String) throws {
    var notes = Self.filled
    notes["2026-10-20 Acme Foods.md"] = text
    #expect(deals(notes).first == "Acme Foods: 09-01 10-20")
  }

  @Test(arguments: ["UNKNOWN", "tbd", "n/a", "?", "-", "待定", "未知", "无", "\"{{deal}}\"", "<deal>", ""])
  func whatHoldsThePlaceOfANameIsNone(value: String) throws {
    for text in [
      "---\ndeal: \(value)\naccount: \(value)\n---\n", "客户：\(value)\n项目：\(value)\n\n", "deal:: \(value)\n\n",
    ] {
      var notes = Self.filled
      notes["2026-10-20 a.md"] = text + "They said that the boxes were good.\n"
      #expect(deals(notes) == Self.known)
    }
  }

  @Test func problemsOfAnUnfilledNoteAreTold() throws {
    let note = Note(parsing: SourceFile(path: "2026-10-20 a.md", text: "---\nstage: [\n---\n# Acme\n"))
    let journal = Journal(folding: [NoteReading(of: note)], asOf: try #require(Day(iso: "2026-11-20")))
    #expect(journal.unchecked.count == 1)
    #expect(journal.deals.isEmpty)
  }
}
