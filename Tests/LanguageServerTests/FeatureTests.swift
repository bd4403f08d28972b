import SourceText
import TestSupport
import Testing

@testable import LanguageServer

/// What an editor shows and offers beside diagnostics.
@Suite struct FeatureTests {
  private static let first = """
    # 2026-11-03 宏泰精密

    见了张伟总监，张总说最头疼的是交期，月底必须给说法🙂。
    李总（CFO）最后拍板，预算还没批。
    我下周三把方案发给张总。
    """
  private static let second = """
    # 2026-11-12 宏泰精密

    张总认可我们的方案。

    李总没来。

    """

  private let folder = TemporaryFolder()
  private let editor: Editor
  private let a: String
  private let b: String

  init() throws {
    a = Editor.uri(try folder.write("a.md", Self.first))
    b = Editor.uri(try folder.write("b.md", Self.second))
    editor = Editor(folder.path, encoding: "utf-16")
    editor.open(a, Self.first)
    editor.open(b, Self.second)
    editor.settle()
  }

  private func range(_ line: Int, _ start: Int, _ end: Int) -> JSONValue {
    [
      "start": ["line": .number(Double(line)), "character": .number(Double(start))],
      "end": ["line": .number(Double(line)), "character": .number(Double(end))],
    ]
  }

  @Test func hoverShowsCardsAndHowALineWasRead() {
    let person = editor.ask("hover", b, 2, 1)
    let text = person["contents"]["value"].string ?? ""
    #expect(text.contains("张"))
    #expect(text.contains("需求"))
    #expect(person["range"]["start"] == ["line": 2, "character": 0])
    #expect(text.contains("这一句读成"))
    let deal = editor.ask("hover", b, 0, 15)
    #expect(deal["contents"]["value"].string?.hasPrefix("**宏泰精密**") == true)
    #expect(editor.ask("hover", b, 3, 0) == .null)
    #expect(editor.ask("hover", b, 99, 99) == .null)
  }

  @Test func inlayHintsStandBehindTheirSentences() {
    let hints = editor.result(
      "textDocument/inlayHint", ["textDocument": ["uri": .string(a)], "range": range(0, 0, 0).spanning(5)])
    #expect(!hints.array.isEmpty)
    for hint in hints.array {
      #expect(hint["label"].string?.isEmpty == false)
      #expect(hint["tooltip"]["value"].string?.contains("%") == true)
    }
    #expect(hints.array.contains { $0["position"]["line"] == 2 })
  }

  @Test(arguments: [
    ("@", "@张", "张伟"), ("@", "＠zw", "张伟"), ("@", "@zhangw", "张伟"), ("[[", "[[zhangwei", "[[张伟]]"),
    ("【【", "【【李", "[[李总]]"), ("[[", "[[htjm", "[[宏泰精密]]"), ("#", "＃需求/动", "#需求/动因"), ("#", "#need/dr", "#需求/动因"),
    ("#", "#jieduan/jiaoh", "#阶段/交换"), ("", "阶段：", "交换"), ("", "客户：hong", "宏泰精密"), ("", "参会人：李总、zhang", "张伟"),
    ("", "日期：明", "2026-11-13"), ("", "我们约在下周三", "2026-11-18"), ("", "今天见了zhangw", "张伟"),
  ])
  func completionNeedsNoTemplates(sign: String, typed: String, wanted: String) {
    editor.edit(b, (6, 0, 6, 0), typed)
    let list = editor.ask("completion", b, 6, typed.utf16.count)
    let texts = list["items"].array.compactMap { $0["textEdit"]["newText"].string }
    #expect(texts.contains { $0.contains(wanted) }, "\(typed): \(texts.prefix(5))")
    for item in list["items"].array {
      let start = item["textEdit"]["range"]["start"]["character"].int ?? 0
      let replaced = String(decoding: Array(typed.utf16.dropFirst(start)), as: UTF16.self)
      // Clients that filter for themselves keep what begins as what was typed does.
      let bare = replaced.drop { "@＠#＃[【".contains($0) }
      let filter = item["filterText"].string?.drop { "@#[".contains($0) } ?? ""
      #expect(filter.lowercased().hasPrefix(bare.lowercased()) || wanted.hasPrefix("2026"), "\(filter) \(bare)")
    }
  }

  @Test func placesLeadToEachOther() {
    let definition = editor.ask("definition", b, 2, 1)
    #expect(definition["uri"] == .string(a))
    let params: JSONValue = [
      "textDocument": ["uri": .string(b)], "position": ["line": 2, "character": 1],
      "context": ["includeDeclaration": true],
    ]
    let references = editor.result("textDocument/references", params).array
    #expect(Set(references.map { $0["uri"] }) == [.string(a), .string(b)])
    #expect(references.count >= 3)
    let marked = editor.ask("documentHighlight", a, 4, 10)
    #expect(marked.array.count >= 2)
    let deal = editor.ask("definition", b, 0, 14)
    #expect(deal["uri"] == .string(a))
    #expect(deal["range"]["start"] == ["line": 0, "character": 13])
  }

  @Test func outlinesFoldAndName() {
    let document: JSONValue = ["textDocument": ["uri": .string(a)]]
    let symbols = editor.result("textDocument/documentSymbol", document)
    #expect(symbols[0]["detail"] == "2026-11-03")
    let folds = editor.result("textDocument/foldingRange", document)
    #expect(folds[0]["startLine"] == 0 && folds[0]["endLine"] == 4)
    let found = editor.result("workspace/symbol", ["query": "zhang"])
    #expect(found.array.contains { $0["name"].string?.hasPrefix("张") == true })
    #expect(editor.result("workspace/symbol", ["query": "宏泰"])[0]["kind"] == 3)
    let lens = editor.result("textDocument/codeLens", document)
    #expect(lens[0]["range"]["start"]["line"] == 0)
    #expect(lens[0]["command"]["title"].string?.contains("/") == true)
    let tokens = editor.result("textDocument/semanticTokens/full", document)["data"].array
    #expect(tokens.count % 5 == 0 && tokens.count > 10)
  }

  @Test func namesAreRenamedWhereTheyAreMeant() {
    let place: JSONValue = ["textDocument": ["uri": .string(b)], "position": ["line": 2, "character": 1]]
    #expect(editor.result("textDocument/prepareRename", place)["placeholder"] == "张总")
    let edit = editor.result(
      "textDocument/rename",
      ["textDocument": ["uri": .string(b)], "position": ["line": 2, "character": 1], "newName": "张伟"])
    let after = editor.text(Self.second, of: b, after: edit)
    #expect(after == Self.second.replacing("张总", with: "张伟"))
    #expect(editor.text(Self.first, of: a, after: edit) == Self.first.replacing("张总", with: "张伟"))
    let deal = editor.result(
      "textDocument/rename",
      ["textDocument": ["uri": .string(b)], "position": ["line": 0, "character": 14], "newName": "宏泰"])
    #expect(editor.text(Self.second, of: b, after: deal) == Self.second.replacing("宏泰精密", with: "宏泰"))
    for name in ["", " ", "a\nb"] {
      let failure = editor.request(
        "textDocument/rename",
        ["textDocument": ["uri": .string(b)], "position": ["line": 2, "character": 1], "newName": .string(name)])
      #expect(failure["error"]["code"] == -32602)
    }
    let nobody = editor.request(
      "textDocument/rename",
      ["textDocument": ["uri": .string(b)], "position": ["line": 3, "character": 0], "newName": "x"])
    #expect(nobody["error"]["code"] == -32803)
  }

  @Test func whatWasInferredIsMadeAMarkOrDenied() {
    let params: JSONValue = [
      "textDocument": ["uri": .string(a)], "range": range(2, 0, 10), "context": ["diagnostics": []],
    ]
    let actions = editor.result("textDocument/codeAction", params).array
    let mark = actions.first { $0["title"].string?.hasPrefix("标记为") == true }
    #expect(mark != nil)
    let tag = mark?["title"].string?.components(separatedBy: " ").last ?? "?"
    let marked = editor.text(Self.first, of: a, after: mark?["edit"] ?? .null)
    #expect(marked.contains(" " + tag))
    #expect(actions.contains { $0["title"].string?.hasPrefix("不是这样") == true })
    editor.edit(a, nil, marked)
    let hints = editor.result("textDocument/codeAction", params).array
    #expect(!hints.contains { $0["title"] == mark?["title"] })
  }

  @Test func findingsAreLetBeWithAReason() {
    editor.edit(b, (6, 0, 6, 0), "#satge/needs\n")
    let found =
      editor.diagnostics(b)?.first { $0["code"].string?.hasPrefix("J") == false }
      ?? editor.diagnostics(a)?.first
    let uri = editor.diagnostics(b)?.contains { $0["code"].string?.hasPrefix("J") == false } == true ? b : a
    let text = uri == a ? Self.first : Self.second
    let actions = editor.result(
      "textDocument/codeAction",
      [
        "textDocument": ["uri": .string(uri)], "range": found?["range"] ?? .null,
        "context": ["diagnostics": .array([found ?? .null])],
      ])
    let code = found?["code"].string ?? "?"
    let action = actions.array.first { $0["title"].string?.contains(code) == true }
    let after = editor.text(text, of: uri, after: action?["edit"] ?? .null)
    #expect(after.contains("<!-- rapport: ignore \(code)"))
    editor.edit(uri, nil, after)
    #expect(editor.diagnostics(uri)?.contains { $0["data"] == found?["data"] } == false)
  }

  @Test func somebodyIsAddedToTheTeam() throws {
    func action() -> JSONValue? {
      editor.result(
        "textDocument/codeAction",
        ["textDocument": ["uri": .string(b)], "range": range(2, 0, 0), "context": ["diagnostics": []]]
      ).array.first { $0["title"].string?.contains("自己人") == true }
    }
    #expect(action()?["edit"]["documentChanges"][1]["edits"][0]["newText"] == "team: [张总]\n")
    let settings = Editor.uri(folder.path + "/rapport.yml")
    for (before, after) in [
      ("team: [小陈]\n", "team: [小陈, 张总]\n"), ("team:\n  - 小陈\n", "team:\n  - 张总\n  - 小陈\n"),
      ("# ours\n", "# ours\nteam: [张总]\n"),
    ] {
      try folder.write("rapport.yml", before)
      let edit = action()?["edit"] ?? .null
      #expect(editor.text(before, of: settings, after: edit) == after)
    }
  }

  @Test func commandsWritePagesAndNotes() {
    func execute(_ command: String, _ arguments: JSONValue = [[:]]) -> JSONValue {
      editor.request("workspace/executeCommand", ["command": .string(command), "arguments": arguments])
    }
    #expect(execute("rapport.report")["result"].string?.contains("宏泰精密") == true)
    #expect(execute("rapport.weekly")["result"].string?.contains("2026-W47") == true)
    #expect(execute("rapport.deal", [["deal": "宏泰精密"]])["result"].string?.contains("宏泰精密") == true)
    #expect(execute("rapport.sing")["error"]["code"] == -32602)
    let uri = execute("rapport.newNote", [["deal": "宏泰精密"]])["result"]
    #expect(uri.string?.hasPrefix("file:///") == true)
    let edit = editor.asked.last { $0["method"] == "workspace/applyEdit" }?["params"]["edit"]
    #expect(edit?["documentChanges"][0]["kind"] == "create")
    let text = edit?["documentChanges"][1]["edits"][0]["newText"].string ?? ""
    #expect(text.hasPrefix("# 宏泰精密\n\n<!-- 还没弄清的"))
    #expect(uri.string?.hasSuffix("/2026-11-20%20%E5%AE%8F%E6%B3%B0%E7%B2%BE%E5%AF%86.md") == true)
  }

  @Test func featuresCanBeSwitchedOff() {
    let off: JSONValue = [
      "completion": false, "hover": false, "symbols": false, "inlayHints": false, "codeLens": false,
      "semanticTokens": false, "language": 3,
    ]
    let editor = Editor(folder.path, options: off)
    for name in ["completion", "hover", "documentSymbol", "workspaceSymbol", "inlayHint", "codeLens", "semanticTokens"]
    {
      #expect(editor.capabilities[name + "Provider"] == .null, "\(name)")
      #expect(self.editor.capabilities[name + "Provider"] != .null, "\(name)")
    }
  }

  @Test func nothingIsKnownOfADocumentThatIsNotOpen() {
    for method in ["hover", "completion", "definition", "documentHighlight", "prepareRename"] {
      #expect(editor.ask(method, "file:///nowhere.md", 0, 0) == .null)
    }
  }
}

extension JSONValue {
  /// The range with its end some lines below.
  fileprivate func spanning(_ lines: Int) -> JSONValue {
    ["start": self["start"], "end": ["line": .number(Double(lines)), "character": 0]]
  }
}
