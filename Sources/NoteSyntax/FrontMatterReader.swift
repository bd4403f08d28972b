import SourceText

/// Reads the YAML front matter of a note: the lines between `---` at its very beginning and the next `---`.
struct FrontMatterReader {
  /// A key and one of its values. A list gives one field per item; of a nested mapping, keys are joined with a full stop.
  struct Field {
    let key: String
    let line: Int
    /// The value in the file, without its quotes.
    let value: Span
    /// The value as YAML reads it.
    let text: String
  }

  private let source: UnsafeBufferPointer<UInt8>
  private let lines: LineIndex

  /// The YAML between the two lines of dashes.
  private let yaml: Span
  /// Where the note's body begins.
  let bodyStart: Int

  /// Looks at the beginning of the file; nil when there is no front matter.
  init?(_ source: UnsafeBufferPointer<UInt8>, lines: LineIndex, from start: Int) {
    self.source = source
    self.lines = lines
    func isRuler(_ line: Int, _ byte: UInt8) -> Bool {
      let span = lines.span(ofLine: line)
      var end = span.end
      let from = max(span.start, start)
      while end > from, source[end - 1].isLineBreak || source[end - 1].isASCIIBlank { end -= 1 }
      return end - from == 3 && source[from..<end].allSatisfy { $0 == byte }
    }
    let first = lines.line(at: start)
    guard start < source.count, isRuler(first, 0x2D), first < lines.count else { return nil }
    // Nobody writes hundreds of keys: a rule at the top of a long note is not front matter.
    for line in first + 1...min(lines.count, first + 200) {
      guard lines.span(ofLine: line).start - start <= 1 << 16 else { return nil }
      guard isRuler(line, 0x2D) || isRuler(line, 0x2E) else { continue }
      yaml = Span(lines.span(ofLine: first).end, lines.span(ofLine: line).start)
      bodyStart = lines.span(ofLine: line).end
      return
    }
    return nil
  }

  /// The fields, and what is malformed. What stands on the lines before the fault is read all the same.
  func read() -> (fields: [Field], problem: NoteProblem?) {
    do throws(YAMLNode.Fault) {
      return (try fields(in: yaml), nil)
    } catch {
      let fault = min(lines.line(at: yaml.start) + error.line - 1, lines.line(at: max(yaml.start, yaml.end - 1)))
      let whole = lines.span(ofLine: fault)
      var end = whole.end
      while end > whole.start, source[end - 1].isLineBreak { end -= 1 }
      let problem = NoteProblem(
        kind: .badFrontMatter, span: Span(whole.start, end), detail: error.problem, detailZh: error.problemZh)
      let before = Span(yaml.start, max(yaml.start, whole.start))
      return ((try? fields(in: before)) ?? [], problem)
    }
  }

  private func fields(in span: Span) throws(YAMLNode.Fault) -> [Field] {
    guard let root = try YAMLNode.parse(source[span.range]) else { return [] }
    guard case .mapping = root.value else {
      throw YAMLNode.Fault(
        problem: "there are no keys with values, such as deal: Acme", problemZh: "没有“键: 值”这样的行，例如 deal: 某某公司",
        line: root.line)
    }
    var fields: [Field] = []
    add(root, key: "", to: &fields)
    return fields
  }

  private func add(_ node: YAMLNode, key: String, to fields: inout [Field]) {
    switch node.value {
    case .scalar(let text):
      var value = Span(yaml.start + node.span.start, yaml.start + node.span.end)
      if value.count >= 2, source[value.start] == 0x22 || source[value.start] == 0x27,
        source[value.end - 1] == source[value.start]
      {
        value = Span(value.start + 1, value.end - 1)
      }
      fields.append(Field(key: key, line: lines.line(at: value.start), value: value, text: text))
    case .sequence(let items): for item in items { add(item, key: key, to: &fields) }
    case .mapping(let pairs):
      for (name, value) in pairs {
        guard let name = name.text else { continue }
        add(value, key: key.isEmpty ? name : key + "." + name, to: &fields)
      }
    }
  }
}
