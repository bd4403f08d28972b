import SourceText
import Testing

@Suite struct LineIndexTests {
  @Test func everyLineBreakCountsOnce() {
    let index = LineIndex(Array("a\nb\r\nc\rd".utf8))
    #expect(index.starts == [0, 2, 5, 7])
    #expect(index.line(at: 4) == 2)
    #expect(index.line(at: 99) == 4)
    #expect(index.span(ofLine: 2) == Span(2, 5))
    #expect(index.span(ofLine: 9) == Span(8, 8))
  }
}
