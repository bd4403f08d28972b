import DealJournal
import NoteSyntax
import SourceText
import Workspace

/// One conversation with an editor (Language Server Protocol 3.17): what it has open, what it asked, what it is told.
///
/// A session does nothing by itself: it is given what arrives and what work has come to, and gives back what is to be sent
/// and what work is to be done. So it can be driven by threads and pipes as well as step by step in a test.
package final class LanguageSession {
  /// What somebody outside has to do.
  package struct Effects: Sendable {
    /// Contents of messages to send, in order.
    package var messages: [[UInt8]] = []
    /// Work to do apart, whose outcome is to be given back.
    package var work: [JournalWork] = []
    /// The exit status, once the conversation is over.
    package var exit: Int32?
  }

  /// Where the conversation stands.
  enum Phase { case fresh, running, shutDown }

  /// A document that is open, and where it belongs.
  struct OpenNote {
    var document: EditedDocument
    let journal: Int
    let name: String
    /// The journal's count of changes when it was opened.
    let since: Int
  }

  /// A request that waits until its journal is known well enough.
  struct Waiting {
    let id: MessageID
    let journal: Int
    let generation: Int
    let answer: (LanguageSession) -> Void
  }

  let day: @Sendable () -> Day
  let rulePages: String?
  var effects = Effects()
  var phase = Phase.fresh
  var client: InitializeParams.Capabilities?
  var encoding = PositionEncoding.utf16
  var options = ServerOptions()
  var journals: [Int: OpenJournal] = [:]
  var nextJournal = 0
  var notes: [String: OpenNote] = [:]
  var waiting: [Waiting] = []
  /// Ids of requests that were taken back before their turn.
  var cancelled: Set<MessageID> = []
  /// What was told of each document last.
  var published: [String: [Diagnostic]] = [:]
  var nextRequest = 0
  /// What becomes of the answers to requests of ours.
  var expected: [MessageID: (LanguageSession, Message) -> Void] = [:]

  /// A new conversation. `day` tells what day it is; `rulePages` is the folder of the rules' pages, if installed.
  package init(day: @escaping @Sendable () -> Day, rulePages: String? = nil) {
    self.day = day
    self.rulePages = rulePages
  }

  /// Takes what has arrived, in order.
  package func receive(_ items: [MessageBuffer.Item]) -> Effects {
    let read = items.map { item -> Result<Message, Message.Fault> in
      switch item {
      case .message(let content): Result { () throws(Message.Fault) in try Message(content) }
      case .tooLarge(let count):
        .failure(
          Message.Fault(
            id: nil, error: ResponseError(code: .invalidRequest, message: "a message of \(count) bytes is too large")))
      case .malformed: .failure(Message.Fault(id: nil, error: .parse))
      }
    }
    // What was taken back while it waited in the pipe need not be begun.
    cancelled = Set(
      read.compactMap { result in
        guard case .success(let message) = result, case .notification("$/cancelRequest") = message.kind else {
          return nil
        }
        return try? message.parameters(CancelParams.self).id
      })
    for result in read where effects.exit == nil {
      switch result {
      case .success(let message): take(message)
      case .failure(let fault): send(OutgoingMessage.failure(of: fault.id, fault.error))
      }
    }
    // Behind headers that tell no length nothing can be understood any more.
    if items.last == .malformed { effects.exit = 1 }
    return settled()
  }

  /// Takes what work has come to.
  package func receive(_ outcome: JournalWork.Outcome) -> Effects {
    finish(outcome)
    return settled()
  }

  /// Takes the end of what the client says.
  package func receiveEnd() -> Effects {
    effects.exit = effects.exit ?? (phase == .shutDown ? 0 : 1)
    return settled()
  }

  private func settled() -> Effects {
    if phase == .running { beginWork() }
    defer { effects = Effects(exit: effects.exit) }
    return effects
  }

  private func take(_ message: Message) {
    switch message.kind {
    case .response(let id): expected.removeValue(forKey: id)?(self, message)
    case .notification(let method): take(notification: method, message)
    case .request(let id, let method):
      if cancelled.contains(id) { return fail(id, .cancelled) }
      switch phase {
      case .fresh where method != "initialize":
        fail(id, ResponseError(code: .serverNotInitialized, message: "initialize comes first"))
      case .shutDown: fail(id, ResponseError(code: .invalidRequest, message: "the server is shut down"))
      default:
        do throws(ResponseError) { try take(request: method, id, message) } catch { fail(id, error) }
      }
    }
  }

  private func take(notification method: String, _ message: Message) {
    if method == "exit" {
      effects.exit = phase == .shutDown ? 0 : 1
      return
    }
    guard phase == .running else { return }
    // A notification has no answer: what is wrong with it can only be left aside.
    switch method {
    case "initialized": listen()
    case "textDocument/didOpen": (try? message.parameters(DidOpenParams.self)).map(open)
    case "textDocument/didChange": (try? message.parameters(DidChangeParams.self)).map(change)
    case "textDocument/didClose": (try? message.parameters(DocumentParams.self)).map { close($0.textDocument.uri) }
    case "workspace/didChangeWatchedFiles": (try? message.parameters(WatchedFilesParams.self)).map(noteChangesOnDisk)
    case "workspace/didChangeWorkspaceFolders":
      (try? message.parameters(WorkspaceFoldersParams.self)).map(changeFolders)
    case "workspace/didChangeConfiguration": changeConfiguration(message)
    case "$/cancelRequest": (try? message.parameters(CancelParams.self)).map { cancel($0.id) }
    default: break
    }
  }

  // MARK: Sending

  func send(_ content: [UInt8]) { effects.messages.append(content) }

  func fail(_ id: MessageID, _ error: ResponseError) { send(OutgoingMessage.failure(of: id, error)) }

  func answer(_ id: MessageID, _ result: (some Encodable)?) { send(OutgoingMessage.response(to: id, result)) }

  /// Asks the client for something.
  func ask(_ method: String, _ params: some Encodable, then take: ((LanguageSession, Message) -> Void)? = nil) {
    nextRequest += 1
    let id = MessageID.text("rapport-\(nextRequest)")
    expected[id] = take ?? { _, _ in }
    send(OutgoingMessage.request(id, method, params))
  }

  private func cancel(_ id: MessageID) {
    guard let index = waiting.firstIndex(where: { $0.id == id }) else { return }
    waiting.remove(at: index)
    fail(id, .cancelled)
  }
}
