import Dispatch
import Synchronization

/// `transform` of each element, in order, worked out on all cores. Chunks keep the threads from meeting often; of fewer
/// elements than one chunk holds, no thread is worth its start.
package func concurrentMap<Elements: RandomAccessCollection & Sendable, Result: Sendable>(
  _ elements: Elements, chunk: Int = 64, _ transform: @Sendable (Elements.Element) -> Result
) -> [Result] where Elements.Index == Int {
  let chunks = (elements.count + chunk - 1) / chunk
  guard chunks > 1 else { return elements.map(transform) }
  let done = Mutex([[Result]](repeating: [], count: chunks))
  DispatchQueue.concurrentPerform(iterations: chunks) { index in
    let start = elements.startIndex + index * chunk
    let results = elements[start..<min(start + chunk, elements.endIndex)].map(transform)
    done.withLock { $0[index] = results }
  }
  return done.withLock { Array($0.joined()) }
}
