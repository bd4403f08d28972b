import NoteSyntax
import SourceText
import Testing

@testable import FactReading

/// Of which sentences a mark speaks.
@Suite struct MarkScopeTests {
  @Test(arguments: [
    ("Met Tom #need/driver.\nMet Ann.", 0..<1), ("Met Ann.\nMet Tom #need/driver.\nMet Bob.", 1..<2),
    ("# Ferro #stage/needs\nMet Tom.\n\n## Visit\nMet Ann.\n\n# Harrow\nMet Bob.", 0..<4),
    ("# Ferro\nMet Tom.\n\n## Visit #stage/needs\nMet Ann.\n\n## Call\nMet Bob.", 2..<4),
    ("---\nstage: needs\n---\nMet Tom.\nMet Ann.", 0..<2),
  ])
  func isItsOwnSentenceOrWhatItsHeadingGoverns(text: String, expected: Range<Int>) throws {
    let reading = NoteReading(of: Note(parsing: SourceFile(path: "a.md", text: text)))
    #expect(try #require(reading.marks.first).sentences(in: reading) == expected)
  }
}
