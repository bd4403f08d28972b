import DealHealth
import FactReading
import SourceText
import Testing

@testable import HealthReports

@Suite struct ExplanationTests {
  @Test(arguments: Rule.all.map(\.code), Language.allCases) func everyRule(code: String, language: Language) throws {
    guard case .found(let rule) = Rule.named(code) else {
      Issue.record("no rule \(code)")
      return
    }
    let text = Explanation(of: rule, language: language).terminal(TerminalStyle(width: 60))
    #expect(text.hasPrefix("\(rule.code) \(rule.name)"))
    #expect(text.split(separator: "\n").allSatisfy { DisplayWidth.columns(of: $0) <= 60 })
    let markdown = Explanation(of: rule, language: language).markdown(level: 3)
    #expect(markdown.hasPrefix("### \(rule.code) \(rule.name)\n"))
    #expect(markdown.contains(rule.why.in(language)))
  }

  @Test func saysFromWhichStageItSpeaks() {
    guard case .found(let rule) = Rule.named("V401") else { return }
    let text = Explanation(of: rule, language: .en).terminal(TerminalStyle(width: 100))
    #expect(text.contains("warning, gate value, from value to exchange"))
  }
}
