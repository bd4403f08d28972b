import DealJournal
import FactReading
import NoteSyntax
import SourceText
import Testing

@testable import DealHealth

/// Each rule's own example, from bytes to finding, in both languages.
@Suite struct RuleExampleTests {
  /// A rule and a language.
  struct Case: Sendable, CustomTestStringConvertible {
    let rule: Rule
    let language: Language
    var testDescription: String { "\(rule.code) \(language.rawValue)" }
  }

  // J001 is about bytes that are no text: nothing that could stand here.
  static let cases = Rule.all.filter { $0.code != "J001" }.flatMap { rule in
    Language.allCases.map { Case(rule: rule, language: $0) }
  }

  /// The codes that speak on an example note.
  func codes(_ text: Text, _ language: Language) throws -> Set<String> {
    let note = Note(parsing: SourceFile(path: "notes.md", text: text.in(language) + "\n"))
    let asOf = try #require(Day(iso: Rule.Example.asOf))
    return Set(Assessment(of: Journal(folding: [NoteReading(of: note)], asOf: asOf)).findings.map(\.code))
  }

  @Test(arguments: cases) func speaksAndIsSilent(example: Case) throws {
    let fires = try codes(example.rule.example.fires, example.language)
    let silent = try codes(example.rule.example.silent, example.language)
    #expect(fires.contains(example.rule.code))
    #expect(!silent.contains(example.rule.code))
  }
}
