/// URIs of documents (RFC 3986, RFC 8089).
enum DocumentURI {
  /// The absolute path that a `file:` URI of this machine names; nil for others.
  static func path(of uri: String) -> String? {
    let bytes = Array(uri.utf8)
    guard bytes.count > 7, bytes[..<5].map({ $0 &- 0x41 < 26 ? $0 | 0x20 : $0 }).elementsEqual("file:".utf8),
      bytes[5] == 0x2F, bytes[6] == 0x2F, let slash = bytes[7...].firstIndex(of: 0x2F)
    else { return nil }
    let host = bytes[7..<slash]
    guard host.isEmpty || host.elementsEqual("localhost".utf8) else { return nil }
    var path: [UInt8] = []
    var at = slash
    while at < bytes.count {
      if bytes[at] == 0x25, at + 2 < bytes.count, let high = digit(bytes[at + 1]), let low = digit(bytes[at + 2]) {
        path.append(high << 4 | low)
        at += 3
      } else if bytes[at] == 0x3F || bytes[at] == 0x23 {
        break
      } else {
        path.append(bytes[at])
        at += 1
      }
    }
    return path.contains(0) ? nil : String(decoding: path, as: UTF8.self)
  }

  private static func digit(_ byte: UInt8) -> UInt8? {
    switch byte {
    case 0x30...0x39: byte - 0x30
    case 0x41...0x46: byte - 0x37
    case 0x61...0x66: byte - 0x57
    default: nil
    }
  }

  /// The URI of the file at an absolute path.
  static func uri(ofFile path: String) -> String {
    var uri = "file://"
    for byte in path.utf8 {
      let isPlain =
        byte | 0x20 &- 0x61 < 26 || byte &- 0x30 < 10 || "-._~/".utf8.contains(byte)
      if isPlain {
        uri.unicodeScalars.append(Unicode.Scalar(byte))
      } else {
        let digits = String(byte, radix: 16, uppercase: true)
        uri += "%" + (digits.utf8.count < 2 ? "0" : "") + digits
      }
    }
    return uri
  }
}
