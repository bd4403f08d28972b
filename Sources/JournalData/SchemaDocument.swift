/// What every table and column means, as text.
public enum SchemaDocument {
  /// For a terminal or a file: every table with its columns, as SQL with comments.
  public static func sql() -> String {
    DataTable.all.map { table in
      let names = table.columns.map { "\($0.name) \($0.type.rawValue)" }
      let width = names.map(\.count).max() ?? 0
      return "-- \(table.summary)\n\(table.name)\n"
        + zip(table.columns, names).map { column, name in
          "  " + name + String(repeating: " ", count: width - name.count + 2) + note(of: column) + "\n"
        }.joined()
    }.joined(separator: "\n")
  }

  /// As Markdown, a section for each table; ends in a line feed.
  public static func markdown() -> String {
    DataTable.all.map { table in
      "## `\(table.name)`\n\n\(table.summary)\n\n| column | type | tells |\n| --- | --- | --- |\n"
        + table.columns.map { column in
          "| `\(column.name)` | \(column.type.rawValue.lowercased()) | \(note(of: column)) |\n"
        }.joined()
    }.joined(separator: "\n")
  }

  private static func note(of column: DataTable.Column) -> String {
    column.summary + (column.reference.map { " (`\($0.table).\($0.column)`)" } ?? "")
      + (column.isOptional ? "; may be empty" : "")
  }
}
