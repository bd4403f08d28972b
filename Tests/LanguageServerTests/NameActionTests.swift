import SourceText
import TestSupport
import Testing

@testable import LanguageServer

/// What an editor offers about names and findings that can be settled.
@Suite struct NameActionTests {
  private static let first = """
    # 2026-11-03 宏泰精密

    见了张伟总监，张敏经理也在，张伟说最头疼的是交期。
    张总还没答应。
    """
  private static let second = """
    # 2026-11-12 Acme Mills

    Met Dana Reed, COO. Dana Reed wants fewer breakdowns. #ned/driver

    """

  private let folder = TemporaryFolder()
  private let editor: Editor
  private let a: String
  private let b: String

  init() throws {
    a = Editor.uri(try folder.write("a.md", Self.first))
    b = Editor.uri(try folder.write("b.md", Self.second))
    editor = Editor(folder.path)
    editor.open(a, Self.first)
    editor.open(b, Self.second)
    editor.settle()
  }

  private func actions(_ uri: String, _ line: Int, _ column: Int, about found: JSONValue? = nil) -> [JSONValue] {
    let place: JSONValue = ["line": .number(Double(line)), "character": .number(Double(column))]
    return editor.result(
      "textDocument/codeAction",
      [
        "textDocument": ["uri": .string(uri)], "range": found?["range"] ?? ["start": place, "end": place],
        "context": ["diagnostics": .array(found.map { [$0] } ?? [])],
      ]
    ).array
  }

  private func people() -> [String] { editor.assessed?.journal.people.map(\.name) ?? [] }

  @Test func aMisspeltMarkIsMended() throws {
    let found = try #require(editor.diagnostics(b)?.first { $0["code"] == "J003" })
    let action = try #require(actions(b, 0, 0, about: found).first { $0["isPreferred"] == true })
    let after = editor.text(Self.second, of: b, after: action["edit"])
    #expect(after == Self.second.replacing("#ned/driver", with: "#need/driver"))
    editor.edit(b, nil, after)
    #expect(editor.diagnostics(b)?.contains { $0["code"] == "J003" } == false)
  }

  @Test func whatIsOpenIsListedAndReadAsNothing() throws {
    let facts = editor.assessed?.journal.facts.count
    let action = try #require(actions(b, 0, 15).first { $0["kind"] == "source" })
    #expect(action["title"] == "Ask what is still open for Acme Mills")
    let after = editor.text(Self.second, of: b, after: action["edit"])
    #expect(after.hasPrefix("# 2026-11-12 Acme Mills\n\n<!-- Still open"))
    #expect(after.replacing(/<!--[^>]*-->\n\n?/, with: "").filter { $0 != "\n" } == Self.second.filter { $0 != "\n" })
    editor.edit(b, nil, after)
    _ = editor.diagnostics(b)
    #expect(editor.assessed?.journal.facts.count == facts)
  }

  @Test func twoNamesAreOnePerson() throws {
    try folder.write("rapport.yml", "# ours\n")
    let action = try #require(actions(a, 2, 6).first { $0["title"].string?.hasSuffix(" are one person") == true })
    let edit = action["edit"]["changes"][Editor.uri(folder.path + "/rapport.yml")][0]["newText"].string ?? ""
    #expect(edit.hasPrefix("people:\n  张"))
    try folder.write("rapport.yml", "# ours\n" + edit)
    editor.notify(
      "workspace/didChangeWatchedFiles",
      ["changes": [["uri": .string(Editor.uri(folder.path + "/rapport.yml")), "type": 2]]])
    let before = people()
    editor.settle()
    #expect(people().count == before.count - 1)
  }

  @Test func whoIsMeantCanBeSaid() throws {
    // Two people may be 张总; who it is, the writer says.
    let action = try #require(actions(a, 3, 1).first { $0["title"] == "This 张总 is 张敏" })
    let after = editor.text(Self.first, of: a, after: action["edit"])
    #expect(after == Self.first.replacing("张总", with: "[[张敏|张总]]"))
    editor.edit(a, nil, after)
    _ = editor.diagnostics(a)
    let meant = editor.assessed?.journal.people.first { $0.name == "张敏" }
    #expect(meant?.surfaces.contains("张总") == true)
  }
}
