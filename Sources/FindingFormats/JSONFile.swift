import FoundationEssentials
import SourceText

/// Documents as JSON with sorted keys.
enum JSONFile {
  /// `document` on several lines, for readers as well; ends in a line feed.
  static func text(_ document: some Encodable) -> String {
    encoded(document, [.sortedKeys, .prettyPrinted, .withoutEscapingSlashes])
  }

  /// `document` on one line, ended by a line feed.
  static func line(_ document: some Encodable) -> String { encoded(document, [.sortedKeys, .withoutEscapingSlashes]) }

  private static func encoded(_ document: some Encodable, _ form: JSONEncoder.OutputFormatting) -> String {
    let encoder = JSONEncoder()
    encoder.outputFormatting = form
    // Encoding strings and integers cannot fail.
    let text = (try? encoder.encode(document)).map { String(decoding: $0, as: UTF8.self) } ?? "{}"
    return InertText.json(text) + "\n"
  }
}
