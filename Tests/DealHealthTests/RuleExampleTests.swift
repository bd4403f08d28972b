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

  /// The codes that speak on an example note, or with those that wait on another.
  func codes(_ text: Text, _ language: Language, withWaiting: Bool = false) throws -> Set<String> {
    Set(try findings(text, language, withWaiting: withWaiting).map(\.code))
  }

  /// What is found on an example note.
  func findings(_ text: Text, _ language: Language, withWaiting: Bool = true) throws -> [Finding] {
    let note = Note(parsing: SourceFile(path: "notes.md", text: text.in(language) + "\n"))
    let asOf = try #require(Day(iso: Rule.Example.asOf))
    let assessment = Assessment(of: Journal(folding: [NoteReading(of: note)], asOf: asOf))
    return assessment.findings + (withWaiting ? assessment.waiting : [])
  }

  /// The deal stands before a message, or above it: `Larkfield: Larkfield has bought` is said twice.
  @Test(arguments: cases) func noMessageRepeatsTheDeal(example: Case) throws {
    for text in [example.rule.example.fires, example.rule.example.silent, example.rule.example.nearMiss] {
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
    let silent = try codes(example.rule.example.silent, example.language, withWaiting: true)
    let nearMiss = try codes(example.rule.example.nearMiss, example.language, withWaiting: true)
    #expect(fires.contains(example.rule.code))
    #expect(!silent.contains(example.rule.code))
    #expect(!nearMiss.contains(example.rule.code))
  }

  /// What is no fault in a kind of selling is not told of it, and what is, is.
  @Test(arguments: cases) func keepsToItsProfiles(example: Case) throws {
    guard example.rule.gate != nil else { return }
    let note = Note(
      parsing: SourceFile(path: "notes.md", text: example.rule.example.fires.in(example.language) + "\n"))
    let asOf = try #require(Day(iso: Rule.Example.asOf))
    let journal = Journal(folding: [NoteReading(of: note)], asOf: asOf)
    for profile in Profile.allCases {
      let found = Assessment(of: journal, settings: FolderSettings(RuleSettings(profile: profile)))
      let speaks = (found.findings + found.waiting).contains { $0.code == example.rule.code }
      #expect(speaks == !example.rule.silentFor.contains(profile), "\(profile)")
    }
  }

  /// A rule speaks neither before its first stage nor after its last, whatever the notes say.
  @Test(arguments: cases) func keepsToItsStages(example: Case) throws {
    let stages = example.rule.stages
    let fires = example.rule.example.fires
    for stage in Stage.allCases where !stages.contains(stage) {
      var text = fires
      for own in Stage.allCases { text = text.moved(from: own, to: stage) }
      guard text != fires else { continue }
      #expect(try !codes(text, example.language, withWaiting: true).contains(example.rule.code), "\(stage)")
    }
  }
}

extension Text {
  /// The same notes with the stage of their headings changed.
  fileprivate func moved(from: Stage, to: Stage) -> Text {
    Text(
      en: en.replacing("#stage/\(from.rawValue)", with: "#stage/\(to.rawValue)"),
      zh: zh.replacing("#阶段/\(Self.chinese[from] ?? "")", with: "#阶段/\(Self.chinese[to] ?? "")"))
  }

  private static let chinese: [Stage: String] = [
    .lead: "线索", .opportunity: "商机", .needs: "需求", .value: "价值", .exchange: "交换", .care: "经营", .lost: "丢单",
  ]
}
