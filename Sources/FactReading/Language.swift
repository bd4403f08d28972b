import NoteSyntax

/// A language of notes and messages.
public enum Language: String, CaseIterable, Encodable, Sendable {
  /// English.
  case en
  /// Chinese.
  case zh
}

extension Language {
  /// Chinese when Han characters take more bytes than ASCII letters.
  init(mostOf text: ProseText) {
    var han = 0
    var latin = 0
    text.bytes.withUnsafeBufferPointer { bytes in
      for byte in bytes {
        latin += byte.isWordByte ? 1 : 0
        han += byte &- 0xE4 < 6 ? 3 : 0
      }
    }
    self = han > latin ? .zh : .en
  }
}
