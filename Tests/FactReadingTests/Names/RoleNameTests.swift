import NoteSyntax
import SourceText
import Testing

@testable import FactReading

/// People who are called by what they do or whose they are.
@Suite struct RoleNameTests {
  private func roles(_ text: String) -> [String] {
    NoteReading(of: Note(parsing: SourceFile(path: "a.md", text: text))).names.filter { $0.form == .role }.map(
      \.surface)
  }

  @Test(arguments: [
    ("The CFO rang", ["The CFO"]), ("met the CFO", ["the CFO"]), ("met her husband", ["her husband"]),
    ("The procurement woman rang", ["The procurement woman"]), ("met the procurement woman", ["the procurement woman"]),
    ("their QA lady rang", ["their QA lady"]), ("Tom's boss rang", ["Tom's boss"]), ("Mom rang", ["Mom"]),
    ("met that very nice woman", []), ("boss@a.com wrote", []),
  ])
  func inEnglish(text: String, expected: [String]) { #expect(roles(text) == expected) }

  @Test(arguments: [
    ("门卫说不行", ["门卫"]), ("她表弟来了", ["她表弟"]), ("小魏的老板来了", ["小魏的老板"]), ("吴总秘书来了", ["吴总秘书"]),
    ("东机的工程师来了", ["东机的工程师"]), ("江汉路那个店长来了", ["江汉路那个店长"]), ("采购的小姑娘来了", ["采购的小姑娘"]), ("那个店长来了", ["店长"]),
  ])
  func inChinese(text: String, expected: [String]) { #expect(roles(text) == expected) }
}
