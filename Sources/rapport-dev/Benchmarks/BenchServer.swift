import FoundationEssentials
import LanguageServer
import Workspace

/// A language server of this build at the other end of two pipes.
final class BenchServer {
  /// It said nothing more, or nothing that makes sense.
  struct Silence: Error {}

  private let process: ChildProcess.Conversation
  private var buffer = MessageBuffer()
  private var waiting: [Envelope] = []

  /// Of a message, what the measurement looks at.
  private struct Envelope: Decodable {
    struct Params: Decodable {
      let version: Int?
    }
    let id: Int?
    let method: String?
    let params: Params?
  }

  /// Starts a server for the notes of a folder, with what `cache` keeps.
  init(folder: String, cache: String) throws {
    process = try ChildProcess.Conversation(
      [MeasuredProgram.path, "lsp", "--as-of", "2026-06-01"], environment: ["RAPPORT_CACHE_DIR": cache])
    try send(
      #"{"id":1,"method":"initialize","params":{"capabilities":{"general":{"positionEncodings":["utf-8"]}},"#
        + #""workspaceFolders":[{"uri":"file://\#(folder)","name":"notes"}]}}"#)
    try send(#"{"method":"initialized","params":{}}"#)
  }

  private func send(_ members: String) throws {
    try process.write(MessageBuffer.framed(Array((#"{"jsonrpc":"2.0","# + members.dropFirst()).utf8)))
  }

  private static func quoted(_ text: String) -> String {
    (try? JSONEncoder().encode(text)).map { String(decoding: $0, as: UTF8.self) } ?? "\"\""
  }

  /// Opens a note.
  func open(_ uri: String, _ text: String) throws {
    try send(
      #"{"method":"textDocument/didOpen","params":{"textDocument":{"uri":"\#(uri)","languageId":"markdown","#
        + #""version":1,"text":\#(Self.quoted(text))}}}"#)
  }

  /// Types on the third line.
  func type(_ uri: String, _ version: Int, _ text: String) throws {
    try send(
      #"{"method":"textDocument/didChange","params":{"textDocument":{"uri":"\#(uri)","version":\#(version)},"#
        + #""contentChanges":[{"range":{"start":{"line":4,"character":2},"end":{"line":4,"character":2}},"#
        + #""text":"\#(text)"}]}}"#)
  }

  /// Asks for completion, and waits for it.
  func complete(_ uri: String, _ id: Int) throws {
    try send(
      #"{"id":\#(id),"method":"textDocument/completion","params":{"textDocument":{"uri":"\#(uri)"},"#
        + #""position":{"line":4,"character":5}}}"#)
    try wait { $0.id == id }
  }

  /// Waits for the diagnostics of a version of the only open note.
  func awaitDiagnostics(version: Int) throws {
    try wait { $0.method == "textDocument/publishDiagnostics" && $0.params?.version == version }
  }

  private func wait(until isWanted: (Envelope) -> Bool) throws {
    if let index = waiting.firstIndex(where: isWanted) {
      waiting.removeSubrange(...index)
      return
    }
    while true {
      while let item = buffer.next() {
        guard case .message(let content) = item else { throw Silence() }
        guard let envelope = try? JSONDecoder().decode(Envelope.self, from: Data(content)) else { continue }
        if isWanted(envelope) { return }
        waiting.append(envelope)
      }
      let bytes = try process.read()
      guard !bytes.isEmpty else { throw Silence() }
      buffer.append(bytes)
    }
  }

  /// Ends the server; gives the most memory that it held, in bytes.
  func end() throws -> Int {
    try send(#"{"id":0,"method":"shutdown"}"#)
    try send(#"{"method":"exit"}"#)
    return try process.end()
  }
}
