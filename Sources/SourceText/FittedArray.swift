extension Array {
  /// The same elements in storage of their own size: an array that grew while it was filled may hold twice as much, which
  /// counts where it is kept by the ten thousand.
  package var fitted: [Element] {
    guard capacity > count + count / 8 else { return self }
    return withUnsafeBufferPointer { elements in
      Array(unsafeUninitializedCapacity: elements.count) { places, count in
        count = places.initialize(fromContentsOf: elements)
      }
    }
  }
}
