import DealHealth

/// What a look at one part of a set-up found.
public struct SetUpRemark: Sendable {
  /// How things stand.
  public enum State: String, Sendable {
    /// Nothing to do.
    case fine
    /// It works, and could work better.
    case advice
    /// Something does not work, or not as it seems to.
    case problem
  }

  /// The part that was looked at, a word that stays: `settings`, `hook`.
  public let check: String
  /// How things stand.
  public let state: State
  /// What was found.
  public let message: Text
  /// What to do; nil when there is nothing to be done.
  public let remedy: Text?

  static func fine(_ check: String, en: String, zh: String) -> SetUpRemark {
    SetUpRemark(check: check, state: .fine, message: Text(en: en, zh: zh), remedy: nil)
  }

  static func advice(_ check: String, _ message: Text, remedy: Text) -> SetUpRemark {
    SetUpRemark(check: check, state: .advice, message: message, remedy: remedy)
  }

  static func problem(_ check: String, _ message: Text, remedy: Text) -> SetUpRemark {
    SetUpRemark(check: check, state: .problem, message: message, remedy: remedy)
  }
}
