import NoteSyntax
import Testing

@testable import FactReading

/// What headings and lead-ins announce, by the words that people have for it.
@Suite struct SectionTests {
  @Test(arguments: [
    ("风险和顾虑", "section.risk"), ("Risks and issues", "section.risk"), ("会议纪要", "section.course"),
    ("Key points", "section.course"),
    ("竞争情况", "section.rival"), ("下一步", "section.next"), ("Next steps", "section.next"),
  ])
  func isKnown(heading: String, concept: String) {
    let bytes = Array(heading.utf8).map(\.lowercased)
    let found = Lexicon.builtin.cues(in: bytes, bytes.indices).map { $0.concept }
    #expect(found.contains(Concept(concept)))
  }
}
