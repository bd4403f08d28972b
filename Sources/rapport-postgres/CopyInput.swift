/// Rows in PostgreSQL's format for COPY that arrive piece by piece, up to the line `\.` that closes them.
struct CopyInput {
  private let read: () -> [UInt8]
  private var rest: [UInt8] = []
  private var isClosed = false

  /// What `read` gives, until it gives nothing.
  init(read: @escaping () -> [UInt8]) { self.read = read }

  /// Whole rows; nil behind the last. Throws when the input ends before it is closed.
  mutating func next() throws(StoreFault) -> [UInt8]? {
    while !isClosed {
      let more = read()
      guard !more.isEmpty else { throw .incomplete }
      let old = rest.count
      rest += more
      guard let end = rest[old...].lastIndex(of: 0x0A) else { continue }
      var rows = Array(rest[...end])
      rest.removeSubrange(...end)
      // A backslash of a text is written as two, so that no row is, or ends in, such a line.
      if rows.suffix(3).elementsEqual("\\.\n".utf8), rows.count == 3 || rows[rows.count - 4] == 0x0A {
        isClosed = true
        rows.removeLast(3)
      }
      if !rows.isEmpty { return rows }
    }
    return nil
  }
}
