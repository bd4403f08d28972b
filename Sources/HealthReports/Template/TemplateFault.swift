/// Why a template cannot be used: where, and what would help.
public struct TemplateFault: Error, Hashable, Sendable {
  /// The template or partial, as it was named.
  public let name: String
  /// The line, counted from 1.
  public let line: Int
  /// What is wrong, and what to do.
  public let detail: String
}
