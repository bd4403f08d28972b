import SourceText
import Testing

@testable import NoteSyntax

/// What is read line by line, lest libcmark be kept busy for a minute, and what is not.
@Suite struct MarkdownEvidenceTests {
  private func isHostile(_ text: String) -> Bool {
    Array(text.utf8).withUnsafeBufferPointer { MarkdownEvidence.isHostile($0, from: 0) }
  }

  private func times(_ count: Int, _ piece: String) -> String { String(repeating: piece, count: count) }

  /// Lists in lists, each two columns further in.
  private func nest(_ depth: Int, _ mark: String) -> String {
    (0..<depth).map { times($0 * mark.utf8.count, " ") + mark + "a\n" }.joined()
  }

  @Test func whatKeepsLibcmarkBusyIsSeen() {
    let blank = times(100_000, "\n")
    for text in [
      times(4_100, "["), times(1_400, "![[]()"), times(4_100, "a`"), times(5_000, "> ") + "a", times(5_000, "- ") + "a",
      times(5_000, "1. ") + "a", times(5_000, "12) ") + "a", times(50, "1. ") + "a" + blank,
      times(50, "- ") + "a" + blank,
      "> " + times(50, "- ") + "a\n" + times(50_000, ">\n"), nest(100, "- ") + blank, nest(100, "1. ") + blank,
      nest(100, "* ") + "lazy\n" + blank, times(20, "\t- a\n") + nest(100, "- ") + blank,
    ] {
      #expect(isHostile(text), "\(text.prefix(60).debugDescription)")
    }
  }

  /// A short note cannot keep anybody busy, whatever stands in it.
  @Test func aShortNoteIsNever() {
    #expect(!isHostile(times(3_999, "[")))
    #expect(!isHostile(times(150, "> ") + "a"))
  }

  /// A note without the ending of Markdown is read as such when something in it is nothing else.
  @Test(arguments: [
    "# Title", "###### Title", "Told **all** of it", "- [ ] call", "* [x] called", "```\ncode\n```", "|---|", "| - |",
    "|:-|",
  ])
  func otherTextIsMarkdown(_ line: String) { #expect(isMarkdown("Met Ann.\n" + line + "\n")) }

  @Test(arguments: [
    "#1 priority", "# 1 priority", "####### Title", "#", "# ", "#tag", "a * b * c", "- [link](x)", "-[ ] x", "|", "| a",
    "****",
  ])
  func otherTextIsNone(_ line: String) { #expect(!isMarkdown("Met Ann.\n" + line + "\n")) }

  private func isMarkdown(_ text: String) -> Bool {
    let source = SourceFile(path: "a.txt", text: text)
    return source.bytes.withUnsafeBufferPointer {
      MarkdownEvidence($0, lines: source.lines, from: 0, path: source.path).isMarkdown
    }
  }

  @Test func whatPeopleWriteIsNot() {
    for text in [
      times(20_000, "- a\n\n"), times(5_000, "1. a\n   - b\n\n     c\n\n"),
      times(3_000, "# a\n\n- b\n  - c\n    - d\n\n"),
      times(200, "    \t\tcode that is far in\n\n\n"), times(5_000, "---\n\n"), times(2_000, "* * * * *\n\n"),
      times(500_000, "\n"), nest(20, "- ") + times(20_000, "\n"), nest(100, "- ") + "\na\n" + times(100_000, "\n"),
      times(3_000, "[a](b)\n\n"), times(10_000, "2026. a 1) b\n\n"), times(5_000, "> a\n>\n> - b\n\n"),
    ] {
      #expect(!isHostile(text), "\(text.prefix(60).debugDescription)")
    }
  }
}
