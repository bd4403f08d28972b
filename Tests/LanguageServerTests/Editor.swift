import DealHealth
import NoteSyntax
import SourceText
import TestSupport
import Testing

@testable import LanguageServer

/// An editor that talks to a session in this process, step by step: work is done when the editor waits for something.
final class Editor {
  private let session: LanguageSession
  private(set) var work: [JournalWork] = []
  /// What has arrived and was not asked for, in order.
  private(set) var notifications: [JSONValue] = []
  /// What the server asked the editor for.
  private(set) var asked: [JSONValue] = []
  private(set) var answers: [JSONValue: JSONValue] = [:]
  private(set) var exit: Int32?
  private var nextID = 0
  private var versions: [String: Int] = [:]
  private(set) var capabilities = JSONValue.null

  /// A session that has not been initialized.
  init(fresh: Void, asOf: String = "2026-11-20") {
    let day = Day(iso: asOf) ?? Day(number: 0)
    session = LanguageSession(day: { day }, rulePages: "/rules")
  }

  /// A session with these folders open.
  convenience init(
    _ folders: String..., encoding: String? = "utf-8", capabilities: JSONValue = [:], options: JSONValue = nil,
    asOf: String = "2026-11-20"
  ) {
    self.init(fresh: (), asOf: asOf)
    var offered: [String: JSONValue] = [:]
    if case .object(let given) = capabilities { offered = given }
    if let encoding { offered["general"] = ["positionEncodings": [.string(encoding)]] }
    let roots = folders.map { JSONValue.object(["uri": .string(Self.uri($0)), "name": "root"]) }
    let result = request(
      "initialize",
      [
        "processId": nil, "rootUri": nil, "workspaceFolders": .array(roots), "capabilities": .object(offered),
        "initializationOptions": options,
      ])
    self.capabilities = result["result"]["capabilities"]
    notify("initialized", [:])
  }

  /// What is known of the first journal.
  var assessed: Assessment? { session.journals.sorted { $0.key < $1.key }.first?.value.assessed?.assessment }

  /// The text of a document after the edits that a workspace edit has for it.
  func text(_ text: String, of uri: String, after edit: JSONValue) -> String {
    var document = EditedDocument(uri: uri, languageID: "markdown", version: 1, text: text)
    let edits = edit["changes"][uri].array.map { edit in
      func place(_ key: String) -> TextPosition {
        TextPosition(line: edit["range"][key]["line"].int ?? 0, character: edit["range"][key]["character"].int ?? 0)
      }
      return EditedDocument.Change(
        range: TextRange(start: place("start"), end: place("end")), text: edit["newText"].string ?? "")
    }
    let origin = TextPosition(line: 0, character: 0)
    let encoding = capabilities["positionEncoding"].string.flatMap(PositionEncoding.init) ?? .utf16
    // From the end, so that no edit moves another.
    document.apply(
      edits.sorted { ($1.range?.start ?? origin) < ($0.range?.start ?? origin) }, version: 2, encoding)
    return document.source.text(of: Span(0, document.source.bytes.count))
  }

  static func uri(_ path: String) -> String { DocumentURI.uri(ofFile: path) }

  // MARK: Talking

  func send(raw content: String) { send([.message(Array(content.utf8))]) }

  func send(_ items: [MessageBuffer.Item]) { take(session.receive(items)) }

  func notify(_ method: String, _ params: JSONValue) {
    send(
      raw: String(
        decoding: JSONValue.object(["jsonrpc": "2.0", "method": .string(method), "params": params]).bytes, as: UTF8.self
      ))
  }

  /// Sends a request without waiting for its answer; gives its id.
  @discardableResult
  func begin(_ method: String, _ params: JSONValue) -> JSONValue {
    nextID += 1
    let id = JSONValue.number(Double(nextID))
    let message: JSONValue = ["jsonrpc": "2.0", "id": id, "method": .string(method), "params": params]
    send([.message(message.bytes)])
    return id
  }

  /// Sends a request and does what has to be done for its answer: the message with `result` or `error`.
  func request(_ method: String, _ params: JSONValue) -> JSONValue {
    let id = begin(method, params)
    while answers[id] == nil, doNextWork() {}
    return answers[id] ?? nil
  }

  func result(_ method: String, _ params: JSONValue) -> JSONValue { request(method, params)["result"] }

  /// Answers what the server asked for.
  func reply(to method: String, _ result: JSONValue) {
    guard let index = asked.firstIndex(where: { $0["method"].string == method }) else { return }
    let id = asked.remove(at: index)["id"]
    send([.message((["jsonrpc": "2.0", "id": id, "result": result] as JSONValue).bytes)])
  }

  func end() { take(session.receiveEnd()) }

  /// Does one piece of work; tells whether there was any.
  @discardableResult
  func doNextWork() -> Bool {
    guard !work.isEmpty else { return false }
    take(session.receive(work.removeFirst().done()))
    return true
  }

  /// Does everything that is to be done.
  func settle() { while doNextWork() {} }

  private func take(_ effects: LanguageSession.Effects) {
    work += effects.work
    exit = exit ?? effects.exit
    for content in effects.messages {
      let message = JSONValue(parsing: content)
      if message["method"] == .null {
        answers[message["id"]] = message
      } else if message["id"] == .null {
        notifications.append(message)
      } else {
        asked.append(message)
      }
    }
  }

  // MARK: Documents

  func open(_ uri: String, _ text: String, language: String = "markdown") {
    versions[uri] = 1
    notify(
      "textDocument/didOpen",
      ["textDocument": ["uri": .string(uri), "languageId": .string(language), "version": 1, "text": .string(text)]])
  }

  /// Puts text in place of a range, given as line and character of start and end.
  func edit(_ uri: String, _ range: (Int, Int, Int, Int)?, _ text: String) {
    versions[uri, default: 1] += 1
    var change: [String: JSONValue] = ["text": .string(text)]
    if let range {
      change["range"] = [
        "start": ["line": .number(Double(range.0)), "character": .number(Double(range.1))],
        "end": ["line": .number(Double(range.2)), "character": .number(Double(range.3))],
      ]
    }
    notify(
      "textDocument/didChange",
      [
        "textDocument": ["uri": .string(uri), "version": .number(Double(versions[uri] ?? 1))],
        "contentChanges": [.object(change)],
      ])
  }

  func close(_ uri: String) { notify("textDocument/didClose", ["textDocument": ["uri": .string(uri)]]) }

  /// Asks something about a place.
  func ask(_ method: String, _ uri: String, _ line: Int, _ character: Int) -> JSONValue {
    result(
      "textDocument/" + method,
      [
        "textDocument": ["uri": .string(uri)],
        "position": ["line": .number(Double(line)), "character": .number(Double(character))],
      ])
  }

  /// What was told last of a document; nil when nothing was.
  func diagnostics(_ uri: String) -> [JSONValue]? {
    settle()
    return notifications.last {
      $0["method"].string == "textDocument/publishDiagnostics" && $0["params"]["uri"].string == uri
    }?["params"]["diagnostics"].array
  }

  func codes(_ uri: String) -> [String]? { diagnostics(uri)?.compactMap { $0["code"].string } }
}
