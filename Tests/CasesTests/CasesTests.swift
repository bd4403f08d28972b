import DealHealth
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

  /// Every rule is shown at work in prose, in both languages: a note on which it speaks, a near miss, a note right before
  /// its first stage, and one of each kind of selling in which it is silent. What is not read yet shows nothing.
  @Test func showEveryRuleAtWork() throws {
    // Of J001 see `theEncodingsTranscriptShowsJ001`.
    var missing = Rule.all.filter { $0.code != "J001" }
      .reduce(into: Set<RuleCase>()) { $0.formUnion(RuleCase.all(of: $1)) }
    for name in Self.names {
      for one in CaseFile(parsing: try Checkout.text(name)).cases {
        let journal = Self.journal(of: one.text, name: one.name)
        for expectation in one.expectations where expectation.holds(of: journal, profile: one.profile) {
          guard let (rule, speaks) = expectation.rule else { continue }
          missing.subtract(
            RuleCase.shown(by: one.text, of: rule, speaks: speaks, profile: one.profile) {
              Self.journal(of: $0, name: one.name)
            })
        }
      }
    }
    #expect(missing.isEmpty, "no case in \(Self.folder)/rules shows this: \(missing.map(\.description).sorted())")
  }

  /// J001 is about bytes that are no text, which cannot stand in prose.
  @Test func theEncodingsTranscriptShowsJ001() throws {
    let transcript = try Checkout.text("Tests/Transcripts/encodings.txt")
    for words in ["J001 unreadable-note: This note ", "J001 unreadable-note: 这份笔记"] {
      #expect(transcript.contains(words), "\(words)")
    }
  }

  /// Notes of one file that bear the same name are told apart by a number, or the miss of one would excuse the others.
  private static func misses(of name: String) throws -> [String] {
    var seen: [String: Int] = [:]
    return CaseFile(parsing: try Checkout.text(name)).cases.flatMap { one in
      seen[one.name, default: 0] += 1
      let number = seen[one.name].map { $0 > 1 ? " (\($0))" : "" } ?? ""
      let journal = journal(of: one.text, name: one.name)
      return one.expectations.filter { !$0.holds(of: journal, profile: one.profile) }.map { expectation in
        "\(name.dropFirst(folder.utf8.count + 1)) | \(one.name)\(number) | \(expectation.line)"
      }
    }
  }

  /// The note alone, as of 20 November 2026 or its own last day, if that is later.
  private static func journal(of text: String, name: String) -> Journal {
    let reading = NoteReading(of: Note(parsing: SourceFile(path: name, text: text)))
    let usual = Day(number: 20_777)
    let journal = Journal(folding: [reading], asOf: usual)
    let last = journal.entries.compactMap(\.day).max() ?? usual
    return last > usual ? Journal(folding: [reading], asOf: last) : journal
  }
}
