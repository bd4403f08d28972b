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
    Set(try findings(text, language).map(\.code))
  }

  /// What is found on an example note.
  func findings(_ text: Text, _ language: Language) throws -> [Finding] {
    let note = Note(parsing: SourceFile(path: "notes.md", text: text.in(language) + "\n"))
    let asOf = try #require(Day(iso: Rule.Example.asOf))
    return Assessment(of: Journal(folding: [NoteReading(of: note)], asOf: asOf)).findings
  }

  /// The deal stands before a message, or above it: `Larkfield: Larkfield has bought` is said twice.
  @Test(arguments: cases) func noMessageRepeatsTheDeal(example: Case) throws {
    for text in [example.rule.example.fires, example.rule.example.silent] {
      for finding in try findings(text, example.language) where finding.deal != nil {
        for message in [finding.message, finding.clears] {
          let words = message.in(example.language)
          #expect(!words.contains("Larkfield") && !words.contains("长风"), "\(finding.code) \(words)")
        }
      }
    }
  }

  @Test(arguments: cases) func speaksAndIsSilent(example: Case) throws {
    let fires = try codes(example.rule.example.fires, example.language)
    let silent = try codes(example.rule.example.silent, example.language)
    #expect(fires.contains(example.rule.code))
    #expect(!silent.contains(example.rule.code))
  }
}
