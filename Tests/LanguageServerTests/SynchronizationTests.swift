import TestSupport
import Testing

@testable import LanguageServer

@Suite struct SynchronizationTests {
  private static let note = "# 2026-11-03 宏泰精密\r\n\r\n张总🙂说月底要定，预算批了50万。\r\n"

  @Test(arguments: ["utf-8", "utf-16", "utf-32"])
  func changesByRangeAreAppliedInTheUnitsAgreedUpon(encoding: String) throws {
    let folder = TemporaryFolder()
    let uri = Editor.uri(try folder.write("a.md", Self.note))
    let editor = Editor(folder.path, encoding: encoding)
    editor.open(uri, Self.note)
    let name = encoding == "utf-8" ? 6 : 2
    let smile = encoding == "utf-8" ? 4 : encoding == "utf-16" ? 2 : 1
    editor.edit(uri, (2, name, 2, name + smile), "！")
    editor.edit(uri, (2, 0, 2, name), "李总")
    editor.edit(uri, (4, 0, 4, 0), "#satge/needs\r\n")
    let found = editor.diagnostics(uri)?.first { $0["code"] == "J003" }
    #expect(found?["range"]["start"] == ["line": 3, "character": 0])
    #expect(found?["range"]["end"]["character"] == 12)
  }

  @Test func whatIsOnTheScreenCountsAndThenTheDisk() throws {
    let folder = TemporaryFolder()
    let uri = Editor.uri(try folder.write("a.md", Self.note))
    try folder.write("b.md", Self.note)
    let editor = Editor(folder.path)
    editor.open(uri, Self.note + "#satge/needs\n")
    #expect(editor.codes(uri)?.contains("J003") == true)
    #expect(editor.notifications.last?["params"]["version"] == 1)
    editor.close(uri)
    #expect(editor.codes(uri) == [])
    #expect(editor.notifications.last?["params"]["version"] == .null)
    editor.open(uri, Self.note)
    #expect(editor.codes(uri)?.contains("J003") == false)
  }

  @Test func allNotesAreToldOfWhenAskedFor() throws {
    let folder = TemporaryFolder()
    let a = Editor.uri(try folder.write("a.md", Self.note + "#satge/needs\n"))
    let b = Editor.uri(try folder.write("b.md", Self.note))
    let editor = Editor(folder.path, options: ["diagnostics": "workspace"])
    #expect(editor.codes(a)?.contains("J003") == true)
    editor.open(b, Self.note)
    _ = editor.codes(b)
    editor.close(b)
    try folder.write("a.md", Self.note)
    editor.notify("workspace/didChangeWatchedFiles", ["changes": [["uri": .string(a), "type": 2]]])
    #expect(editor.codes(a)?.contains("J003") == false)
    editor.notify("workspace/didChangeConfiguration", ["settings": ["rapport": ["diagnostics": "open"]]])
    editor.notify(
      "workspace/didChangeWorkspaceFolders",
      ["event": ["added": [], "removed": [["uri": .string(Editor.uri(folder.path)), "name": "x"]]]])
    #expect(editor.codes(a) == [])
  }

  @Test func filesAndSettingsAreWatched() throws {
    let folder = TemporaryFolder()
    let uri = Editor.uri(try folder.write("a.md", Self.note))
    let watching: JSONValue = ["workspace": ["didChangeWatchedFiles": ["dynamicRegistration": true]]]
    let editor = Editor(folder.path, capabilities: watching)
    #expect(editor.asked.contains { $0["method"] == "client/registerCapability" })
    editor.open(uri, Self.note)
    editor.settle()
    let settings = Editor.uri(try folder.write("rapport.yml", "taem: [a]\n"))
    editor.notify("workspace/didChangeWatchedFiles", ["changes": [["uri": .string(settings), "type": 1]]])
    #expect(editor.diagnostics(settings)?.first?["message"].string?.contains("team") == true)
    try folder.write("rapport.yml", "team: [a]\n")
    editor.notify("workspace/didChangeWatchedFiles", ["changes": [["uri": .string(settings), "type": 2]]])
    #expect(editor.diagnostics(settings) == [])
    // What is open is the editor's affair, whatever happens to the file.
    try folder.write("a.md", "")
    editor.notify("workspace/didChangeWatchedFiles", ["changes": [["uri": .string(uri), "type": 2]]])
    #expect(editor.work.isEmpty)
  }

  @Test func foldersAreJournalsByThemselves() throws {
    let one = TemporaryFolder()
    let two = TemporaryFolder()
    let a = Editor.uri(try one.write("a.md", "2026-11-03 宏泰精密\n张总说先看方案。 #satge/needs\n"))
    let b = Editor.uri(try two.write("b.md", "2026-11-03 Corvane\n#satge/needs Dana Reed\n"))
    let editor = Editor(one.path, two.path)
    editor.open(a, "2026-11-03 宏泰精密\n张总说先看方案。 #satge/needs\n")
    editor.open(b, "2026-11-03 Corvane\n#satge/needs Dana Reed\n")
    #expect(editor.codes(a)?.contains("J003") == true)
    #expect(editor.codes(b)?.contains("J003") == true)
    // Chinese where the notes are Chinese.
    #expect(editor.diagnostics(a)?.first { $0["code"] == "J003" }?["message"].string?.contains("标记") == true)
    #expect(editor.diagnostics(b)?.first { $0["code"] == "J003" }?["message"].string?.contains("标记") == false)
  }

  @Test func documentsOutsideOfAllFoldersAreReadByThemselves() throws {
    let folder = TemporaryFolder()
    let elsewhere = TemporaryFolder()
    try folder.write("a.md", Self.note)
    let outside = Editor.uri(try elsewhere.write("o.md", "2026-11-03 #satge/needs\n"))
    let editor = Editor(folder.path)
    editor.open(outside, "2026-11-03 #satge/needs\n")
    #expect(editor.codes(outside)?.contains("J003") == true)
    editor.close(outside)
    #expect(editor.codes(outside) == [])
    let unsaved = "untitled:Untitled-1"
    editor.open(unsaved, "")
    #expect(editor.codes(unsaved) == [])
    editor.edit(unsaved, (0, 0, 0, 0), "2026-11-03 宏泰精密 #satge/needs")
    #expect(editor.codes(unsaved)?.contains("J003") == true)
    editor.close(unsaved)
    #expect(editor.codes(unsaved) == [])
    // Without a folder there are notes as well.
    let alone = Editor()
    alone.open(unsaved, "2026-11-03 #satge/needs")
    #expect(alone.codes(unsaved)?.contains("J003") == true)
  }

  @Test func whatGitLeavesOutIsNoPartOfTheJournal() throws {
    let folder = TemporaryFolder()
    _ = try folder.run("git init -q .")
    try folder.write(".gitignore", "drafts/\n")
    try folder.write("a.md", Self.note)
    let draft = Editor.uri(try folder.write("drafts/b.md", "2026-11-04 宏泰精密\n#satge/needs\n"))
    let note = Editor.uri(folder.path + "/a.md")
    let editor = Editor(folder.path)
    editor.open(note, Self.note)
    let before = editor.diagnostics(note)
    editor.open(draft, "2026-11-04 宏泰精密\n#satge/needs\n")
    #expect(editor.codes(draft)?.contains("J003") == true)
    #expect(editor.diagnostics(note) == before)
  }

  @Test func aNoteThatIsNotSavedYetBelongsToItsFolder() throws {
    let folder = TemporaryFolder()
    try folder.write("a.md", Self.note)
    let new = Editor.uri(folder.path + "/new.md")
    let editor = Editor(folder.path)
    editor.open(new, "2026-11-04 宏泰精密的张总说先看方案\n#satge/needs\n")
    #expect(editor.codes(new)?.contains("J003") == true)
    let found = editor.diagnostics(new)?.first { $0["code"] == "J003" }
    #expect(found?["codeDescription"]["href"] == "file:///rules/J003-unknown-mark.zh.md")
  }

  @Test func diagnosticsCanBeAskedFor() throws {
    let folder = TemporaryFolder()
    let uri = Editor.uri(try folder.write("a.md", Self.note))
    let pulling: JSONValue = [
      "textDocument": ["diagnostic": [:]], "workspace": ["diagnostics": ["refreshSupport": true]],
    ]
    let editor = Editor(folder.path, capabilities: pulling)
    #expect(editor.capabilities["diagnosticProvider"]["interFileDependencies"] == true)
    editor.open(uri, Self.note + "#satge/needs\n")
    let params: JSONValue = ["textDocument": ["uri": .string(uri)]]
    let report = editor.result("textDocument/diagnostic", params)
    #expect(report["kind"] == "full")
    #expect(report["items"].array.contains { $0["code"] == "J003" })
    let again = editor.result(
      "textDocument/diagnostic", ["textDocument": ["uri": .string(uri)], "previousResultId": report["resultId"]])
    #expect(again["kind"] == "unchanged")
    #expect(!editor.notifications.contains { $0["method"] == "textDocument/publishDiagnostics" })
    #expect(editor.asked.contains { $0["method"] == "workspace/diagnostic/refresh" })
  }

  @Test func whatGathersIsDoneAtOnce() throws {
    let folder = TemporaryFolder()
    let uri = Editor.uri(try folder.write("a.md", Self.note))
    let editor = Editor(folder.path)
    editor.open(uri, Self.note)
    editor.settle()
    for letter in ["a", "b", "c", "d"] { editor.edit(uri, (0, 0, 0, 0), letter) }
    #expect(editor.work.count == 1)
    editor.doNextWork()
    #expect(editor.work.count == 1)
    editor.doNextWork()
    #expect(editor.work.isEmpty)
    #expect(editor.notifications.last?["params"]["version"] == 5)
  }

  @Test func requestsAreTakenBack() throws {
    let folder = TemporaryFolder()
    let uri = Editor.uri(try folder.write("a.md", Self.note))
    let editor = Editor(folder.path)
    editor.open(uri, Self.note)
    let id = editor.begin("textDocument/diagnostic", ["textDocument": ["uri": .string(uri)]])
    editor.notify("$/cancelRequest", ["id": id])
    #expect(editor.answers[id]?["error"]["code"] == -32800)
    // One that was taken back before it was looked at.
    let message: JSONValue = ["jsonrpc": "2.0", "id": "x", "method": "shutdown"]
    let cancel: JSONValue = ["jsonrpc": "2.0", "method": "$/cancelRequest", "params": ["id": "x"]]
    editor.send([.message(message.bytes), .message(cancel.bytes)])
    #expect(editor.answers["x"]?["error"]["code"] == -32800)
    #expect(editor.request("shutdown", nil)["result"] == .null)
  }

  @Test func theFirstReadingIsShown() throws {
    let folder = TemporaryFolder()
    try folder.write("a.md", Self.note)
    let editor = Editor(folder.path, capabilities: ["window": ["workDoneProgress": true]])
    editor.settle()
    let kinds = editor.notifications.filter { $0["method"] == "$/progress" }.map { $0["params"]["value"]["kind"] }
    #expect(kinds == ["begin", "end"])
  }
}
