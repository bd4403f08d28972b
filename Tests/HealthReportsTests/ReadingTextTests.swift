import DealJournal
import FactReading
import NoteSyntax
import SourceText
import Testing

@testable import HealthReports

@Suite struct ReadingTextTests {
  func journal() -> (SourceFile, Journal) {
    let source = SourceFile(path: "notes.md", text: "# 2026-11-12\n\n王总确认 downtime 最要紧\u{202E}\n也许会选博世\n")
    func fact(_ kind: FactKind, line: Int, _ assertion: Assertion, cues: [Span]) -> JournalFact {
      JournalFact(
        kind: kind, day: Day(iso: "2026-11-12"), deal: "长风", person: "王总", basis: .inferred, confidence: 0.816,
        assertion: assertion, dates: [],
        evidence: Evidence(
          path: "notes.md", span: source.lines.span(ofLine: line), line: line, column: 1, quote: ""), cues: cues)
    }
    return (
      source,
      Journal(
        asOf: Day(number: 20_000),
        people: [Person(id: "王总", name: "王总", surfaces: ["王总"], side: .customer, mentions: [])], deals: [],
        facts: [
          fact(.needConfirmed, line: 3, Assertion(), cues: [Span(20, 26)]),
          fact(.competitor, line: 4, Assertion(modality: .possible), cues: []),
        ], entries: [], unchecked: [], language: .zh)
    )
  }

  @Test func eachLineWithWhatWasRead() {
    let (source, journal) = journal()
    #expect(
      ReadingText([source], journal: journal).terminal(TerminalStyle(width: 60)) == """
        客户方的人：王总

        notes.md  读到2条
         1  # 2026-11-12
         3  王总确认 downtime 最要紧<U+202E>
            └ 需求确认  王总 · 长风
         4  也许会选博世
            ╌ 竞争  王总 · 长风 · 可能

        """)
  }

  @Test func why() {
    let (source, journal) = journal()
    let text = ReadingText([source], journal: journal, showsWhy: true, language: .en).terminal(TerminalStyle(width: 60))
    #expect(text.contains("      inferred, 82 %: “确认”\n"))
  }
}
