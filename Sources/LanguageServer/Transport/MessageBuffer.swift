/// Cuts what arrives into messages (LSP's base protocol: headers of ASCII lines, an empty line, then the content).
package struct MessageBuffer: Sendable {
  /// Something that arrived.
  package enum Item: Equatable, Sendable {
    /// The content of one message.
    case message([UInt8])
    /// A message of so many bytes was passed over, for it is larger than any that makes sense.
    case tooLarge(Int)
    /// Headers without a length: nothing that follows can be told apart.
    case malformed
  }

  /// Bytes that no message's content is larger than: four times the largest note, written with escapes.
  package static let sizeLimit = 64 << 20
  private static let headerLimit = 64 << 10

  private var bytes: [UInt8] = []
  private var start = 0
  /// How much of a message that is passed over is still to come.
  private var skipping = 0
  private var isMalformed = false

  /// Nothing has arrived.
  package init() {}

  /// Takes what arrived.
  package mutating func append(_ new: some Collection<UInt8>) {
    if start > 0 {
      bytes.removeSubrange(..<start)
      start = 0
    }
    bytes.append(contentsOf: new)
  }

  /// The next item; nil while it is not complete.
  package mutating func next() -> Item? {
    if isMalformed { return nil }
    if skipping > 0 {
      let passed = min(skipping, bytes.count - start)
      start += passed
      skipping -= passed
      if skipping > 0 { return nil }
    }
    guard let end = headerEnd() else {
      guard bytes.count - start > Self.headerLimit else { return nil }
      isMalformed = true
      return .malformed
    }
    guard let length = Self.contentLength(in: bytes[start..<end]) else {
      isMalformed = true
      return .malformed
    }
    if length > Self.sizeLimit {
      start = end
      skipping = length
      return .tooLarge(length)
    }
    guard bytes.count - end >= length else { return nil }
    start = end + length
    return .message(Array(bytes[end..<start]))
  }

  /// Just behind the empty line.
  private func headerEnd() -> Int? {
    var at = start
    while at + 1 < bytes.count {
      if bytes[at] == 0x0A, bytes[at + 1] == 0x0A { return at + 2 }
      if at + 3 < bytes.count, bytes[at] == 0x0D, bytes[at + 1] == 0x0A, bytes[at + 2] == 0x0D, bytes[at + 3] == 0x0A {
        return at + 4
      }
      at += 1
      if at - start > Self.headerLimit { return nil }
    }
    return nil
  }

  private static func contentLength(in header: ArraySlice<UInt8>) -> Int? {
    for line in header.split(whereSeparator: { $0 == 0x0A || $0 == 0x0D }) {
      guard let colon = line.firstIndex(of: 0x3A) else { return nil }
      let name = line[..<colon].map { $0 &- 0x41 < 26 ? $0 | 0x20 : $0 }
      guard name.elementsEqual("content-length".utf8) else { continue }
      let digits = line[(colon + 1)...].drop { $0 == 0x20 }.prefix { $0 != 0x20 }
      guard !digits.isEmpty, digits.count <= 15, digits.allSatisfy({ $0 &- 0x30 < 10 }) else { return nil }
      return digits.reduce(0) { $0 * 10 + Int($1 - 0x30) }
    }
    return nil
  }

  /// A message's content with its header.
  package static func framed(_ content: [UInt8]) -> [UInt8] {
    Array("Content-Length: \(content.count)\r\n\r\n".utf8) + content
  }
}
