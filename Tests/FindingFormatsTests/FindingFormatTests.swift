import DealJournal
import FactReading
import FoundationEssentials
import SourceText
import Testing

@testable import DealHealth
@testable import FindingFormats

@Suite struct FindingFormatTests {
  let source = SourceFile(path: "n/a.md", text: "# 2026-11-12\n客户：\t王院长说还要比一比 \u{1B}[2J\n")

  /// A finding about 王院长, whose name stands on line 2.
  func finding() throws -> Finding {
    let rule = try #require(Rule.all.first { $0.code == "T501" })
    let start = 13 + "客户：\t".utf8.count
    let evidence = Evidence(
      path: "n/a.md", span: Span(start, start + 9), line: 2, column: start - 12, quote: "王院长")
    let other = Evidence(path: "n/b.md", span: Span(0, 3), line: 7, column: 1, quote: "x")
    return Finding(
      Finding.Draft(
        person: "王院长", message: Text(en: "王院长 has a doubt.", zh: "王院长有顾虑。"),
        clears: Text(en: "Call 王院长 today.", zh: "今天给王院长打个电话。"), evidence: [evidence, other]),
      by: rule, deal: "长风\u{202E}")
  }

  func render(_ format: FindingFormat, _ language: Language = .en, width: Int = 70) throws -> String {
    format.render(
      [try finding()], sources: [source.path: source], language: language, style: TerminalStyle(width: width))
  }

  @Test func concise() throws {
    #expect(
      try render(.concise) == "n/a.md:2:11: warning: T501 low-trust: 长风<U+202E>: 王院长 has a doubt.\n")
    #expect(try render(.concise, .zh) == "n/a.md:2:11: warning: T501 low-trust: 长风<U+202E>：王院长有顾虑。\n")
  }

  @Test func full() throws {
    #expect(
      try render(.full) == """
        n/a.md:2:11: warning: T501 low-trust: 长风<U+202E>: 王院长 has a doubt.
          2 | 客户：  王院长说还要比一比 ␛[2J
            |         ^^^^^^
            why: Below a threshold of trust no offer is good enough, and
                 nobody tells you so.
            do: Call 王院长 today.
            see also: n/b.md:7

        """)
  }

  @Test func withoutItsNote() throws {
    let text = FindingFormat.full.render([try finding()], sources: [:], language: .zh)
    #expect(text.contains("原因：信用过不了线"))
    #expect(!text.contains(" |"))
  }

  @Test func aSpanPastTheEndOfAFileThatChanged() throws {
    let short = SourceFile(path: "n/a.md", text: "x")
    #expect(
      FindingFormat.full.render([try finding()], sources: ["n/a.md": short], language: .en).contains("\n  2 | x\n"))
  }

  @Test func json() throws {
    struct Document: Decodable {
      struct Row: Decodable {
        struct Place: Decodable {
          let path: String
          let line: Int
          let span: [Int]
        }
        let code: String
        let deal: String
        let message: String
        let evidence: [Place]
      }
      let findings: [Row]
    }
    let text = try render(.json, .zh)
    let row = try #require(try JSONDecoder().decode(Document.self, from: Data(text.utf8)).findings.first)
    #expect(row.code == "T501")
    #expect(row.deal == "长风\u{202E}")
    #expect(row.message == "王院长有顾虑。")
    #expect(row.evidence.map(\.line) == [2, 7])
    #expect(row.evidence.first?.span == [23, 32])
  }

  @Test func nothingFound() {
    #expect(FindingFormat.concise.render([], sources: [:], language: .en).isEmpty)
    #expect(FindingFormat.full.render([], sources: [:], language: .en).isEmpty)
    #expect(FindingFormat.json.render([], sources: [:], language: .en).contains("\"findings\" : ["))
  }
}
