import FactReading
import NoteSyntax
import SourceText
import TestSupport
import Testing

@testable import DealJournal

/// The order in which files are given changes nothing: seeded shuffles of whole journals.
@Suite struct FileOrderTests {
  static let journals = ["examples/journal", "Tests/Corpus/dev/zh-erp/notes", "Tests/Corpus/dev/en-industrial/notes"]

  @Test(arguments: journals) func changesNothing(folder: String) throws {
    let paths = [".md", ".txt"].flatMap { Checkout.files(under: folder, ending: $0) }
    #expect(paths.count > 5)
    let readings = try paths.map {
      NoteReading(of: Note(parsing: SourceFile(path: $0, text: try Checkout.text($0))))
    }
    let asOf = try #require(Day(iso: "2026-11-20"))
    let expected = Self.told(Journal(folding: readings, asOf: asOf))
    var generator = SeededGenerator(seed: 20_261_120)
    for _ in 0..<4 {
      #expect(Self.told(Journal(folding: readings.shuffled(using: &generator), asOf: asOf)) == expected)
    }
  }

  /// All that a journal tells, line by line.
  static func told(_ journal: Journal) -> [String] {
    var lines = ["\(journal.language)"]
    lines += journal.people.map { "\($0.id) \($0.side) \($0.surfaces) \($0.title ?? "-") \($0.mentions.map(\.span))" }
    lines += journal.deals.map { deal in
      "\(deal.id) \(deal.account) \(deal.surfaces) \(deal.stage) \(deal.days.map(\.iso)) \(deal.facts)"
        + " \(deal.influencers.map { "\($0.person) \($0.role) \($0.need) \($0.facts)" })"
        + " \(deal.commitments.map { "\($0.made) \($0.state) \($0.due?.last.iso ?? "-") \($0.settled ?? -1)" })"
    }
    lines += journal.facts.map { fact in
      "\(fact.evidence.path):\(fact.evidence.line) \(fact.kind) \(fact.deal ?? "-") \(fact.person ?? "-")"
        + " \(fact.day?.iso ?? "-") \(fact.confidence)"
    }
    lines += journal.entries.map { "\($0.evidence.path):\($0.evidence.line) \($0.day?.iso ?? "-") \($0.deals)" }
    lines += journal.unchecked.map { "\($0.reason) \($0.evidence.path):\($0.evidence.line)" }
    return lines
  }
}
