import CYAML
import SourceText

/// Reads the YAML front matter of a note: the lines between `---` at its very beginning and the next `---`.
struct FrontMatterReader {
  /// A key and one of its values. A list gives one entry per item; of a nested mapping, keys are joined with a full stop.
  struct Field {
    let key: String
    let line: Int
    let value: Span
    /// The value as YAML reads it.
    let text: String
  }

  private let source: UnsafeBufferPointer<UInt8>
  private let lines: LineIndex

  /// The YAML between the two lines of dashes.
  let yaml: Span
  /// Where the note's body begins.
  let bodyStart: Int

  /// Looks at the beginning of the file; nil when there is no front matter.
  init?(_ source: UnsafeBufferPointer<UInt8>, lines: LineIndex, from start: Int) {
    self.source = source
    self.lines = lines
    func isDashes(_ line: Int, _ byte: UInt8) -> Bool {
      let span = lines.span(ofLine: line)
      var end = span.end
      let from = max(span.start, start)
      while end > from, source[end - 1].isLineBreak || source[end - 1].isASCIIBlank { end -= 1 }
      return end - from == 3 && source[from..<end].allSatisfy { $0 == byte }
    }
    let first = lines.line(at: start)
    guard start < source.count, isDashes(first, 0x2D), first < lines.count else { return nil }
    // Nobody writes hundreds of keys: a rule at the top of a long note is not front matter.
    for line in first + 1...min(lines.count, first + 200)
    where lines.span(ofLine: line).start - start <= 1 << 16 && (isDashes(line, 0x2D) || isDashes(line, 0x2E)) {
      yaml = Span(lines.span(ofLine: first).end, lines.span(ofLine: line).start)
      bodyStart = lines.span(ofLine: line).end
      return
    }
    return nil
  }

  /// The fields, and what is malformed. Fields before the fault are kept.
  func read() -> (fields: [Field], problem: NoteProblem?) {
    var parser = yaml_parser_t()
    guard yaml_parser_initialize(&parser) == 1 else { return ([], nil) }
    defer { yaml_parser_delete(&parser) }
    let input = UnsafeBufferPointer(rebasing: source[yaml.range])
    yaml_parser_set_input_string(&parser, input.baseAddress, input.count)
    // The bytes are known to be UTF-8; libyaml would take a leading NUL for UTF-16.
    yaml_parser_set_encoding(&parser, YAML_UTF8_ENCODING)
    var fields: [Field] = []
    var levels: [Level] = []
    var places = MarkPlaces(input, base: yaml.start)
    while true {
      var event = yaml_event_t()
      guard yaml_parser_parse(&parser, &event) == 1 else {
        let detail = parser.problem.map { String(cString: $0) } ?? "not YAML"
        let at = min(places.offset(of: Int(parser.problem_mark.index)), max(yaml.start, yaml.end - 1))
        return (fields, NoteProblem(kind: .badFrontMatter, span: lines.content(ofLineAt: at, source), detail: detail))
      }
      defer { yaml_event_delete(&event) }
      switch event.type {
      case YAML_STREAM_END_EVENT: return (fields, nil)
      case YAML_DOCUMENT_START_EVENT where !fields.isEmpty || !levels.isEmpty: return (fields, nil)
      case YAML_MAPPING_START_EVENT:
        levels.append(Level(isMapping: true))
        if levels.count > 16 { return (fields, nil) }
      case YAML_SEQUENCE_START_EVENT:
        levels.append(Level(isMapping: false))
        if levels.count > 16 { return (fields, nil) }
      case YAML_MAPPING_END_EVENT, YAML_SEQUENCE_END_EVENT:
        levels.removeLast()
        finishValue(&levels)
      case YAML_SCALAR_EVENT:
        let scalar = event.data.scalar
        let text = String(decoding: UnsafeBufferPointer(start: scalar.value, count: scalar.length), as: UTF8.self)
        let start = places.offset(of: Int(event.start_mark.index))
        let end = places.offset(of: Int(event.end_mark.index))
        if levels.isEmpty {
          return (fields, NoteProblem(kind: .badFrontMatter, span: yaml, detail: "no keys and values"))
        }
        if levels[levels.count - 1].isMapping, levels[levels.count - 1].key == nil {
          levels[levels.count - 1].key = text
        } else {
          let key = levels.compactMap(\.key).joined(separator: ".")
          fields.append(Field(key: key, line: lines.line(at: start), value: unquoted(start, end), text: text))
          finishValue(&levels)
        }
      case YAML_ALIAS_EVENT: finishValue(&levels)
      default: break
      }
    }
  }

  private struct Level {
    let isMapping: Bool
    var key: String?
  }

  private func finishValue(_ levels: inout [Level]) {
    if let last = levels.last, last.isMapping { levels[levels.count - 1].key = nil }
  }

  private func unquoted(_ start: Int, _ end: Int) -> Span {
    guard end - start >= 2, source[start] == 0x22 || source[start] == 0x27, source[end - 1] == source[start] else {
      return Span(start, end)
    }
    return Span(start + 1, end - 1)
  }
}

/// Turns libyaml's marks, which count characters, into byte offsets. Marks are asked for in rising order.
private struct MarkPlaces {
  private let bytes: UnsafeBufferPointer<UInt8>
  private let base: Int
  private var index = 0
  private var at = 0

  init(_ bytes: UnsafeBufferPointer<UInt8>, base: Int) {
    self.bytes = bytes
    self.base = base
  }

  mutating func offset(of mark: Int) -> Int {
    if mark < index { (index, at) = (0, 0) }
    while index < mark, at < bytes.count {
      at += 1
      while at < bytes.count, bytes[at] & 0xC0 == 0x80 { at += 1 }
      index += 1
    }
    return base + at
  }
}

extension LineIndex {
  /// The bytes of the line that holds `offset`, without its line break.
  func content(ofLineAt offset: Int, _ source: UnsafeBufferPointer<UInt8>) -> Span {
    let span = span(ofLine: line(at: offset))
    var end = span.end
    while end > span.start, source[end - 1].isLineBreak { end -= 1 }
    return Span(span.start, end)
  }
}
