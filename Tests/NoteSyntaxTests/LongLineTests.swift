import SourceText
import Testing

@testable import NoteSyntax

/// Lines that nobody wrote by hand: no sentence may be so long that comparing its words with each other is felt.
@Suite struct LongLineTests {
  private func note(_ text: String) -> Note {
    Note(parsing: SourceFile(path: "2026-11-01.md", bytes: Array(text.utf8)))
  }

  @Test(
    arguments: [
      "we met Angela and she said she needs value; ", "张总，李总、", "张", "Angela Moss ", "a", "📅 2026-10-01 ",
      "“好”", "a. #need ",
    ])
  func anEndlessLineComesInParts(_ piece: String) {
    let text = String(repeating: piece, count: 20_000 / piece.utf8.count)
    let sentences = note(text).sentences
    #expect(sentences.count > 10)
    #expect(sentences.allSatisfy { $0.text.count <= SentenceSplitter.longest })
  }

  @Test func partsAreCutBehindCommasAndBetweenCharacters() {
    let clauses = note(String(repeating: "张总说预算没问题，", count: 400))
    #expect(
      clauses.sentences.dropLast().allSatisfy {
        clauses.text.string($0.text).hasSuffix("，") || clauses.text.string($0.text).hasSuffix(",")
      })
    let endless = note(String(repeating: "张", count: 2_000))
    #expect(endless.sentences.map { endless.text.string($0.text).unicodeScalars.count }.reduce(0, +) == 2_000)
  }

  @Test func aRowOfATableComesInParts() {
    let row = "|" + String(repeating: "met Angela, ", count: 500) + "|b|\n"
    let sentences = note("|a|b|\n|-|-|\n" + row).sentences
    #expect(sentences.count > 4)
    #expect(sentences.allSatisfy { $0.text.count <= SentenceSplitter.longest })
  }

  @Test func whatPeopleWriteStaysWhole() {
    let sentence = String(repeating: "他说这个事情要等财务那边定下来才好往下走，", count: 10)
    #expect(note(sentence).sentences.count == 1)
  }

  @Test func fieldsThatStayOpenAreNone() {
    let fields = note("[a:: b [c:: d\n[e:: f] (g:: h [i:: j)")
    #expect(fields.labels.map(\.name) == ["e", "g"])
  }
}
