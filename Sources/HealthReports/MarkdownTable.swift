/// A table as GitHub's and others' Markdown has it.
enum MarkdownTable {
  /// The rows, the first of which is the head; every cell is Markdown already. Without a line feed at the end.
  static func text(_ rows: [[String]]) -> String {
    var lines = rows.map { "| " + $0.joined(separator: " | ") + " |" }
    lines.insert("|" + String(repeating: " --- |", count: rows.first?.count ?? 0), at: min(1, lines.count))
    return lines.joined(separator: "\n")
  }
}
