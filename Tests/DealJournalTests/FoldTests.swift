import DealJournal
import FactReading
import NoteSyntax
import SourceText
import Testing

@Suite struct FoldTests {
  @Test func entriesCarryTheirDays() throws {
    let note = Note(parsing: SourceFile(path: "2026-10-09 a.md", text: "# Visit\nHello."))
    let journal = Journal(folding: [NoteReading(of: note)], asOf: try #require(Day(iso: "2026-11-20")))
    #expect(journal.entries.map(\.day) == [Day(iso: "2026-10-09")])
  }
}
