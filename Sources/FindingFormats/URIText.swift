/// Paths as URI references (RFC 3986).
enum URIText {
  /// A reference to the file at `path`, relative when the path is.
  static func reference(to path: String) -> String {
    var result = ""
    for byte in path.utf8 {
      let isPlain =
        (0x41...0x5A).contains(byte) || (0x61...0x7A).contains(byte)
        || (0x30...0x39).contains(byte) || "-._~/!$&'()*+,=@".utf8.contains(byte)
      if isPlain {
        result.unicodeScalars.append(Unicode.Scalar(byte))
      } else {
        result += "%" + (byte < 16 ? "0" : "") + String(byte, radix: 16, uppercase: true)
      }
    }
    return path.hasPrefix("/") ? "file://" + result : result
  }
}
