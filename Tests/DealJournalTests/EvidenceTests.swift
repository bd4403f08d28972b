import DealJournal
import SourceText
import Testing

@Suite struct EvidenceTests {
  /// What a message quotes reads as words, whichever half of the marks around them the sentence has.
  @Test(arguments: [
    ("- **Tallis** – silence since the 15th.", "Tallis – silence since the 15th."),
    ("Tallis** – silence", "Tallis – silence"), ("> “It is too much.”", "It is too much."),
    ("\"It is too much, Hannah.\"", "It is too much, Hannah."), ("she said \"no\"", "she said \"no\""),
    ("## 见面\n第二行", "见面"), ("snake_case stays", "snake_case stays"), ("", ""),
  ])
  func wordsAreBare(quote: String, words: String) {
    #expect(evidence(quote).words == words)
  }

  @Test func whatIsLeftOutShows() {
    #expect(evidence("- 张总说再看看").words(columns: 6) == "张总说…")
    #expect(evidence("- 张总说再看看").words(columns: 12) == "张总说再看看")
  }

  private func evidence(_ quote: String) -> Evidence {
    Evidence(path: "a.md", span: Span(0, quote.utf8.count), line: 1, column: 1, quote: quote)
  }
}
