import NoteSyntax
import SourceText
import Testing

@testable import FactReading

@Suite struct StatedReaderTests {
  /// Kinds stated in a note, by line.
  func stated(_ text: String) -> [String] {
    let reading = NoteReading(of: Note(parsing: SourceFile(path: "2026-10-01.md", text: text)))
    return reading.sentences.flatMap { sentence in
      sentence.candidates.filter { $0.basis == .stated }.map { "\(sentence.line) \($0.kind.rawValue)" }
    }
  }

  @Test func taskItems() {
    #expect(stated("- [ ] send the quote\n- [x] 会议纪要\n") == ["1 commitment.ours", "2 commitment.done"])
  }

  @Test func itemsUnderNextSteps() {
    #expect(
      stated("Met them all.\n\n## Next steps\n\n- send Peter the samples\n- who signs?\n").contains("5 commitment.ours")
    )
    #expect(!stated("## Next steps\n\n- who signs?\n").contains("3 commitment.ours"))
  }

  @Test func labels() {
    #expect(stated("来源：展会\n").contains("1 source"))
    #expect(stated("Budget: 40k\n").contains("1 exchange.budget"))
    #expect(stated("竞争对手：\n").isEmpty)
  }

  /// A task about the car stands among promises and is none.
  @Test(arguments: ["- [ ] oil change for the car\n", "- [ ] 年检，轮胎该换了\n"])
  func aTaskThatNoCustomerWaitsForIsNoCertainPromise(text: String) {
    let reading = NoteReading(of: Note(parsing: SourceFile(path: "2026-10-01.md", text: text)))
    #expect(reading.sentences.flatMap(\.candidates).map(\.basis) == [.inferred])
  }

  @Test func aTaskThatAsksPromisesNothing() {
    #expect(stated("- [ ] flowers for the whole team?\n").isEmpty)
    #expect(stated("- [ ] 要不要带样品过去？\n").isEmpty)
  }

  /// What comes behind the first sentence of a value may speak of anything.
  @Test func aLabelSpeaksForTheFirstSentenceOfItsValue() {
    #expect(stated("Source: the trade fair in May. It rained all day.\n").count == 1)
  }

  @Test func budgetWithItsNumber() {
    #expect(stated("今年预算380万。") == ["1 exchange.budget"])
    #expect(stated("如果预算有380万就好了。").isEmpty)
    #expect(stated("预算没有了，一共来了38个人。").isEmpty)
  }

  @Test func plainWords() {
    #expect(stated("这个项目王总拍板。") == ["1 decision"])
    #expect(stated("谁拍板？").isEmpty)
    #expect(stated("我答应周五给方案。") == ["1 commitment.ours"])
    #expect(stated("~~这个项目王总拍板。~~").isEmpty)
  }

  @Test func whatIsStatedTellsItsWords() {
    let source = SourceFile(path: "a.md", text: "这个项目王总拍板。")
    let reading = NoteReading(of: Note(parsing: source))
    let cues = reading.sentences.flatMap(\.candidates).filter { $0.basis == .stated }.flatMap(\.cues)
    #expect(cues.map(source.text) == ["拍板"])
  }
}
