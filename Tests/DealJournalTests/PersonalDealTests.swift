import FactReading
import NoteSyntax
import SourceText
import TestSupport
import Testing

@testable import DealJournal

/// People who buy for themselves: each is a customer, and a couple is one.
@Suite struct PersonalDealTests {
  private static let english = [
    "2026-10-01.md":
      "Una Lehane rang about a mower.\n\nBartley Coyne rang about a tractor and pays cash, his wife Maeve Coyne keeps the books.",
    "2026-10-08.md":
      "Bartley Coyne asked for the price of the loader, Maeve Coyne was there.\n\nUna Lehane took the mower for a day.",
    "2026-10-15.md": "Una Lehane says it cuts well.\n\nMaeve Coyne counted the money while Bartley Coyne signed.",
  ]
  private static let chinese = [
    "2026-10-01.md": "黄太来看保险，要给儿子买。\n\n林先生和林太太问了年金。", "2026-10-08.md": "林太太来电话问收益，林先生也听着。\n\n黄太说下周签。",
    "2026-10-15.md": "黄太签了，还要介绍妹妹。\n\n去了林先生家，林太太没定。",
  ]

  @Test func aCoupleIsOneCustomer() {
    #expect(Set(Journal(ofNotes: Self.english).deals.map(\.name)) == ["Bartley Coyne", "Una Lehane"])
    #expect(Set(Journal(ofNotes: Self.chinese).deals.map(\.name)) == ["林先生", "黄太"])
  }
}
