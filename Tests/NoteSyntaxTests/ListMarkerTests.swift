import NoteSyntax
import SourceText
import Testing

@Suite struct ListMarkerTests {
  /// A number whose stop is the last byte of the note marks nothing, and nothing is read behind it.
  @Test(arguments: ["3.", "3)", "12．", "Met Joan.\n3.", "见了王总\n3)", "①", "1、"])
  func aMarkerAtTheEndIsNone(_ text: String) {
    for path in ["a.txt", "a.md"] {
      let note = Note(parsing: SourceFile(path: path, text: text))
      #expect(note.sentences.allSatisfy { $0.text.upperBound <= note.text.count })
      #expect(note.source.bytes.elementsEqual(text.utf8))
    }
  }
}
