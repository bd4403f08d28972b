import SourceText
import Testing

@Suite struct DisplayWidthTests {
  @Test(
    arguments: [
      ("", 0), ("abc", 3), ("张总", 4), ("客户：OK", 8), ("ｆｕｌｌ", 8), ("e\u{301}", 1), ("👩‍👩‍👧", 2), ("🇨🇳", 2), ("☎️", 2),
      ("한글", 4), ("\u{1112}\u{1161}\u{11AB}", 2), ("①", 1), ("①“", 2), ("ก็", 1), ("𠀀", 2), ("1️⃣", 2), ("\u{200B}", 0),
    ])
  func columns(text: String, expected: Int) {
    #expect(DisplayWidth.columns(of: text) == expected)
  }

  @Test func aPrefixNeverSplitsACharacter() {
    #expect(DisplayWidth.prefix(of: "张总好", columns: 5) == "张总")
    #expect(DisplayWidth.prefix(of: "ab", columns: 9) == "ab")
  }
}
