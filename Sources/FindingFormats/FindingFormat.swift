import DealHealth
import FactReading
import SourceText

/// A way to write findings down: a plain value, so that a new format is one file and one entry in `all`.
public struct FindingFormat: Sendable {
  /// What `--format` takes.
  public let name: String
  /// What it is for.
  public let summary: Text
  private let write: @Sendable (Input) -> String

  /// What a format writes.
  struct Input: Sendable {
    let findings: [Finding]
    /// By path.
    let sources: [String: SourceFile]
    let language: Language
    let style: TerminalStyle
  }

  init(name: String, summary: Text, write: @escaping @Sendable (Input) -> String) {
    self.name = name
    self.summary = summary
    self.write = write
  }

  /// Every format.
  public static let all: [FindingFormat] = [
    .full, .concise, .brief, .json, .jsonLines, .sarif, .github, .gitlab, .junit, .rdjson,
  ]

  /// Writes `findings` in their order. `sources` are the notes by path, for the quoted line; a finding whose note is
  /// not among them is written without it. Empty for no findings, but for formats
  /// of one document, which stays one.
  public func render(
    _ findings: [Finding], sources: [String: SourceFile], language: Language, style: TerminalStyle = TerminalStyle()
  ) -> String {
    write(Input(findings: findings, sources: sources, language: language, style: style))
  }
}
