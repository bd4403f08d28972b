import DealHealth
import SourceText

/// The program as formats name it.
public enum Tool {
  /// Its name.
  public static let name = "rapport"
  /// Its version, as `rapport --version` prints it.
  public static let version = "0.1.0"
}

extension Finding {
  /// What a format calls a finding that it may meet again: the same as long as deal, rule and subject are, whatever line
  /// it is shown on.
  var fingerprint: String { Fingerprint.of([identity.deal, identity.code, identity.subject]) }

  /// Deal and message on one line, for formats that have one field for both.
  func sentence(in input: FindingFormat.Input) -> String {
    let separator = input.language == .zh ? "：" : ": "
    return (deal.map { $0 + separator } ?? "") + message.in(input.language)
  }
}
