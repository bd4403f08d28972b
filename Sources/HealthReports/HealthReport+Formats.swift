import FoundationEssentials
import SourceText

extension HealthReport {
  /// For a terminal, wrapped to the style's width.
  public func terminal(_ style: TerminalStyle) -> String { TerminalHealth(report: self, style: style).text() }

  /// As Markdown (CommonMark with tables).
  public func markdown() -> String { MarkdownHealth(report: self).text() }

  /// As JSON with sorted keys; ends in a line feed.
  public func json() -> String { ReportJSON.text(self) }
}

/// The JSON of a report.
enum ReportJSON {
  /// `value` with sorted keys, for a reader and for `diff`; ends in a line feed.
  static func text(_ value: some Encodable) -> String {
    let encoder = JSONEncoder()
    encoder.keyEncodingStrategy = .convertToSnakeCase
    encoder.outputFormatting = [.sortedKeys, .prettyPrinted, .withoutEscapingSlashes]
    // Only a number that is not finite can fail, and no report has one.
    return ((try? encoder.encode(value)).map { String(decoding: $0, as: UTF8.self) } ?? "{}") + "\n"
  }
}
