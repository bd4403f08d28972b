import Dispatch
import NoteSyntax
import Synchronization
import Workspace

/// A language server on standard input and output.
public enum LanguageServer {
  /// Serves one client until it says goodbye or is gone; gives the exit status. `day` tells what day it is; `rulePages` is the
  /// folder of the rules' pages, if they are installed; `cache` is where what notes said is kept. Threads read, work and talk apart from each other, so that none waits.
  public static func run(day: @escaping @Sendable () -> Day, rulePages: String?, keptIn cache: CacheFolder?) -> Int32 {
    StandardStream.ignoreClosedPipes()
    let inbox = Inbox()
    DispatchQueue(label: "input").async {
      while let bytes = try? StandardStream.readSome(), !bytes.isEmpty { inbox.put(.bytes(bytes)) }
      inbox.put(.end)
    }
    let session = LanguageSession(day: day, rulePages: rulePages)
    let queue = DispatchQueue(label: "work")
    var buffer = MessageBuffer()
    while true {
      var hasEnded = false
      var items: [MessageBuffer.Item] = []
      var effects: [LanguageSession.Effects] = []
      for event in inbox.take() {
        switch event {
        case .bytes(let bytes):
          buffer.append(bytes)
          while let item = buffer.next() { items.append(item) }
        case .outcome(let outcome): effects.append(session.receive(outcome))
        case .end: hasEnded = true
        }
      }
      if !items.isEmpty { effects.append(session.receive(items)) }
      if hasEnded { effects.append(session.receiveEnd()) }
      for effect in effects {
        for work in effect.work { queue.async { inbox.put(.outcome(work.done(keptIn: cache))) } }
        for message in effect.messages {
          // A client that reads no more is gone.
          guard (try? StandardStream.output.write(MessageBuffer.framed(message))) != nil else { return 1 }
        }
        if let status = effect.exit { return status }
      }
    }
  }

  /// Something that has happened.
  private enum Event: Sendable {
    case bytes([UInt8])
    case outcome(JournalWork.Outcome)
    case end
  }

  /// What has happened and was not looked at yet.
  private final class Inbox: Sendable {
    private let events = Mutex<[Event]>([])
    private let arrivals = DispatchSemaphore(value: 0)

    func put(_ event: Event) {
      events.withLock { $0.append(event) }
      arrivals.signal()
    }

    /// Everything that has happened; waits while nothing has.
    func take() -> [Event] {
      while true {
        arrivals.wait()
        let taken = events.withLock { events in
          defer { events = [] }
          return events
        }
        // Of several arrivals that were taken together, the others come to nothing.
        if !taken.isEmpty { return taken }
      }
    }
  }
}
