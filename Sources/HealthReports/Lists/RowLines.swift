import SourceText

/// Rows for programs, a line for each: a table of any size is written as it comes.
public struct RowLines: Sendable {
  /// How a row is written.
  public enum Form: Sendable {
    /// Comma-separated values (RFC 4180) with a head of names, in UTF-8. A text that a spreadsheet would take for a formula
    /// has an apostrophe before it (OWASP, "CSV Injection").
    case csv
    /// Values with tabs between and a head of names; a tab, line feed, carriage return or backslash of a value is written as
    /// `\t`, `\n`, `\r`, `\\`.
    case tsv
    /// A JSON object on a line of its own for every row, with each key (JSON Lines).
    case jsonl
  }

  private let form: Form
  private let keys: [String]
  /// Columns in the order in which JSON has them, by name; of those with one name the last.
  private let ordered: [Int]

  /// Rows of the columns `keys`.
  public init(_ form: Form, keys: [String]) {
    self.form = form
    self.keys = keys
    ordered = keys.indices.filter { keys.lastIndex(of: keys[$0]) == $0 }.sorted { keys[$0] < keys[$1] }
  }

  /// What stands before the first row; ends in a line feed where there is anything.
  public var head: String {
    switch form {
    case .csv: keys.joined(separator: ",") + "\r\n"
    case .tsv: keys.joined(separator: "\t") + "\n"
    case .jsonl: ""
    }
  }

  /// A row, with a value for each column; ends in a line feed.
  public func line(_ row: [ReportTable.Value]) -> String {
    switch form {
    case .csv: row.map { field($0, Self.quoted) }.joined(separator: ",") + "\r\n"
    case .tsv: row.map { field($0, Self.escaped) }.joined(separator: "\t") + "\n"
    case .jsonl: json(row)
    }
  }

  private func json(_ row: [ReportTable.Value]) -> String {
    var json = JSONText(isOneLine: true)
    json.object { json in
      for column in ordered { json.member(named: keys[column], row[column]) }
    }
    return json.text
  }

  private func field(_ value: ReportTable.Value, _ escape: (String) -> String) -> String {
    switch value {
    case .text, .list: escape(Self.harmless(value.text))
    case .none, .number, .share, .real, .flag: value.text
    }
  }

  private static func quoted(_ field: String) -> String {
    field.utf8.contains { [0x22, 0x2C, 0x0A, 0x0D].contains($0) }
      ? "\"" + field.replacing("\"", with: "\"\"") + "\"" : field
  }

  private static func escaped(_ field: String) -> String {
    guard field.utf8.contains(where: { [0x5C, 0x09, 0x0A, 0x0D].contains($0) }) else { return field }
    return field.replacing("\\", with: "\\\\").replacing("\t", with: "\\t").replacing("\n", with: "\\n")
      .replacing("\r", with: "\\r")
  }

  /// What a terminal and a spreadsheet show as it is, and the one does not obey nor the other compute.
  private static func harmless(_ text: String) -> String {
    let text = InertText.terminal(text, keepingTabs: true, keepingLines: true)
    guard let first = text.unicodeScalars.first, "=+-@\t\r\n＝＋－＠".unicodeScalars.contains(first) else { return text }
    return "'" + text
  }
}
