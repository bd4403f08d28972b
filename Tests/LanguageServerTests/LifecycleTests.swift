import TestSupport
import Testing

@testable import LanguageServer

@Suite struct LifecycleTests {
  @Test func aConversationBeginsAndEnds() {
    let editor = Editor()
    #expect(editor.capabilities["positionEncoding"] == "utf-8")
    #expect(editor.capabilities["textDocumentSync"]["change"] == 2)
    #expect(editor.request("shutdown", nil)["result"] == .null)
    #expect(editor.request("textDocument/hover", [:])["error"]["code"] == -32600)
    editor.notify("exit", nil)
    #expect(editor.exit == 0)
  }

  @Test func whoSpeaksBeforeHisTurnIsTold() {
    let editor = Editor(fresh: ())
    #expect(editor.request("textDocument/hover", [:])["error"]["code"] == -32002)
    editor.notify("textDocument/didOpen", [:])
    #expect(editor.request("initialize", ["capabilities": 3])["error"]["code"] == -32602)
    #expect(editor.request("initialize", ["capabilities": [:]])["result"] != .null)
    #expect(editor.request("initialize", ["capabilities": [:]])["error"]["code"] == -32600)
    editor.notify("exit", nil)
    #expect(editor.exit == 1)
  }

  @Test(arguments: [
    ("", -32700), ("{", -32700), ("{\"jsonrpc\":\"2.0\",\"id\":{},\"method\":\"x\"}", -32600), ("[]", -32600),
    ("{\"jsonrpc\":\"2.0\"}", -32600), ("\u{0}", -32700), (String(repeating: "[", count: 100_000), -32700),
  ])
  func whatIsNoMessageIsAnswered(content: String, code: Int) {
    let editor = Editor()
    editor.send(raw: content)
    #expect(editor.answers[nil]?["error"]["code"].int == code, "\(content.prefix(40))")
    #expect(editor.request("shutdown", nil)["result"] == .null)
  }

  @Test func methodsAndParametersThatAreNoneAreAnswered() {
    let editor = Editor()
    #expect(editor.request("textDocument/sing", [:])["error"]["code"] == -32601)
    #expect(editor.request("$/sing", [:])["error"]["code"] == -32601)
    #expect(editor.request("textDocument/diagnostic", [:])["error"]["code"] == -32602)
    for method in ["didOpen", "didChange", "didClose", "didSing"] {
      editor.notify("textDocument/" + method, ["textDocument": 4])
      editor.notify("textDocument/" + method, nil)
    }
    editor.edit("file:///nowhere.md", (0, 0, 0, 0), "x")
    editor.close("file:///nowhere.md")
    editor.settle()
    #expect(editor.exit == nil)
  }

  @Test func aMessageThatIsTooLargeIsAnswered() {
    let editor = Editor()
    editor.send([.tooLarge(1 << 40)])
    #expect(editor.answers[nil]?["error"]["code"] == -32600)
    editor.send([.malformed])
    #expect(editor.exit == 1)
  }

  @Test func aClientThatIsGoneEndsIt() {
    let editor = Editor()
    editor.end()
    #expect(editor.exit == 1)
  }

  @Test func theProgramEndsAsTheSessionDoes() throws {
    let folder = TemporaryFolder()
    try folder.write("a.md", "# 2026-11-03 宏泰精密\n\n张总说先看方案。\n")
    let hello = #"{"jsonrpc":"2.0","id":1,"method":"initialize","params":{"capabilities":{}}}"#
    func framed(_ messages: [String]) -> [UInt8] { messages.flatMap { MessageBuffer.framed(Array($0.utf8)) } }
    let bye = [#"{"jsonrpc":"2.0","id":2,"method":"shutdown"}"#, #"{"jsonrpc":"2.0","method":"exit"}"#]
    try folder.write("whole", framed([hello] + bye))
    try folder.write("cut", framed([hello]).dropLast(9))
    try folder.write("noise", [0, 255, 10, 10, 13, 10])
    let whole = try folder.run("rapport lsp < whole")
    #expect(whole.status == 0)
    #expect(String(decoding: whole.output, as: UTF8.self).contains("positionEncoding"))
    #expect(try folder.run("rapport lsp --stdio < cut").status == 1)
    #expect(try folder.run("rapport lsp < noise").status == 1)
    #expect(try folder.run("rapport lsp < /dev/null").status == 1)
    // A client that goes away in the middle of an answer.
    #expect(try folder.run("rapport lsp < whole | head -c 1 >/dev/null").status == 0)
  }
}
