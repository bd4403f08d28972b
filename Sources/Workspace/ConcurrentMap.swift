import Dispatch
import Synchronization

/// `transform` of each element, in order, worked out on all cores. Chunks keep the threads from meeting often.
func concurrentMap<Element: Sendable, Result: Sendable>(
  _ elements: [Element], chunk: Int = 64, _ transform: @Sendable (Element) -> Result
) -> [Result] {
  let chunks = (elements.count + chunk - 1) / chunk
  guard chunks > 1 else { return elements.map(transform) }
  let done = Mutex([[Result]](repeating: [], count: chunks))
  DispatchQueue.concurrentPerform(iterations: chunks) { index in
    let results = elements[index * chunk..<min((index + 1) * chunk, elements.count)].map(transform)
    done.withLock { $0[index] = results }
  }
  return done.withLock { Array($0.joined()) }
}
