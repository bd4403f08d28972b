import FoundationEssentials
import SourceText

/// The JSON of a report.
enum ReportJSON {
  /// `value` with sorted keys, for a reader and for `diff`; ends in a line feed.
  static func text(_ value: some Encodable) -> String {
    encoded(value, [.sortedKeys, .prettyPrinted, .withoutEscapingSlashes], keys: .convertToSnakeCase)
  }

  /// Likewise, with keys as `value` itself tells them.
  static func text(keyedAsGiven value: some Encodable) -> String {
    encoded(value, [.sortedKeys, .prettyPrinted, .withoutEscapingSlashes], keys: .useDefaultKeys)
  }

  private static func encoded(
    _ value: some Encodable, _ form: JSONEncoder.OutputFormatting, keys: JSONEncoder.KeyEncodingStrategy
  ) -> String {
    let encoder = JSONEncoder()
    encoder.keyEncodingStrategy = keys
    encoder.outputFormatting = form
    // Only a number that is not finite can fail, and no report has one.
    let text = (try? encoder.encode(value)).map { String(decoding: $0, as: UTF8.self) } ?? "{}"
    return InertText.json(text) + "\n"
  }
}
