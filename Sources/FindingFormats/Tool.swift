import DealHealth

/// The program as formats name it.
public enum Tool {
  /// Its name.
  public static let name = "rapport"
  /// Its version, as `rapport --version` prints it.
  public static let version = "0.1.0"
}

extension Finding {
  /// What a format calls a finding that it may meet again: the same as long as deal, rule and subject are, whatever line
  /// it is shown on. Sixteen hexadecimal digits: FNV-1a of the identity's parts, each ended by a zero byte.
  var fingerprint: String {
    var hash: UInt64 = 0xCBF2_9CE4_8422_2325
    for part in [identity.deal, identity.code, identity.subject] {
      for byte in Array(part.utf8) + [0] { hash = (hash ^ UInt64(byte)) &* 0x100_0000_01B3 }
    }
    let digits = String(hash, radix: 16)
    return String(repeating: "0", count: 16 - digits.count) + digits
  }

  /// Deal and message on one line, for formats that have one field for both.
  func sentence(in input: FindingFormat.Input) -> String {
    let separator = input.language == .zh ? "：" : ": "
    return (deal.map { $0 + separator } ?? "") + message.in(input.language)
  }
}
