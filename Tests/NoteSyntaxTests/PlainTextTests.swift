import NoteSyntax
import SourceText
import Testing

/// Text without Markdown that was filled to a width, as mail is: which lines belong together.
@Suite struct PlainTextTests {
  private func sentences(_ lines: [String]) -> [String] {
    let note = Note(parsing: SourceFile(path: "a.txt", text: lines.joined(separator: "\n") + "\n"))
    return note.sentences.map { note.text.string($0.text) }
  }

  private static let words = "met Ann Moss at the plant and she asked for a price by the end"

  @Test func linesOfOneWidthGoOn() {
    let lines = [Self.words, Self.words, Self.words]
    #expect(sentences(lines) == [lines.joined(separator: " ")])
  }

  @Test(arguments: [
    ["1. ", "2. ", "3. "], ["9. ", "10. ", "11. "], ["99) ", "100) ", "101) "], ["1、", "2、", "3、"],
    ["11、", "12、", "13、"], ["- ", "- ", "- "], ["* ", "+ ", "* "], ["• ", "• ", "• "], ["① ", "② ", "③ "],
    ["１．", "２．", "３．"],
  ])
  func eachItemOfAListStandsForItself(openings: [String]) {
    // Filled up to the same width.
    let width = 72
    let lines = openings.map { opening in
      let line = opening + Self.words
      return line + " " + String(repeating: "x", count: width - line.unicodeScalars.count)
    }
    #expect(sentences(lines).count == 3)
  }

  @Test(arguments: [["1.5 ", "2.5 ", "3.5 "], ["-5 ", "-6 ", "-7 "], ["12 ", "13 ", "14 "]])
  func numbersAreNoItems(openings: [String]) {
    #expect(sentences(openings.map { $0 + Self.words }).count == 1)
  }
}
