/// How text is shown on a terminal: with or without colour, and how wide.
public struct TerminalStyle: Hashable, Sendable {
  /// Whether to use colours and weights (ECMA-48 SGR sequences).
  public var hasColor: Bool
  /// Columns of a line; longer lines are wrapped where the format allows.
  public var width: Int

  /// A style; `width` below 40 counts as 40.
  public init(hasColor: Bool = false, width: Int = 80) {
    self.hasColor = hasColor
    self.width = max(40, width)
  }

  /// What a run of text is drawn as.
  public enum Ink: String, Sendable {
    /// Bold.
    case strong = "1"
    /// Dim.
    case faint = "2"
    /// What is broken.
    case red = "31"
    /// What is there.
    case green = "32"
    /// What is missing.
    case yellow = "33"
    /// Headings.
    case blue = "34"
    /// What is worth knowing.
    case cyan = "36"
  }

  /// `text` drawn in `inks`, or plain when there is no colour. `text` must be inert: see `InertText`.
  public func paint(_ text: String, _ inks: Ink...) -> String {
    guard hasColor, !text.isEmpty, !inks.isEmpty else { return text }
    return "\u{1B}[\(inks.map(\.rawValue).joined(separator: ";"))m\(text)\u{1B}[0m"
  }
}
