import SourceText
import Testing

@Suite struct LineWrapTests {
  @Test func wordsStayWholeAndHanBreaksAnywhereButBeforePunctuation() {
    #expect(LineWrap.lines(of: "one two three", width: 8) == ["one two", "three"])
    #expect(LineWrap.lines(of: "一二三四，五六", width: 8) == ["一二三", "四，五六"])
    #expect(LineWrap.lines(of: "一二三（四五", width: 8) == ["一二三", "（四五"])
    #expect(LineWrap.lines(of: "张总说 OK 了", width: 9) == ["张总说 OK", "了"])
    #expect(LineWrap.lines(of: "", width: 9) == [""])
    #expect(LineWrap.lines(of: "  one  👍🏽👍🏽 好 e\u{301}e\u{301}", width: 8) == ["one  👍🏽", "👍🏽 好 e\u{301}e\u{301}"])
  }

  @Test func whatIsTooLongIsCutAndNothingIsLost() {
    let lines = LineWrap.lines(
      of: String(repeating: "x", count: 30) + " 张" + String(repeating: "）", count: 20), width: 10)
    #expect(lines.allSatisfy { DisplayWidth.columns(of: $0) <= 10 })
    #expect(lines.joined().count { $0 != " " } == 51)
  }
}
