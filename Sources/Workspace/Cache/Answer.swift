import SourceText

/// What a command says: a value before it is printed, so that it can be kept and said again.
public struct Answer: Equatable, Sendable {
  /// What goes to standard output.
  public let output: String
  /// What goes to standard error, after the output.
  public let messages: String
  /// How the command ends: 0 or 1.
  public let status: UInt8

  /// An answer.
  public init(_ output: String, messages: String = "", status: UInt8 = 0) {
    self.output = output
    self.messages = messages
    self.status = status
  }
}

/// An answer as a file: a line that names the format, the status, the length of the output and of the messages, both texts,
/// and a hash of the file's name and all that.
extension Answer {
  private static let heading = Array("rapport answer 1\n".utf8)

  /// The contents of the file of this `name`.
  func file(named name: String) -> [UInt8] {
    var bytes = Self.heading + [status]
    for text in [output, messages] { bytes += UInt64(text.utf8.count).fileBytes }
    for text in [output, messages] { bytes += text.utf8 }
    return bytes + Self.seal(of: bytes[...], named: name).fileBytes
  }

  /// Reads the file of this `name`; nil for anything that was not written as such, or not to its end.
  package init?(parsing bytes: [UInt8], named name: String) {
    let start = Self.heading.count + 1 + 16
    guard bytes.count >= start + 8, bytes.starts(with: Self.heading),
      bytes.fileNumber(at: bytes.count - 8) == Self.seal(of: bytes.dropLast(8), named: name)
    else { return nil }
    let lengths = [start - 16, start - 8].map(bytes.fileNumber)
    let texts = bytes[start..<bytes.count - 8]
    guard lengths[0] <= texts.count, lengths[1] == UInt64(texts.count) - lengths[0],
      let output = String(validating: texts.prefix(Int(lengths[0])), as: UTF8.self),
      let messages = String(validating: texts.dropFirst(Int(lengths[0])), as: UTF8.self)
    else { return nil }
    self.init(output, messages: messages, status: bytes[Self.heading.count])
  }

  private static func seal(of bytes: ArraySlice<UInt8>, named name: String) -> UInt64 {
    var hash = SipHash(key: (0x616e_7377, 0x6572))
    hash.update(name.utf8)
    hash.update(bytes)
    return hash.bits64
  }
}
