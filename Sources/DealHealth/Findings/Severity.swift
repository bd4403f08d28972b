/// How much a finding matters.
public enum Severity: String, CaseIterable, Encodable, Comparable, Sendable {
  /// Only for what breaks the journal.
  case error
  /// Something is missing.
  case warning
  /// Worth knowing.
  case info

  private var rank: Int { self == .error ? 2 : self == .warning ? 1 : 0 }
  /// What matters less first.
  public static func < (left: Severity, right: Severity) -> Bool { left.rank < right.rank }
}
