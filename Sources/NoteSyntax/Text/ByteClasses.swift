/// Classes of ASCII bytes.
extension UInt8 {
  var isASCIIDigit: Bool { self &- 0x30 < 10 }
  var isASCIILetter: Bool { (self | 0x20) &- 0x61 < 26 }
  var isASCIIAlphanumeric: Bool { isASCIIDigit || isASCIILetter }
  var isASCIIUpper: Bool { self &- 0x41 < 26 }
  var isASCIILower: Bool { self &- 0x61 < 26 }
  var isASCIIBlank: Bool { self == 0x20 || self == 0x09 }
  var isLineBreak: Bool { self == 0x0A || self == 0x0D }
  var isASCIIPunctuation: Bool { self > 0x20 && self < 0x7F && !isASCIIAlphanumeric }
  /// The letter in lower case; other bytes as they are.
  var asciiLower: UInt8 { self &- 0x41 < 26 ? self | 0x20 : self }
}

/// Classes of scalars.
extension UInt32 {
  /// Whether the scalar is a Han character.
  var isHan: Bool {
    (0x4E00...0x9FFF).contains(self) || (0x3400...0x4DBF).contains(self) || (0x20000...0x3134F).contains(self)
      || (0xF900...0xFAFF).contains(self) || self == 0x3007
  }
}
