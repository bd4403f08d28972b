import SourceText
import Testing

@testable import NoteSyntax

@Suite struct YAMLNodeTests {
  @Test func spansCountBytes() throws {
    let text = "客户: 华驰\ntags: [重点, b]\n"
    let root = try #require(try YAMLNode.parse(text.utf8))
    guard case .mapping(let pairs) = root.value, pairs.count == 2 else {
      Issue.record("no mapping")
      return
    }
    let source = SourceFile(path: "a.yml", text: text)
    #expect(pairs.map { source.text(of: $0.key.span) } == ["客户", "tags"])
    #expect(source.text(of: pairs[0].value.span) == "华驰")
    #expect(source.text(of: pairs[1].value.span) == "[重点, b]")
    #expect(pairs[1].value.line == 2)
  }

  @Test func refusesWhatBlowsUp() {
    #expect(throws: YAMLNode.Fault.self) { try YAMLNode.parse("a: &x 1\nb: *x".utf8) }
    #expect(throws: YAMLNode.Fault.self) { try YAMLNode.parse(String(repeating: "[", count: 50_000).utf8) }
    #expect(throws: YAMLNode.Fault(parser: "did not find expected ',' or ']'", line: 2)) {
      try YAMLNode.parse("a: [b\nc: d]".utf8)
    }
  }

  @Test func anEmptyStreamIsNothing() throws {
    #expect(try YAMLNode.parse("".utf8)?.text == nil)
    #expect(try YAMLNode.parse("# only a comment\n".utf8)?.text == nil)
  }
}
