import DealHealth
import FactReading
import SourceText

/// A rule in words: what it says, why, what clears it, and a note on which it speaks and one on which it is silent.
public struct Explanation: Sendable {
  private let rule: Rule
  private let language: Language

  /// Explains `rule`.
  public init(of rule: Rule, language: Language) {
    self.rule = rule
    self.language = language
  }

  /// For a terminal.
  public func terminal(_ style: TerminalStyle) -> String { rule.summary.in(language) + "\n" }

  /// As a section of Markdown under a heading of `level` 1 to 6.
  public func markdown(level: Int = 2) -> String { "" }
}
