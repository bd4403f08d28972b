import SourceText
import TestSupport
import Testing

@testable import FindingFormats

@Suite struct LineExcerptTests {
  /// Marks the words between ⟦ and ⟧, and draws the excerpt.
  func excerpt(_ marked: String, width: Int = 60) -> [String] {
    let text = Array(marked.utf8)
    let open = Array("⟦".utf8)
    let close = Array("⟧".utf8)
    var bytes: [UInt8] = []
    var from = 0
    var to = 0
    var at = 0
    while at < text.count {
      if text[at...].starts(with: open) {
        from = bytes.count
        at += open.count
      } else if text[at...].starts(with: close) {
        to = bytes.count
        at += close.count
      } else {
        bytes.append(text[at])
        at += 1
      }
    }
    let excerpt = LineExcerpt(of: Span(from, to), in: SourceFile(path: "a", bytes: bytes), width: width)
    return [excerpt.text, excerpt.underline]
  }

  @Test func underlinesAtDisplayWidth() {
    #expect(excerpt("x\n客户：⟦张总⟧说行\ny") == ["客户：张总说行", "      ^^^^"])
    #expect(excerpt("a\t⟦b⟧c") == ["a       bc", "        ^"])
    #expect(excerpt("e\u{301}👩‍👩‍👧⟦x⟧") == ["e\u{301}👩‍👩‍👧x", "   ^"])
    #expect(excerpt("⟦\u{1B}[31m⟧") == ["␛[31m", "^^^^^"])
  }

  @Test func endOfLineAndFile() {
    #expect(excerpt("ab⟦cd\r\nef⟧") == ["abcd", "  ^^"])
    #expect(excerpt("ab⟦⟧") == ["ab", "  ^"])
  }

  @Test func longLinesShowTheWords() {
    let long = String(repeating: "前", count: 80) + "⟦王工⟧" + String(repeating: "后", count: 80)
    let drawn = excerpt(long, width: 40)
    #expect(DisplayWidth.columns(of: drawn[0]) <= 40)
    #expect(drawn[0].contains("王工"))
    let before = drawn[0][..<(drawn[0].firstIndex(of: "王") ?? drawn[0].startIndex)]
    #expect(drawn[1] == String(repeating: " ", count: DisplayWidth.columns(of: before)) + "^^^^")
  }

  /// Whatever bytes and spans: both lines fit the page, the marks stand within the text, and nothing steers a terminal.
  @Test func anyBytesAnySpan() {
    var generator = SeededGenerator(seed: 7)
    let pieces = [
      "a", "王", "\t", "\n", "\r", "\u{1B}[2J", "e\u{301}", "👩‍👩‍👧", "\u{202E}", "\u{0}", "  ", "客户：", "\u{FFFD}",
    ]
    for _ in 0..<2_000 {
      let count = Int.random(in: 0...120, using: &generator)
      let text = (0..<count).map { _ in pieces.randomElement(using: &generator) ?? "" }.joined()
      let source = SourceFile(path: "a", text: text)
      let start = Int.random(in: -3...source.bytes.count + 3, using: &generator)
      let span = Span(start, start + Int.random(in: -2...200, using: &generator))
      let excerpt = LineExcerpt(of: span, in: source, width: Int.random(in: 0...90, using: &generator))
      #expect(DisplayWidth.columns(of: excerpt.text) <= 90)
      #expect(excerpt.underline.utf8.count <= max(1, DisplayWidth.columns(of: excerpt.text) + 1))
      #expect(!excerpt.text.unicodeScalars.contains { $0.value < 0x20 || $0.value == 0x202E })
    }
  }
}
