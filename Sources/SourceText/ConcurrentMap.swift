import Dispatch

/// `transform` of each element, in order, worked out on all cores. Chunks keep the threads from meeting often; of fewer
/// elements than one chunk holds, no thread is worth its start.
package func concurrentMap<Elements: RandomAccessCollection & Sendable, Result: Sendable>(
  _ elements: Elements, chunk: Int = 64, _ transform: @Sendable (Elements.Element) -> Result
) -> [Result] where Elements.Index == Int {
  let chunks = (elements.count + chunk - 1) / chunk
  guard chunks > 1 else { return elements.map(transform) }
  return Array(unsafeUninitializedCapacity: elements.count) { places, count in
    // Each place is written once, by the one iteration whose chunk it is in, and read by none.
    nonisolated(unsafe) let places = places
    DispatchQueue.concurrentPerform(iterations: chunks) { index in
      for place in index * chunk..<min((index + 1) * chunk, elements.count) {
        places.initializeElement(at: place, to: transform(elements[elements.startIndex + place]))
      }
    }
    count = elements.count
  }
}
