import FactReading
import NoteSyntax
import SourceText
import TestSupport
import Testing

@testable import DealJournal

/// Whatever was read from a line, its writer has the last word: for every kind of fact, in English and Chinese, a line of
/// the corpus from which it is inferred, and what marks on that line make of it.
@Suite struct CorrectionTests {
  static let lines: [(kind: String, note: String, line: Int)] = [
    ("contact", "own/en-au-fencing/notes/letter 06 - 4 oct.txt", 9),
    ("contact", "own/zh-agritech/notes/10月15日.txt", 1),
    ("need.requirement", "own/en-au-fencing/notes/letter 01 - 16 aug.txt", 5),
    ("need.requirement", "own/zh-solarfarm/notes/录音 0821 路上.txt", 2),
    ("need.driver", "own/en-bakery-uk/notes/log.txt", 19),
    ("need.driver", "own/zh-agritech/notes/8月12日.txt", 3),
    ("need.confirmed", "own/en-au-fencing/notes/letter 01 - 16 aug.txt", 5),
    ("need.confirmed", "own/zh-agritech/notes/8月12日.txt", 4),
    ("need.guided", "own/en-school-bus/notes/memo 04 - sep 02.md", 9),
    ("need.guided", "own/zh-agritech/notes/9月4日.txt", 4),
    ("value.capability", "own/en-au-fencing/notes/letter 04 - 6 sep.txt", 7),
    ("value.capability", "own/zh-agritech/notes/10月9日.txt", 1),
    ("value.benefit", "own/en-au-fencing/notes/letter 10 - 8 nov.txt", 5),
    ("value.benefit", "own/zh-agritech/notes/10月9日.txt", 2),
    ("value.difference", "own/en-forklift/notes/log.txt", 51),
    ("value.difference", "own/zh-agritech/notes/10月9日.txt", 3),
    ("trust.up", "own/en-au-fencing/notes/letter 04 - 6 sep.txt", 9),
    ("trust.up", "own/zh-agritech/notes/10月22日.txt", 4),
    ("trust.down", "own/en-au-fencing/notes/letter 10 - 8 nov.txt", 11),
    ("trust.down", "own/zh-agritech/notes/11月3日.txt", 3),
    ("commitment.ours", "own/en-au-fencing/notes/letter 02 - 23 aug.txt", 11),
    ("commitment.ours", "own/zh-hospital-it/notes/20261028-沧浦二院-演示环境.md", 7),
    ("commitment.theirs", "own/en-au-fencing/notes/letter 03 - 30 aug.txt", 9),
    ("commitment.theirs", "own/zh-agritech/notes/10月22日.txt", 6),
    ("commitment.done", "own/en-au-fencing/notes/letter 06 - 4 oct.txt", 11),
    ("commitment.done", "own/zh-agritech/notes/10月9日.txt", 1),
    ("commitment.broken", "own/en-cleaning/notes/wk47 fri.txt", 9),
    ("commitment.broken", "own/zh-agritech/notes/9月4日.txt", 1),
    ("exchange.budget", "own/en-wine-importer/notes/04 the lanyon.txt", 9),
    ("exchange.budget", "own/zh-agritech/notes/10月22日.txt", 7),
    ("exchange.price", "own/en-au-fencing/notes/letter 06 - 4 oct.txt", 13),
    ("exchange.price", "own/zh-agritech/notes/11月3日.txt", 1),
    ("exchange.discount", "own/en-au-fencing/notes/letter 07 - 11 oct.txt", 7),
    ("exchange.discount", "own/zh-insurance-family/notes/0921-24.md", 15),
    ("exchange.terms", "own/en-au-fencing/notes/letter 02 - 23 aug.txt", 9),
    ("exchange.terms", "own/zh-chip-equipment/notes/0827_和衍_交机.txt", 5),
    ("exchange.interest", "own/en-au-fencing/notes/letter 05 - 20 sep.txt", 13),
    ("exchange.interest", "own/zh-agritech/notes/11月19日.txt", 5),
    ("competitor", "own/en-au-fencing/notes/letter 05 - 20 sep.txt", 11),
    ("competitor", "own/zh-logistics/notes/20260929_启棉_舒总汇报.md", 12),
    ("decision", "own/en-au-fencing/notes/letter 02 - 23 aug.txt", 7),
    ("decision", "own/zh-agritech/notes/10月22日.txt", 4),
    ("source", "own/en-bakery-uk/notes/log.txt", 24),
    ("source", "own/zh-agritech/notes/10月15日.txt", 1),
    ("satisfaction.full", "own/en-wine-importer/notes/08 chemist's letter.txt", 7),
    ("satisfaction.full", "own/zh-chip-equipment/notes/0917_和衍_报警.txt", 5),
    ("satisfaction.partial", "own/en-bakery-uk/notes/log.txt", 3),
    ("satisfaction.partial", "own/zh-autoparts-export/notes/0922 哥伦比亚 出事.md", 1),
    ("satisfaction.none", "own/en-sg-fintech/notes/wk38.txt", 1),
    ("satisfaction.none", "own/zh-environmental/notes/八月.txt", 10),
    ("repeat", "own/en-bakery-uk/notes/log.txt", 82),
    ("repeat", "own/zh-hotel-supplies/notes/十月十日 泊岸.md", 3),
    ("referral", "own/en-bakery-uk/notes/log.txt", 89),
    ("referral", "own/zh-agritech/notes/11月3日.txt", 7),
  ]

  @Test func everyKindIsThereInBothLanguages() { #expect(Self.lines.count == 2 * FactKind.allCases.count) }

  /// Facts as `line kind person basis`, read from the note with `tag` at the end of the line.
  private func facts(_ note: String, _ line: Int, _ tag: String) throws -> [String] {
    var lines = try Checkout.text("Tests/Corpus/" + note).split(separator: "\n", omittingEmptySubsequences: false)
    let isReturned = lines[line - 1].hasSuffix("\r")
    lines[line - 1] =
      (isReturned ? lines[line - 1].dropLast() : lines[line - 1]) + Substring(tag + (isReturned ? "\r" : ""))
    let source = SourceFile(path: note, text: lines.joined(separator: "\n"))
    let journal = Journal(
      folding: [NoteReading(of: Note(parsing: source))], asOf: try #require(Day(iso: "2026-12-31")))
    return journal.facts.map {
      "\($0.evidence.line) \($0.kind.rawValue) \($0.person ?? "-") \($0.basis.rawValue)"
    }
  }

  private func tags(_ kind: FactKind) throws -> [String] {
    let row = try #require(
      FormatDocumentTests.rows.first {
        MarkVocabulary.reading(ofTag: $0.english) == .known(.fact(kind))
      })
    return [row.english, row.chinese]
  }

  @Test(arguments: lines) func aDenialTakesTheFactAwayAndNothingElse(kind: String, note: String, line: Int) throws {
    let before = try facts(note, line, "")
    let own = before.filter { $0.hasPrefix("\(line) \(kind) ") }
    #expect(own.contains { $0.hasSuffix("inferred") })
    for tag in try tags(#require(FactKind(rawValue: kind))) {
      for sign in ["#not/", "#不是/"] {
        #expect(try facts(note, line, " " + sign + tag) == before.filter { !own.contains($0) }, "\(sign)\(tag)")
      }
    }
  }

  @Test(arguments: lines) func aMarkMakesTheFactCertainAndChangesNothingElse(kind: String, note: String, line: Int)
    throws
  {
    let before = try facts(note, line, "")
    func others(_ facts: [String]) -> [String] { facts.filter { !$0.hasPrefix("\(line) \(kind) ") } }
    for tag in try tags(#require(FactKind(rawValue: kind))) {
      let after = try facts(note, line, " #" + tag)
      #expect(after.filter { $0.hasPrefix("\(line) \(kind) ") }.map { $0.split(separator: " ").last } == ["marked"])
      #expect(others(after) == others(before).filter { !Self.contradicts($0, kind, on: line) }, "\(tag)")
    }
  }

  /// Whether a fact of the line cannot be true beside one of `kind`.
  private static func contradicts(_ fact: String, _ kind: String, on line: Int) -> Bool {
    let groups = [
      ["trust.up", "trust.down"], ["commitment.done", "commitment.broken"],
      ["satisfaction.full", "satisfaction.partial", "satisfaction.none"],
    ]
    return groups.contains { group in
      group.contains(kind) && group.contains { $0 != kind && fact.hasPrefix("\(line) \($0) ") }
    }
  }
}
