import SourceText
import Testing

@Suite struct InertTextTests {
  @Test(
    arguments: [
      ("张总 👩‍👩‍👧 ok", "张总 👩‍👩‍👧 ok"), ("\u{1B}[31mred", "␛[31mred"), ("a\u{7}\r\n", "a␇␍␊"), ("\u{9B}31m", "<U+009B>31m"),
      ("safe\u{202E}txt.exe", "safe<U+202E>txt.exe"), ("\u{2066}x\u{2069}", "<U+2066>x<U+2069>"), ("a\u{7F}", "a␡"),
      ("a\u{2028}b", "a<U+2028>b"), ("\u{E0041}", "<U+E0041>"), ("a\tb", "a␉b"),
    ])
  func terminal(text: String, expected: String) {
    #expect(InertText.terminal(text) == expected)
  }

  @Test(
    arguments: [
      ("<script>", "\\<script\\>"), ("[a](b)", "\\[a\\](b)"), ("# x", "\\# x"), ("a # b-c.", "a # b-c."),
      ("12. x", "12\\. x"),
      ("*a* _b_ `c` | ~d~", "\\*a\\* \\_b\\_ \\`c\\` \\| \\~d\\~"), ("张总（CFO）", "张总（CFO）"), ("a\nb", "a␊b"),
    ])
  func markdown(text: String, expected: String) {
    #expect(InertText.markdown(text) == expected)
  }

  @Test(
    arguments: [
      ("{\n  \"a\" : \"张总\"\n}", "{\n  \"a\" : \"张总\"\n}"), ("\"\u{9B}31m\"", "\"\\u009B31m\""),
      ("\"a\u{202E}b\"", "\"a\\u202Eb\""), ("\"\u{E0041}\"", "\"\\uDB40\\uDC41\""), ("\"\u{7F}\"", "\"\\u007F\""),
    ])
  func json(document: String, expected: String) {
    #expect(InertText.json(document) == expected)
  }

  @Test func linesOfACellStay() {
    #expect(InertText.terminal("a\tb\r\nc\u{1B}", keepingTabs: true, keepingLines: true) == "a\tb\r\nc␛")
  }
}
