import FactReading
import NoteSyntax
import SourceText
import Testing

@testable import DealJournal

/// How the forms of names in one journal bear each other out, as the model of people is told it.
@Suite struct JournalSignsTests {
  private func signs(_ key: String, in text: String) throws -> [String] {
    let notes = JournalNotes([NoteReading(of: Note(parsing: SourceFile(path: "a.md", text: text)))])
    let types = NameTypes(notes.nameTable)
    let index = try #require(types.all.firstIndex { $0.key == key }, "\(types.all.map(\.key))")
    return JournalSigns(notes, types: types).ofForm(index)
  }

  @Test(arguments: [
    ("见了王立群。王总说行。", "王总", "full of surname:titled", true), ("见了李立群。王总说行。", "王总", "full of surname:titled", false),
    ("王经理说行。王总也说行。", "王总", "full of surname:titled", false), ("王经理说行。王总也说行。", "王总", "titled of surname:titled", true),
    ("见了王立群。王总说行。", "王立群", "titled of surname:full", true), ("见了王立群和王小明。", "王立群", "titled of surname:full", false),
    ("见了王立群和王小明。", "王立群", "other full of surname:full", true), ("见了王立群。", "王立群", "other full of surname:full", false),
    ("Met Angela Moss. Angela rang.", "angela", "full of given:given", true),
    ("Met Angela Moss. Tom rang.", "tom", "full of given:given", false),
    ("Met Angela Moss. Angela rang.", "angela moss", "given of full:full", true),
    ("Met Angela Moss. Tom rang.", "angela moss", "given of full:full", false),
  ])
  func formsBearEachOtherOut(text: String, key: String, sign: String, isThere: Bool) throws {
    #expect(try signs(key, in: text).contains(sign) == isThere)
  }
}
