import SourceText

/// Lines for a terminal, wrapped to its width; everything that is added is made inert first.
struct TerminalPage {
  let style: TerminalStyle
  private(set) var text = ""

  init(_ style: TerminalStyle) { self.style = style }

  /// A run of text and how it is drawn.
  typealias Run = (text: String, inks: [TerminalStyle.Ink])

  /// An empty line, but never two of them, nor one at the start.
  mutating func gap() {
    if !text.isEmpty, !text.hasSuffix("\n\n") { text += "\n" }
  }

  /// A paragraph of one ink after a `lead` such as `  → `, under which further lines are indented.
  mutating func add(
    lead: String = "", leadInk: TerminalStyle.Ink? = nil, _ paragraph: String, ink: TerminalStyle.Ink? = nil
  ) {
    let indent = DisplayWidth.columns(of: lead)
    let lines = LineWrap.lines(of: InertText.terminal(paragraph), width: style.width - indent)
    for (number, line) in lines.enumerated() {
      let head = number == 0 ? paint(lead, leadInk) : String(repeating: " ", count: indent)
      text += head + paint(line, ink) + "\n"
    }
  }

  /// A paragraph of several runs after `lead`; further lines begin with `indent`.
  mutating func add(runs: [Run], lead: String, indent: String) {
    let inert = runs.map { (text: InertText.terminal($0.text), inks: $0.inks) }
    let width = style.width - max(DisplayWidth.columns(of: lead), DisplayWidth.columns(of: indent))
    let lines = LineWrap.lines(of: inert.map(\.text).joined(), width: width)
    // A wrap only leaves out blanks, so that each run goes on where the line before it ended.
    var left = inert.map { (text: Substring($0.text), inks: $0.inks) }[...]
    for (number, line) in lines.enumerated() {
      text += number == 0 ? lead : indent
      var rest = Substring(line)
      while !rest.isEmpty, var run = left.popFirst() {
        if rest.startIndex == line.startIndex { run.text = run.text.drop { $0 == " " } }
        let taken = run.text.count <= rest.count ? run.text : run.text.prefix(rest.count)
        text += run.inks.reduce(String(taken)) { style.paint($0, $1) }
        rest = rest.dropFirst(taken.count)
        run.text = run.text.dropFirst(taken.count)
        if !run.text.isEmpty { left = [run] + left }
      }
      text += "\n"
    }
  }

  /// One line of several runs, cut at the page's width.
  mutating func add(line runs: [Run]) {
    var left = style.width
    for run in runs {
      let inert = InertText.terminal(run.text)
      let columns = DisplayWidth.columns(of: inert)
      let shown = columns <= left ? inert : DisplayWidth.prefix(of: inert, columns: max(0, left - 1)) + "…"
      text += run.inks.reduce(shown) { style.paint($0, $1) }
      left -= columns
      if left <= 0 { break }
    }
    while text.last == " " { text.removeLast() }
    text += "\n"
  }

  /// A table: columns as wide as their widest cell, the last one cut at the page's width; `indent` before each row.
  mutating func add(table rows: [[Run]], indent: String) {
    var widths: [Int] = []
    for row in rows {
      for (column, cell) in row.enumerated() {
        let width = min(24, DisplayWidth.columns(of: InertText.terminal(cell.text)))
        if column < widths.count { widths[column] = max(widths[column], width) } else { widths.append(width) }
      }
    }
    for row in rows {
      var line: [Run] = [(indent, [])]
      for (column, cell) in row.enumerated() {
        var shown = InertText.terminal(cell.text)
        if DisplayWidth.columns(of: shown) > widths[column] {
          shown = DisplayWidth.prefix(of: shown, columns: widths[column] - 1) + "…"
        }
        line.append((shown, cell.inks))
        line.append((String(repeating: " ", count: widths[column] - DisplayWidth.columns(of: shown) + 2), []))
      }
      add(line: line)
    }
  }

  /// A part of a sheet under its title: rows of short cells and a last one that may be long.
  mutating func add(_ section: SheetSection) {
    gap()
    add(line: [(section.title, [.cyan])])
    guard section.header.isEmpty else {
      return add(
        table: [section.header.map { ($0, [.faint]) }] + section.rows.map { $0.map { ($0, []) } }, indent: "  ")
    }
    let columns = (section.rows.map(\.count).max() ?? 1) - 1
    let widths = (0..<columns).map { column in
      min(34, section.rows.map { DisplayWidth.columns(of: InertText.terminal($0[column])) }.max() ?? 0)
    }
    for row in section.rows {
      var lead = "  "
      for (column, width) in widths.enumerated() {
        let cell = InertText.terminal(row[column])
        let shown =
          DisplayWidth.columns(of: cell) > width ? DisplayWidth.prefix(of: cell, columns: width - 1) + "…" : cell
        lead += shown + String(repeating: " ", count: width - DisplayWidth.columns(of: shown) + 2)
      }
      if !row[columns].isEmpty, style.width - DisplayWidth.columns(of: lead) >= 24 {
        add(lead: lead, row[columns])
      } else {
        add(line: [(lead, [])])
        if !row[columns].isEmpty { add(lead: "    ", row[columns]) }
      }
    }
  }

  private func paint(_ text: String, _ ink: TerminalStyle.Ink?) -> String { ink.map { style.paint(text, $0) } ?? text }
}
