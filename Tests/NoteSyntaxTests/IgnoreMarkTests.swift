import SourceText
import Testing

@testable import NoteSyntax

@Suite struct IgnoreMarkTests {
  func marks(_ text: String, path: String = "a.md") -> [IgnoreMark] {
    Note(parsing: SourceFile(path: path, text: text)).ignores
  }

  @Test(arguments: [
    ("<!-- rapport: ignore P301 张总: 授权了, until 2026-12-01 -->", "P301", "张总", "授权了", "2026-12-01"),
    ("rapport: ignore P301 Helen Marsh: she is away", "P301", "Helen Marsh", "she is away", nil),
    ("- rapport: 忽略 no-next-step：等公告，到 2026-12-01", "no-next-step", "", "等公告", "2026-12-01"),
    ("> rapport： ignore M801: wait until they call", "M801", "", "wait until they call", nil),
    ("rapport: ignore M801 until: tomorrow", "M801", "until", "tomorrow", nil),
    ("rapport: ignore M801: x, until 1.12.", "M801", "", "x", "1.12."),
    ("rapport: ignore M801", "M801", "", "", nil),
    ("rapport: ignore : why", "", "", "why", nil),
  ])
  func isRead(text: String, rule: String, subject: String, reason: String, until: String?) throws {
    let mark = try #require(marks("# 2026-11-12\n" + text + "\nMore.\n").first)
    #expect([mark.rule, mark.subject, mark.reason, mark.until ?? ""] == [rule, subject, reason, until ?? ""])
    #expect(mark.line == 2)
  }

  @Test(arguments: [
    "We built rapport: ignore the rest", "rapport is good", "rapport: ignored", "```\nrapport: ignore P301: x\n```",
    "rapport:ignore", "no such word",
  ])
  func isNone(text: String) { #expect(marks(text + "\n").isEmpty) }

  /// Nothing else sees the words, and no place moves.
  @Test(arguments: ["a.md", "a.txt"]) func isNoPartOfTheNote(path: String) {
    let source = SourceFile(
      path: path, text: "# 2026-11-12 Acme\nMet Ann.\n\nrapport: ignore P301 Bob: @Carl #stage/care\n\nMet Dan.\n")
    let note = Note(parsing: source)
    let words = note.sentences.map { source.text(of: note.text.span(of: $0.text)) }
    #expect(!words.contains { $0.contains("Bob") || $0.contains("Carl") })
    #expect(words.contains("Met Dan."))
    #expect(note.marks.isEmpty)
    #expect(source.text(of: note.ignores[0].span) == "rapport: ignore P301 Bob: @Carl #stage/care")
  }
}
