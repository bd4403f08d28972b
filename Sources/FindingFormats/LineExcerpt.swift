import SourceText

/// The line of a file in which a finding is reported, with its words underlined, as a terminal shows them.
struct LineExcerpt {
  /// The line, inert, tabs as spaces, cut to the width with `…`.
  let text: String
  /// Spaces and `^` that stand under the words when both lines start in the same column.
  let underline: String

  /// The line of `span` in `source`; words that run past the end of the line are underlined up to it.
  init(of span: Span, in source: SourceFile, width: Int) {
    let line = source.lines.span(ofLine: source.lines.line(at: min(span.start, source.bytes.count)))
    var end = line.end
    while end > line.start, source.bytes[end - 1] == 0x0A || source.bytes[end - 1] == 0x0D { end -= 1 }
    let first = min(max(span.start, line.start), end)
    let last = min(max(span.end, first), end)
    var canvas = Canvas()
    // Of a line that never ends, only the neighbourhood is looked at.
    let start = source.scalarStart(at: max(line.start, first - Self.reach))
    let wordsEnd = min(last, source.scalarStart(at: first + Self.reach))
    let stop = source.scalarStart(at: min(end, wordsEnd + Self.reach))
    canvas.add(source.text(of: Span(start, first)))
    let from = canvas.columns
    canvas.add(source.text(of: Span(first, wordsEnd)))
    let to = max(canvas.columns, from + 1)
    canvas.add(source.text(of: Span(wordsEnd, stop)))

    // A long line is shown from shortly before the words.
    let room = max(20, width)
    var dropped = 0
    if canvas.columns > room, to > room - 2 {
      let wanted = min(max(0, from - 8), max(0, canvas.columns - room + 2))
      dropped = canvas.drop(columns: wanted)
    }
    let lead = dropped > 0 || start > line.start ? "… " : ""
    var shown = lead + canvas.text
    if DisplayWidth.columns(of: shown) > room { shown = DisplayWidth.prefix(of: shown, columns: room - 1) + "…" }
    text = shown
    let indent = max(0, from - dropped) + lead.count
    underline =
      String(repeating: " ", count: indent)
      + String(repeating: "^", count: max(1, min(to - from, DisplayWidth.columns(of: shown) - indent)))
  }

  /// Bytes of a line that are looked at on either side of the words.
  private static let reach = 1024

  /// Text laid out on one line, with its width.
  private struct Canvas {
    var text = ""
    var columns = 0

    /// Appends; a tab fills up to the next multiple of eight columns, as in the file.
    mutating func add(_ addition: String) {
      let inert = InertText.terminal(addition, keepingTabs: true)
      guard inert.utf8.contains(0x09) else {
        text += inert
        columns += DisplayWidth.columns(of: inert)
        return
      }
      for character in inert {
        if character == "\t" {
          let fill = 8 - columns % 8
          text += String(repeating: " ", count: fill)
          columns += fill
        } else {
          text.append(character)
          columns += DisplayWidth.columns(of: character)
        }
      }
    }

    /// Removes at least `wanted` columns from the start, whole characters; the number removed.
    mutating func drop(columns wanted: Int) -> Int {
      var removed = 0
      while removed < wanted, let first = text.first {
        removed += DisplayWidth.columns(of: first)
        text.removeFirst()
      }
      columns -= removed
      return removed
    }
  }
}

extension SourceFile {
  /// The start of the scalar that holds the byte at `offset`.
  fileprivate func scalarStart(at offset: Int) -> Int {
    var start = min(offset, bytes.count)
    while start > 0, start < bytes.count, bytes[start] & 0xC0 == 0x80 { start -= 1 }
    return start
  }
}
