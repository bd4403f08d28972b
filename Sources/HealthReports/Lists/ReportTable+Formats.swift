import SourceText

extension ReportTable {
  /// How a table is written.
  public enum Format: String, CaseIterable, Sendable { case table, json, jsonl, csv, tsv, markdown }

  /// The table in a format; ends in a line feed.
  public func text(_ format: Format, style: TerminalStyle) -> String {
    switch format {
    case .table: terminal(style)
    case .json: json()
    case .jsonl: jsonLines()
    case .csv: csv()
    case .tsv: tsv()
    case .markdown: markdown()
    }
  }

  /// For a terminal: as wide as its cells need, columns that can be cut no wider than fits.
  func terminal(_ style: TerminalStyle) -> String {
    guard !rows.isEmpty else { return whenEmpty + "\n" }
    let shown = columns(for: .readers)
    let lines =
      [shown.map { (text: columns[$0].title, inks: [TerminalStyle.Ink.faint]) }]
      + rows.map { row in shown.map { (text: InertText.terminal(row[$0].shown), inks: row[$0].inks) } }
    let widths = Self.widths(
      natural: shown.indices.map { column in lines.map { DisplayWidth.columns(of: $0[column].text) }.max() ?? 0 },
      minimum: shown.map { columns[$0].minimum }, spare: shown.map { columns[$0].isSpare }, in: style.width)
    return lines.map { line in
      var text = ""
      var gap = 0
      for (cell, width) in zip(line, widths) where width > 0 {
        var shown = cell.text
        var size = DisplayWidth.columns(of: shown)
        if size > width {
          shown = DisplayWidth.prefix(of: shown, columns: width - 1) + "…"
          size = DisplayWidth.columns(of: shown)
        }
        // Spaces come only before something, so that no line ends in them.
        if !shown.isEmpty {
          text += String(repeating: " ", count: gap) + cell.inks.reduce(shown) { style.paint($0, $1) }
          gap = 0
        } else {
          size = 0
        }
        gap += width - size + 2
      }
      return text + "\n"
    }.joined()
  }

  /// Widths that add up to no more than `width` with two spaces between, 0 for a column that is left out. The widest of
  /// those that can be cut gives first; where that is not enough, the last spare column goes, then the last of all.
  static func widths(natural: [Int], minimum: [Int?], spare: [Bool], in width: Int) -> [Int] {
    var natural = natural.map { min($0, width) }
    while true {
      var widths = natural
      var excess = widths.reduce(0, +) + 2 * (widths.count { $0 > 0 } - 1) - width
      while excess > 0 {
        let giving = widths.indices.filter { widths[$0] > minimum[$0] ?? .max }
        guard let widest = giving.max(by: { widths[$0] < widths[$1] }) else { break }
        widths[widest] -= 1
        excess -= 1
      }
      let shown = widths.indices.filter { widths[$0] > 0 }
      guard excess > 0, shown.count > 1, let last = shown.last(where: { spare[$0] }) ?? shown.last else {
        return widths
      }
      natural[last] = 0
    }
  }

  /// A table of GitHub's Markdown.
  func markdown() -> String {
    guard !rows.isEmpty else { return whenEmpty + "\n" }
    let shown = columns(for: .readers)
    return MarkdownTable.text(
      [shown.map { columns[$0].title }] + rows.map { row in shown.map { InertText.markdown(row[$0].shown) } }) + "\n"
  }

  func csv() -> String { lines(.csv) }
  func tsv() -> String { lines(.tsv) }
  func jsonLines() -> String { lines(.jsonl) }

  private func lines(_ form: RowLines.Form) -> String {
    let shown = columns(for: .programs)
    let lines = RowLines(form, keys: shown.map { columns[$0].key })
    return lines.head + rows.map { row in lines.line(shown.map { row[$0].value }) }.joined()
  }

  /// A JSON object: `as_of`, and under the table's name a list of objects, each with every key; ends in a line feed.
  func json() -> String {
    let shown = columns(for: .programs)
    return ReportJSON.text(
      keyedAsGiven: Document(
        name: name, asOf: asOf,
        rows: rows.map { row in shown.map { (key: columns[$0].key, value: row[$0].value) } }))
  }

  private struct Document: Encodable {
    let name: String
    let asOf: String
    let rows: [[(key: String, value: Value)]]

    func encode(to encoder: any Encoder) throws {
      var document = encoder.container(keyedBy: Key.self)
      try document.encode(asOf, forKey: Key("as_of"))
      try document.encode(rows.map(Row.init), forKey: Key(name))
    }
  }

  private struct Row: Encodable {
    let members: [(key: String, value: Value)]

    func encode(to encoder: any Encoder) throws {
      var row = encoder.container(keyedBy: Key.self)
      for member in members {
        switch member.value {
        case .none: try row.encodeNil(forKey: Key(member.key))
        case .text(let text): try row.encode(text, forKey: Key(member.key))
        case .number(let number): try row.encode(number, forKey: Key(member.key))
        case .share(let share): try row.encode((share * 100).rounded() / 100, forKey: Key(member.key))
        case .real(let number): try row.encode(number, forKey: Key(member.key))
        case .flag(let flag): try row.encode(flag, forKey: Key(member.key))
        case .list(let items): try row.encode(items, forKey: Key(member.key))
        }
      }
    }
  }

  private struct Key: CodingKey {
    let stringValue: String
    var intValue: Int? { nil }
    init(_ name: String) { stringValue = name }
    init?(stringValue: String) { self.init(stringValue) }
    init?(intValue: Int) { nil }
  }
}
