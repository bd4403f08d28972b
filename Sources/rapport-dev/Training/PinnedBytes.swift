extension Collection<UInt8> {
  /// The bytes in memory that is never given back: a model reads them in place for as long as the program runs.
  func pinned() -> UnsafeRawBufferPointer {
    let buffer = UnsafeMutableRawBufferPointer.allocate(byteCount: count, alignment: 64)
    buffer.copyBytes(from: self)
    return UnsafeRawBufferPointer(buffer)
  }
}
