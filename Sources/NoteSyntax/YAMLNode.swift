import CYAML
import SourceText

/// A node of a YAML document, read by libyaml, with its place.
public struct YAMLNode: Sendable {
  /// What the node holds.
  public indirect enum Value: Sendable {
    /// Text as written, quotes resolved; `true`, `2026-10-01` and `3` are text as well.
    case scalar(String)
    /// `- …` or `[…]`.
    case sequence([YAMLNode])
    /// Keys with their values in the order written; a key that is written twice is there twice.
    case mapping([(key: YAMLNode, value: YAMLNode)])
  }

  /// What it holds.
  public let value: Value
  /// Its bytes, counted from the first byte that was parsed.
  public let span: Span
  /// Its line, counted from 1 in what was parsed.
  public let line: Int

  /// The text of a scalar.
  public var text: String? {
    if case .scalar(let text) = value { text } else { nil }
  }

  /// What makes bytes no YAML that can be used here.
  public struct Fault: Error, Hashable, Sendable {
    /// What is wrong, in English.
    public let problem: String
    /// The same in Chinese.
    public let problemZh: String
    /// Counted from 1 in what was parsed.
    public let line: Int
  }

  /// Reads the first document of `bytes`, which are UTF-8; nil when there is none, or it is empty.
  ///
  /// Anchors' aliases and nesting deeper than 32 are refused: they only serve to blow a small file up.
  public static func parse(_ bytes: some Collection<UInt8>) throws(Fault) -> YAMLNode? {
    var reader = YAMLReader(Array(bytes))
    return try reader.document()
  }
}

/// Turns libyaml's events into nodes.
private struct YAMLReader {
  private let bytes: [UInt8]
  /// Byte offset of each character: libyaml counts in characters.
  private let offsets: [Int]
  private let parser = UnsafeMutablePointer<yaml_parser_t>.allocate(capacity: 1)

  init(_ bytes: [UInt8]) {
    self.bytes = bytes
    offsets = bytes.indices.filter { bytes[$0] & 0xC0 != 0x80 }
  }

  mutating func document() throws(YAMLNode.Fault) -> YAMLNode? {
    defer { parser.deallocate() }
    guard yaml_parser_initialize(parser) == 1 else {
      throw YAMLNode.Fault(problem: "out of memory", problemZh: "内存不够", line: 1)
    }
    defer { yaml_parser_delete(parser) }
    let result: Result<YAMLNode?, YAMLNode.Fault> = bytes.withUnsafeBufferPointer { buffer in
      yaml_parser_set_input_string(parser, buffer.baseAddress, buffer.count)
      yaml_parser_set_encoding(parser, YAML_UTF8_ENCODING)
      do throws(YAMLNode.Fault) {
        while true {
          var event = try next()
          defer { yaml_event_delete(&event) }
          switch event.type {
          case YAML_STREAM_END_EVENT: return .success(nil)
          case YAML_STREAM_START_EVENT, YAML_DOCUMENT_START_EVENT: continue
          case YAML_DOCUMENT_END_EVENT: return .success(nil)
          default: return .success(try node(event, depth: 0))
          }
        }
      } catch {
        return .failure(error)
      }
    }
    return try result.get()
  }

  private func next() throws(YAMLNode.Fault) -> yaml_event_t {
    var event = yaml_event_t()
    guard yaml_parser_parse(parser, &event) == 1 else {
      throw YAMLNode.Fault(
        parser: parser.pointee.problem.map { String(cString: $0) } ?? "malformed",
        line: Int(parser.pointee.problem_mark.line) + 1)
    }
    return event
  }

  private func node(_ first: yaml_event_t, depth: Int) throws(YAMLNode.Fault) -> YAMLNode {
    let line = Int(first.start_mark.line) + 1
    guard depth < 32 else {
      throw YAMLNode.Fault(problem: "nested more than 32 deep", problemZh: "嵌套超过 32 层", line: line)
    }
    switch first.type {
    case YAML_SCALAR_EVENT:
      let scalar = first.data.scalar
      let text = String(decoding: UnsafeBufferPointer(start: scalar.value, count: scalar.length), as: UTF8.self)
      return YAMLNode(value: .scalar(text), span: span(first.start_mark, first.end_mark), line: line)
    case YAML_SEQUENCE_START_EVENT:
      let (items, end) = try children(until: YAML_SEQUENCE_END_EVENT, depth: depth)
      return YAMLNode(value: .sequence(items), span: span(first.start_mark, end), line: line)
    case YAML_MAPPING_START_EVENT:
      let (items, end) = try children(until: YAML_MAPPING_END_EVENT, depth: depth)
      let pairs = stride(from: 0, to: items.count - 1, by: 2).map { (key: items[$0], value: items[$0 + 1]) }
      return YAMLNode(value: .mapping(pairs), span: span(first.start_mark, end), line: line)
    default:
      throw YAMLNode.Fault(
        problem: "an alias (*name) is not taken here; put what begins with * in quotes",
        problemZh: "这里不能用引用（*名字）；以 * 开头的内容要加引号", line: line)
    }
  }

  private func children(
    until end: yaml_event_type_t, depth: Int
  ) throws(YAMLNode.Fault) -> (items: [YAMLNode], end: yaml_mark_t) {
    var items: [YAMLNode] = []
    while true {
      var event = try next()
      defer { yaml_event_delete(&event) }
      if event.type == end { return (items, event.end_mark) }
      items.append(try node(event, depth: depth + 1))
    }
  }

  private func span(_ start: yaml_mark_t, _ end: yaml_mark_t) -> Span { Span(offset(start), offset(end)) }

  private func offset(_ mark: yaml_mark_t) -> Int { mark.index < offsets.count ? offsets[mark.index] : bytes.count }
}
