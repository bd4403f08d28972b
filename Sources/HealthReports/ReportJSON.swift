import FoundationEssentials

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
