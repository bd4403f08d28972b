import DealJournal
import FactReading
import NoteSyntax
import SourceText
import TestSupport
import Testing

/// What the cases in prose expect. An expectation that does not hold yet stands in `known-misses.txt`; one that stands
/// there and holds fails as well, so that nothing gained is lost again. `BLESS=1 swift test --filter CasesTests`
/// rewrites the list.
@Suite struct CasesTests {
  static let folder = "Tests/Cases"
  static let list = folder + "/known-misses.txt"
  static let names = Checkout.files(under: folder, ending: ".md").filter { !$0.hasSuffix("README.md") }

  @Test(arguments: names) func isWellFormed(name: String) throws {
    let file = CaseFile(parsing: try Checkout.text(name))
    #expect(file.faults == [], "\(name)")
    #expect(!file.cases.isEmpty, "\(name)")
  }

  @Test func holdsButForKnownMisses() throws {
    let misses = try Self.names.flatMap(Self.misses(of:)).sorted()
    if Checkout.isBlessing { return try Checkout.bless(Self.list, misses.map { $0 + "\n" }.joined()) }
    let known = Set(try Checkout.text(Self.list).split(separator: "\n").map(String.init))
    for miss in misses where !known.contains(miss) { Issue.record("no longer holds: \(miss)") }
    for miss in known.subtracting(misses).sorted() {
      Issue.record("holds now, take it off \(Self.list) (BLESS=1): \(miss)")
    }
  }

  private static func misses(of name: String) throws -> [String] {
    CaseFile(parsing: try Checkout.text(name)).cases.flatMap { one in
      let journal = journal(of: one)
      return one.expectations.filter { !$0.holds(of: journal) }.map { expectation in
        "\(name.dropFirst(folder.utf8.count + 1)) | \(one.name) | \(expectation.line)"
      }
    }
  }

  /// The note alone, as of 20 November 2026 or its own last day, if that is later.
  private static func journal(of one: CaseFile.Case) -> Journal {
    let reading = NoteReading(of: Note(parsing: SourceFile(path: one.name, text: one.text)))
    let usual = Day(number: 20_777)
    let journal = Journal(folding: [reading], asOf: usual)
    let last = journal.entries.compactMap(\.day).max() ?? usual
    return last > usual ? Journal(folding: [reading], asOf: last) : journal
  }
}
