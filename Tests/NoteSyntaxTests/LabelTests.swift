import NoteSyntax
import SourceText
import Testing

/// Which words before a colon are a label, and what its value is.
@Suite struct LabelTests {
  private func labels(_ text: String, _ path: String = "a.txt") -> [String] {
    let note = Note(parsing: SourceFile(path: path, text: text))
    return note.labels.map { "\($0.name)=\(note.text.string($0.value))" }
  }

  @Test(arguments: [
    ("客户：宏泰", ["客户=宏泰"]), ("• 客户：宏泰", ["客户=宏泰"]), ("📌 Budget: 20k", ["budget=20k"]),
    ("【客户】宏泰", ["客户=宏泰"]), ("客户：宏泰，金额：20万", ["客户=宏泰", "金额=20万"]),
    ("Budget: 20k; Owner: Ann", ["budget=20k", "owner=Ann"]), ("Deal (new): Acme", ["deal (new)=Acme"]),
  ])
  func areRead(line: String, expected: [String]) { #expect(labels(line) == expected) }

  /// Somebody's words, an aside, a link, a time and an address are none.
  @Test(arguments: [
    "\"Price: too high\" he said", "“价格：太高”他说", "(aside: not now)", "[note: x]", "10:30 met Ann", "http://a.b",
    "He came. Then: nothing", "他来了。然后：没了", "“他说”的：是", "等等…：好", ": x", "met: 1:1 with Ann",
  ])
  func areNone(line: String) {
    #expect(labels(line).filter { !$0.hasPrefix("met=") } == [])
  }

  /// A field of a template that nobody filled in has no value.
  @Test(arguments: [
    "Owner: ____", "Owner: ....", "Owner: -- --", "Owner: {{NAME}}", "Owner:", "负责人：____",
  ])
  func placeholdersSayNothing(line: String) { #expect(labels(line).allSatisfy { $0.hasSuffix("=") }) }

  @Test(arguments: [
    ("Owner: -5", "-5"), ("Owner: A.", "A."), ("Owner: {{x", "{{x"), ("Owner: -", "-"), ("Owner: a_b", "a_b"),
  ])
  func valuesAreNoPlaceholders(line: String, value: String) { #expect(labels(line) == ["owner=" + value]) }
}
