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

  @Test(arguments: ["报价 35 万，嫌贵（再压）。", "ａ～！～", "abc\u{301}。", "好👍🏽！", "一\u{FE0F}二", "\u{7F}a\u{3000}"])
  func aTextIsAsWideAsItsCharacters(text: String) {
    #expect(DisplayWidth.columns(of: text) == text.reduce(0) { $0 + DisplayWidth.columns(of: $1) })
    for limit in 0...12 {
      let head = text.indices.last { DisplayWidth.columns(of: text[...$0]) <= limit }
      #expect(DisplayWidth.prefix(of: text, columns: limit) == head.map { text[...$0] } ?? "")
    }
  }

  @Test func aPrefixNeverSplitsACharacter() {
    #expect(DisplayWidth.prefix(of: "张总好", columns: 5) == "张总")
    #expect(DisplayWidth.prefix(of: "ab", columns: 9) == "ab")
  }
}
